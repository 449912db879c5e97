import type { Parsed, Path } from "./syntax.ts";
import { readTokens } from "./token-reader.ts";

export function parseProjection(text: string): Parsed<readonly Path[]> {
  const reader = readTokens("ProjectionExpression", text);
  const tree = [reader.path()];
  while (reader.accept(",")) tree.push(reader.path());
  reader.end();
  return { tree, names: reader.names, values: reader.values, paths: reader.paths };
}
