import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";

/** The days of a campaign stand in order: it begins, the election day, it ends (S3.5); nobody has voted in the future. */
export function windowProblems({ from, day, until, votedOn }: Values, today: string): FieldProblem[] {
  const isBefore = (a: unknown, b: unknown) => typeof a === "string" && typeof b === "string" && a < b;
  return [
    ...(isBefore(day, from) ? [{ path: "day", code: "before-start" }] : []),
    ...(isBefore(until, day) ? [{ path: "until", code: "before-election-day" }] : []),
    ...(isBefore(today, votedOn) ? [{ path: "day", code: "in-the-future" }] : []),
  ];
}

/** The leading group has one head, and nobody is in it twice (S3.6). */
export function leadingProblems({ leading }: Values): FieldProblem[] {
  const members = rowsOf(leading);
  if (members.length === 0) return [];
  const names = members.map(({ name }) => String(name));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) return [{ path: "leading", code: "leading-twice", params: { name: twice } }];
  const heads = members.filter(({ role }) => role === "head").length;
  return heads === 1 ? [] : [{ path: "leading", code: "one-head", params: { count: heads } }];
}

/** Names in the leading group (选举领导小组). */
export function leadingNames({ leading }: Values): readonly string[] {
  return rowsOf(leading).map(({ name }) => String(name));
}

/** A certificate as it is entered: for whom, and its number. */
export type Certificate = { readonly name: string; readonly certNo: string };

/** Certificates as they were given; what is none is left to the column's own check. */
export function certificatesIn(value: unknown): readonly Certificate[] {
  return rowsOf(value).flatMap(({ name, certNo }) =>
    typeof name === "string" && typeof certNo === "string" ? [{ name: name.trim(), certNo: certNo.trim() }] : [],
  );
}

/** Everybody elected has one certificate, nobody else has any, and no number is used twice (S3.21). */
export function certificateProblems(elected: readonly string[], given: readonly Certificate[]): FieldProblem[] {
  const problem = (code: string, params: Record<string, string>) => ({ path: "certificates", code, params });
  const left = new Map<string, number>();
  for (const name of elected) left.set(name, (left.get(name) ?? 0) + 1);
  const problems: FieldProblem[] = [];
  const numbers = new Set<string>();
  for (const { name, certNo } of given) {
    const count = left.get(name) ?? 0;
    if (count === 0) problems.push(problem("not-elected", { name }));
    left.set(name, count - 1);
    if (numbers.has(certNo)) problems.push(problem("certificate-twice", { no: certNo }));
    numbers.add(certNo);
  }
  for (const [name, count] of left) if (count > 0) problems.push(problem("certificate-missing", { name }));
  return problems;
}

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === "object" && row !== null) : [];
}
