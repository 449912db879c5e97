import { validation } from "../errors.ts";
import type { Comparator, Condition, ExpressionKind, Operand, Parsed } from "./syntax.ts";
import { readTokens, type TokenReader } from "./token-reader.ts";

const COMPARATORS: readonly string[] = ["=", "<>", "<", "<=", ">", ">="];
const FUNCTIONS: readonly string[] = [
  "attribute_exists",
  "attribute_not_exists",
  "attribute_type",
  "begins_with",
  "contains",
];
const MOST_OPERATORS = 300;

export function parseCondition(kind: ExpressionKind, text: string): Parsed<Condition> {
  const reader = readTokens(kind, text);
  const tree = orTerm(reader);
  reader.end();
  if (operators(tree) > MOST_OPERATORS) {
    throw validation(`Invalid ${kind}: The expression contains too many operators; operator count: ${operators(tree)}`);
  }
  return { tree, names: reader.names, values: reader.values, paths: reader.paths };
}

function orTerm(reader: TokenReader): Condition {
  let left = andTerm(reader);
  while (reader.accept("OR")) left = { kind: "or", left, right: andTerm(reader) };
  return left;
}

function andTerm(reader: TokenReader): Condition {
  let left = notTerm(reader);
  while (reader.accept("AND")) left = { kind: "and", left, right: notTerm(reader) };
  return left;
}

function notTerm(reader: TokenReader): Condition {
  if (reader.accept("NOT")) return { kind: "not", inner: notTerm(reader) };
  if (isSymbol(reader, 0, "(")) return parenthesised(reader);
  const called = reader.peek();
  if (called.kind === "word" && FUNCTIONS.includes(called.text) && isSymbol(reader, 1, "(")) return call(reader);
  return comparison(reader);
}

function parenthesised(reader: TokenReader): Condition {
  reader.expect("(");
  const doubled = isSymbol(reader, 0, "(") && reader.closesTogether();
  if (doubled) throw validation(`Invalid ${reader.kind}: The expression has redundant parentheses;`);
  const inner = orTerm(reader);
  reader.expect(")");
  return inner;
}

function call(reader: TokenReader): Condition {
  const name = reader.next().text;
  reader.expect("(");
  const first = operand(reader);
  const second = reader.accept(",") ? operand(reader) : undefined;
  reader.expect(")");
  if (name === "attribute_exists" || name === "attribute_not_exists") {
    if (second) throw wrongCount(reader, name, 2);
    if (first.kind !== "path") throw needsPath(reader, name);
    return { kind: name === "attribute_exists" ? "exists" : "notExists", path: first.path };
  }
  if (!second) throw wrongCount(reader, name, 1);
  if (name === "attribute_type") {
    if (first.kind !== "path") throw needsPath(reader, name);
    return { kind: "type", path: first.path, type: second };
  }
  if (same(first, second)) throw notDistinct(reader, name, first);
  return { kind: name === "contains" ? "contains" : "beginsWith", value: first, part: second };
}

function comparison(reader: TokenReader): Condition {
  const left = operand(reader);
  if (reader.accept("BETWEEN")) {
    const lower = operand(reader);
    reader.expect("AND");
    return { kind: "between", value: left, lower, upper: operand(reader) };
  }
  if (reader.accept("IN")) {
    reader.expect("(");
    const candidates = [operand(reader)];
    while (reader.accept(",")) candidates.push(operand(reader));
    reader.expect(")");
    if (candidates.length > 100) throw wrongCount(reader, "IN", candidates.length);
    return { kind: "in", value: left, candidates };
  }
  const { kind, text } = reader.peek();
  if (kind !== "symbol" || !isComparator(text)) reader.fail();
  reader.next();
  const right = operand(reader);
  if (same(left, right)) throw notDistinct(reader, text, left);
  return { kind: "compare", operator: text, left, right };
}

function operand(reader: TokenReader): Operand {
  if (reader.peek().text === "size" && isSymbol(reader, 1, "(")) {
    reader.next();
    reader.expect("(");
    const sized = reader.pathOrValue();
    reader.expect(")");
    if (sized.kind !== "path") throw needsPath(reader, "size");
    return { kind: "size", path: sized.path };
  }
  if (reader.peek().kind === "word" && isSymbol(reader, 1, "(")) {
    throw validation(`Invalid ${reader.kind}: Invalid function name; function: ${reader.peek().text}`);
  }
  return reader.pathOrValue();
}

const isComparator = (text: string): text is Comparator => COMPARATORS.includes(text);

const isSymbol = (reader: TokenReader, ahead: number, text: string): boolean => {
  const token = reader.peek(ahead);
  return token.kind === "symbol" && token.text === text;
};

const same = (a: Operand, b: Operand): boolean => JSON.stringify(a) === JSON.stringify(b);

function operators(tree: Condition): number {
  if (tree.kind === "and" || tree.kind === "or") return 1 + operators(tree.left) + operators(tree.right);
  return tree.kind === "not" ? 1 + operators(tree.inner) : 1;
}

const needsPath = (reader: TokenReader, name: string) =>
  validation(`Invalid ${reader.kind}: Operator or function requires a document path; operator or function: ${name}`);

const wrongCount = (reader: TokenReader, name: string, count: number) =>
  validation(
    `Invalid ${reader.kind}: Incorrect number of operands for operator or function; ` +
      `operator or function: ${name}, number of operands: ${count}`,
  );

const notDistinct = (reader: TokenReader, name: string, first: Operand) =>
  validation(
    `Invalid ${reader.kind}: The first operand must be distinct from the remaining operands for this operator or ` +
      `function; operator: ${name}, first operand: [${first.kind === "value" ? first.name : first.path.join(".")}]`,
  );
