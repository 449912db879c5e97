import type { RoutePlan } from "./plan.ts";

export type Match = RoutePlan & { readonly pathParameters: Readonly<Record<string, string>> };

type Parsed = RoutePlan & { readonly method: string; readonly segments: readonly string[]; readonly rank: number };

/**
 * Chooses a route as an HTTP API does: a full match before one with `{name}`, that before the longest `{name+}`, then
 * `$default`; the method itself before ANY. A route whose method differs does not match, however well its path does.
 */
export function router(routes: readonly RoutePlan[]): (method: string, path: string) => Match | undefined {
  const parsed = routes.map(parse).sort((a, b) => a.rank - b.rank || specificity(b) - specificity(a));
  return (method, path) => {
    const segments = path.split("/").slice(1);
    for (const route of parsed) {
      if (route.method !== "ANY" && route.method !== method) continue;
      const pathParameters = route.routeKey === "$default" ? {} : match(route.segments, segments);
      if (pathParameters) return { routeKey: route.routeKey, functionName: route.functionName, pathParameters };
    }
    return undefined;
  };
}

function parse(route: RoutePlan): Parsed {
  if (route.routeKey === "$default") return { ...route, method: "ANY", segments: [], rank: 3 };
  const [method = "", path = ""] = route.routeKey.split(" ");
  const segments = path.split("/").slice(1);
  const rank = isGreedy(segments.at(-1)) ? 2 : segments.some(isVariable) ? 1 : 0;
  return { ...route, method, segments, rank };
}

/** Among routes of one rank: more fixed segments first, then the named method. */
const specificity = ({ segments, method }: Parsed) =>
  2 * segments.filter((segment) => !isVariable(segment)).length + (method === "ANY" ? 0 : 1);

const isVariable = (segment: string | undefined) => segment?.startsWith("{") ?? false;
const isGreedy = (segment: string | undefined) => segment?.endsWith("+}") ?? false;

function match(pattern: readonly string[], actual: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const value = actual[index];
    if (isGreedy(segment)) {
      // `/statistics/` reaches `/statistics/{proxy+}` with an empty rest; `/statistics` does not.
      if (value === undefined) return undefined;
      parameters[segment.slice(1, -2)] = actual.slice(index).join("/");
      return parameters;
    }
    if (value === undefined) return undefined;
    if (isVariable(segment)) parameters[segment.slice(1, -1)] = value;
    else if (segment !== value) return undefined;
  }
  return pattern.length === actual.length ? parameters : undefined;
}
