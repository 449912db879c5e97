/**
 * Says whether a stream record matches a filter of an event source mapping.
 * Only the forms that the stack uses are known; any other is an error when the runner starts.
 */
export function filterPattern(pattern: string): (record: unknown) => boolean {
  return matcher(JSON.parse(pattern));
}

type Matcher = (value: unknown) => boolean;

function matcher(pattern: unknown): Matcher {
  if (Array.isArray(pattern)) {
    const rules = pattern.map(rule);
    return (value) => rules.some((matches) => matches(value));
  }
  if (typeof pattern !== "object" || pattern === null) throw unknownPattern(pattern);
  const inner = Object.entries(pattern).map(([name, part]) => [name, matcher(part)] as const);
  return (value) => inner.every(([name, matches]) => matches(isObject(value) ? value[name] : undefined));
}

function rule(pattern: unknown): Matcher {
  if (typeof pattern === "string" || pattern === null) return (value) => value === pattern;
  if (!isObject(pattern) || Object.keys(pattern).length !== 1) throw unknownPattern(pattern);
  const { prefix, exists } = pattern;
  if (typeof prefix === "string") return (value) => typeof value === "string" && value.startsWith(prefix);
  if (typeof exists === "boolean") return (value) => (value !== undefined) === exists;
  throw unknownPattern(pattern);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const unknownPattern = (pattern: unknown) =>
  new Error(`The local runner does not know the filter ${JSON.stringify(pattern)}.`);
