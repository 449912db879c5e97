import { type Board, boardOf, type Change, costOf, hide } from "./suppression-board.ts";
import { alongChains, changesThrough } from "./suppression-changes.ts";
import type { HidingChange, TotalsPlan, Wanted } from "./suppression-plan.ts";

/** Which totals are hidden. Depends on totals alone, so that "now" and every breakdown hide the same. */
export function protectTotals(wanted: Omit<Wanted, "totals">): TotalsPlan {
  return protect(wanted);
}

/**
 * Which cells are hidden, given which totals are. Every hidden cell stands in a change of a few counts that alters
 * hidden cells only and keeps every sum: so no arithmetic with the shown ones, across rows, columns, areas and
 * indicators, can tell its value. Chosen without looking at sizes, so that it changes as little as possible.
 */
export function protect(wanted: Wanted): TotalsPlan {
  const board = boardOf(wanted);
  for (const change of wanted.before?.changes ?? []) takeUp(board, change);
  for (let area = 0; area < board.tree.codes.length; area += 1) {
    for (let place = 0; place < board.shape.places; place += 1) {
      if (!board.mustHide(area, place) || board.hidden[area * board.shape.places + place]) continue;
      const best = cheapest(board, changesThrough(board, area, place));
      // Were there no such change, a small count would still not be shown.
      if (best) hide(board, best);
      else if (board.isSmall(area, place)) board.hidden[area * board.shape.places + place] = 1;
    }
  }
  return planOf(board);
}

/**
 * Hides again what last month's change hid, where it touches a community that has not changed: its counts are the
 * same unknowns as then, and must be able to trade in the same way in both months.
 */
function takeUp(board: Board, { parts, trade }: HidingChange): void {
  const indexed = parts.flatMap(({ code, move, sign }) => {
    const area = board.tree.indexOf(code);
    return area === undefined ? [] : [{ area, move, sign }];
  });
  if (indexed.length < parts.length || !indexed.some(({ area }) => board.unchanged[area])) return;
  const change = { parts: indexed, ...(trade && { trade }) };
  if (costOf(board, change, Number.POSITIVE_INFINITY) !== undefined) {
    hide(board, change);
    return;
  }
  // Its partner cannot take part any more; another one can, for the same move.
  for (const { area, move } of trade ? [] : indexed.filter((part) => board.unchanged[part.area])) {
    const best = cheapest(board, alongChains(board, area, [move]));
    if (best) hide(board, best);
  }
}

/** The change that hides least; the first of equals, so that the choice is always the same. */
function cheapest(board: Board, changes: Iterable<Change>): Change | undefined {
  let best: { change: Change; cost: number } | undefined;
  for (const change of changes) {
    const cost = costOf(board, change, best?.cost ?? Number.POSITIVE_INFINITY);
    if (cost !== undefined && cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { change, cost };
  }
  return best?.change;
}

function planOf({ tree, shape, values, hidden, untold, changes }: Board): TotalsPlan {
  const find = (code: string) => tree.indexOf(code);
  const coded = changes.map(({ parts, trade }) => ({
    parts: parts.map(({ area, move, sign }) => ({ code: tree.codes[area] ?? "", move, sign })),
    ...(trade && { trade }),
  }));
  return {
    changes: coded,
    trades: changes.flatMap(({ trade }) => (trade ? [trade] : [])),
    value: (code, at) => {
      const area = find(code);
      return area === undefined || untold[area] ? undefined : values[area * shape.places + shape.placeOf(at)];
    },
    hidden: (code, at) => {
      const area = find(code);
      return area !== undefined && hidden[area * shape.places + shape.placeOf(at)] === 1;
    },
  };
}
