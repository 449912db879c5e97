import { validation } from "../errors.ts";
import type { Expression, Parsed, Path, Update } from "./syntax.ts";
import { readTokens, type TokenReader } from "./token-reader.ts";

const SECTIONS = ["SET", "REMOVE", "ADD", "DELETE"] as const;

export function parseUpdate(text: string): Parsed<Update> {
  const reader = readTokens("UpdateExpression", text);
  const set: { path: Path; value: Expression }[] = [];
  const remove: Path[] = [];
  const add: { path: Path; value: string }[] = [];
  const taken: { path: Path; value: string }[] = [];
  const seen = new Set<string>();
  do {
    const section = SECTIONS.find((word) => reader.accept(word)) ?? reader.fail();
    if (seen.has(section)) {
      throw validation(
        `Invalid UpdateExpression: The "${section}" section can only be used once in an update expression;`,
      );
    }
    seen.add(section);
    do {
      const path = reader.path();
      if (section === "SET") {
        reader.expect("=");
        set.push({ path, value: sum(reader) });
      } else if (section === "REMOVE") remove.push(path);
      else (section === "ADD" ? add : taken).push({ path: topLevel(path, section), value: reader.value() });
    } while (reader.accept(","));
  } while (reader.peek().kind !== "end");
  return { tree: { set, remove, add, delete: taken }, names: reader.names, values: reader.values, paths: reader.paths };
}

function sum(reader: TokenReader): Expression {
  const left = term(reader);
  if (reader.accept("+")) return { kind: "plus", left, right: term(reader) };
  if (reader.accept("-")) return { kind: "minus", left, right: term(reader) };
  return left;
}

function term(reader: TokenReader): Expression {
  const called = reader.peek();
  const next = reader.peek(1);
  if (called.kind !== "word" || next.kind !== "symbol" || next.text !== "(") return reader.pathOrValue();
  if (called.text === "if_not_exists") {
    const [path, otherwise] = pair(reader, (inner) => inner.path());
    return { kind: "ifNotExists", path, otherwise };
  }
  if (called.text === "list_append") {
    const [first, second] = pair(reader, term);
    return { kind: "listAppend", first, second };
  }
  throw validation(`Invalid UpdateExpression: Invalid function name; function: ${called.text}`);
}

function pair<T>(reader: TokenReader, first: (reader: TokenReader) => T): [T, Expression] {
  reader.next();
  reader.expect("(");
  const one = first(reader);
  reader.expect(",");
  const two = term(reader);
  reader.expect(")");
  return [one, two];
}

/** The manual allows ADD and DELETE on top-level attributes only, so nothing else is relied upon here. */
function topLevel(path: Path, section: string): Path {
  if (path.length === 1) return path;
  throw validation(
    `Invalid UpdateExpression: ${section} can only be used on top-level attributes; use SET for a nested one`,
  );
}
