import { validation } from "../errors.ts";
import type { ExpressionKind, Path } from "./syntax.ts";

/** Two paths of one expression may not meet: neither lie in one another, nor use a map as a list. */
export function refuseOverlaps(kind: ExpressionKind, paths: readonly Path[]): void {
  for (const [at, one] of paths.entries()) {
    for (const other of paths.slice(at + 1)) {
      const shared = Math.min(one.length, other.length);
      let same = 0;
      while (same < shared && one[same] === other[same]) same++;
      if (same === shared) throw meeting(kind, "overlap", "must remove or rewrite one of these paths", one, other);
      if (typeof one[same] !== typeof other[same]) {
        throw meeting(kind, "conflict", "must remove or rewrite one of these paths", one, other);
      }
    }
  }
}

const meeting = (kind: ExpressionKind, how: string, advice: string, one: Path, other: Path) =>
  validation(
    `Invalid ${kind}: Two document paths ${how} with each other; ${advice}; ` +
      `path one: ${shown(one)}, path two: ${shown(other)}`,
  );

const shown = (path: Path): string =>
  `[${path.map((step) => (typeof step === "number" ? `[${step}]` : step)).join(", ")}]`;
