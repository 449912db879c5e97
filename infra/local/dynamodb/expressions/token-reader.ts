import { validation } from "../errors.ts";
import { isReserved } from "../reserved-words.ts";
import type { ExpressionKind, Operand, Path, Step } from "./syntax.ts";
import { syntaxError, type Token, tokensOf } from "./tokens.ts";

/** Walks over the tokens of one expression and notes every placeholder it passes. */
export type TokenReader = {
  readonly kind: ExpressionKind;
  readonly names: Set<string>;
  readonly values: Set<string>;
  readonly paths: Path[];
  peek(ahead?: number): Token;
  next(): Token;
  /** Passes the keyword or symbol if it stands here. */
  accept(text: string): boolean;
  expect(text: string): void;
  isKeyword(text: string): boolean;
  fail(): never;
  path(): Path;
  value(): string;
  pathOrValue(): Operand;
  /** Standing on an opening parenthesis: whether another one closes right after its own does. */
  closesTogether(): boolean;
  end(): void;
};

export function readTokens(kind: ExpressionKind, text: string): TokenReader {
  const tokens = tokensOf(kind, text);
  const end: Token = { kind: "end", text: "<EOF>" };
  let at = 0;
  const reader: TokenReader = {
    kind,
    names: new Set(),
    values: new Set(),
    paths: [],
    peek: (ahead = 0) => tokens[at + ahead] ?? end,
    next: () => tokens[at++] ?? end,
    isKeyword(word) {
      const token = reader.peek();
      return token.kind === "word" && token.text.toUpperCase() === word;
    },
    accept(wanted) {
      const token = reader.peek();
      const found = token.kind === "symbol" ? token.text === wanted : reader.isKeyword(wanted);
      if (found) at++;
      return found;
    },
    expect(wanted) {
      if (!reader.accept(wanted)) reader.fail();
    },
    fail() {
      const near = [tokens[at - 1], tokens[at], tokens[at + 1]].filter((token) => token && token.kind !== "end");
      throw syntaxError(kind, reader.peek().text, near.map((token) => token?.text).join(" "));
    },
    path() {
      const steps: Step[] = [attributeName(reader)];
      for (;;) {
        if (reader.accept(".")) steps.push(attributeName(reader));
        else if (reader.accept("[")) {
          if (reader.peek().kind !== "integer") reader.fail();
          steps.push(Number(reader.next().text));
          reader.expect("]");
        } else {
          reader.paths.push(steps);
          return steps;
        }
      }
    },
    value() {
      if (reader.peek().kind !== "value") reader.fail();
      const { text: name } = reader.next();
      reader.values.add(name);
      return name;
    },
    pathOrValue: () =>
      reader.peek().kind === "value" ? { kind: "value", name: reader.value() } : { kind: "path", path: reader.path() },
    closesTogether() {
      let open = 0;
      for (let ahead = 0; reader.peek(ahead).kind !== "end"; ahead++) {
        const { kind: sort, text: symbol } = reader.peek(ahead);
        if (sort !== "symbol") continue;
        if (symbol === "(") open++;
        if (symbol === ")" && --open === 0) return reader.peek(ahead + 1).text === ")";
      }
      return false;
    },
    end() {
      if (reader.peek().kind !== "end") reader.fail();
    },
  };
  return reader;
}

function attributeName(reader: TokenReader): string {
  const token = reader.peek();
  if (token.kind === "name") {
    reader.names.add(token.text);
    return reader.next().text;
  }
  if (token.kind !== "word") reader.fail();
  if (isReserved(token.text)) {
    throw validation(`Invalid ${reader.kind}: Attribute name is a reserved keyword; reserved keyword: ${token.text}`);
  }
  return reader.next().text;
}
