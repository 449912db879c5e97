import { validation } from "../errors.ts";
import type { ExpressionKind } from "./syntax.ts";

export type Token = { kind: "word" | "name" | "value" | "integer" | "symbol" | "end"; text: string };

const TOKEN = /\s*(?:([A-Za-z][A-Za-z0-9_]*)|(#[A-Za-z0-9_]+)|(:[A-Za-z0-9_]+)|(\d+)|(<=|>=|<>|[()[\],.=<>+-]))/y;
const LONGEST = 4096;

/** Cuts an expression into tokens; what is none of them is refused with the place. */
export function tokensOf(kind: ExpressionKind, text: string): Token[] {
  if (text.trim() === "") throw validation(`Invalid ${kind}: The expression can not be empty;`);
  const bytes = Buffer.byteLength(text);
  if (bytes > LONGEST) {
    throw validation(
      `Invalid ${kind}: Expression size has exceeded the maximum allowed size; expression size: ${bytes}`,
    );
  }
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) {
      const rest = text.slice(at).trimStart();
      throw syntaxError(kind, rest.charAt(0), rest.slice(0, 20));
    }
    const [, word, name, value, integer, symbol] = match;
    if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else if (value !== undefined) tokens.push({ kind: "value", text: value });
    else if (integer !== undefined) tokens.push({ kind: "integer", text: integer });
    else tokens.push({ kind: "symbol", text: symbol ?? "" });
  }
  tokens.push({ kind: "end", text: "<EOF>" });
  return tokens;
}

export const syntaxError = (kind: ExpressionKind, token: string, near: string) =>
  validation(`Invalid ${kind}: Syntax error; token: "${token}", near: "${near}"`);
