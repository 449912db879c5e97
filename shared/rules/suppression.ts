import { type Board, boardOf, type Change, costOf, hide, roomOf, type Target } from "./suppression-board.ts";
import { alongChains, changesThrough } from "./suppression-changes.ts";
import type { HidingChange, TotalsPlan, Wanted } from "./suppression-plan.ts";

/** Which totals are hidden. Depends on totals alone, so that "now" and every breakdown hide the same. */
export function protectTotals(wanted: Omit<Wanted, "totals">): TotalsPlan {
  return protect(wanted);
}

/**
 * Which cells are hidden, given which totals are (小单元格保护). Every hidden cell stands in a change of a few counts that
 * alters hidden cells only and keeps every sum: so no arithmetic with the shown ones, across rows, columns, areas and
 * indicators, can tell its value. For a count from 1 up to below the threshold the change is one that can go so far that
 * the count reaches the threshold while all others stay above zero (sliding protection, Hundepool et al., Statistical
 * Disclosure Control, 2012, chapter 4): so bounds do not tell that it is small, either, where the number of people is not
 * itself below twice the threshold. Where the totals are public (staff), it tells no more than that no part exceeds it.
 *
 * Over the months of a calendar year the choice is carried on against somebody who reads all of them and knows of every
 * community in which nothing changed from one month to the next that nothing did. That is a search, not a proof: where a
 * community stays as it was for months while those that covered it change, a small count still follows in rare small
 * tables (the long attack, `npm run soak -- statistics`, finds some). Nor does it hold against somebody who knows each
 * change itself: totals are exact, so who knows that one person came and who it was knows the new count. With January the
 * choice is made anew; what was hidden in December and has not changed may then be covered by others, and so follow.
 */
export function protect(wanted: Wanted): TotalsPlan {
  const board = boardOf(wanted);
  for (const change of wanted.before?.changes ?? []) takeUp(board, change);
  for (let area = 0; area < board.tree.codes.length; area += 1) {
    for (let place = 0; place < board.shape.places; place += 1) {
      if (board.mustHide(area, place)) cover(board, { area, place });
    }
  }
  return planOf(board);
}

/** Hides a cell with what keeps it from being worked out. */
function cover(board: Board, target: Target): void {
  const { area, place } = target;
  const index = area * board.shape.places + place;
  const isSmall = board.isSmall(area, place);
  if (board.hidden[index] && !isSmall) return;
  const rooms = board.changes
    .filter(({ parts }) => parts.some((one) => one.area === area && one.move.some((step) => step.place === place)))
    .map((change) => roomOf(board, change, target));
  if (rooms.includes("wide") || (board.wanted.isTotalPublic && rooms.includes("narrow"))) return;
  const isBetter = (change: Change | undefined) =>
    change && !rooms.includes(roomOf(board, change, target)) ? change : undefined;
  const found = cheapest(board, changesThrough(board, area, place), { target });
  const best =
    !found || roomOf(board, found, target) === "none"
      ? (cheapest(board, changesThrough(board, area, place, true), { target, withZeros: true }) ?? found)
      : found;
  const better = isBetter(best);
  // Were there no such change, a small count would still not be shown.
  if (better) hide(board, better);
  else if (isSmall) board.hidden[index] = 1;
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
  if (costOf(board, change, Number.POSITIVE_INFINITY, { withZeros: true }) !== undefined) {
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
function cheapest(
  board: Board,
  changes: Iterable<Change>,
  wanted: Parameters<typeof costOf>[3] = {},
): Change | undefined {
  let best: { change: Change; cost: number } | undefined;
  for (const change of changes) {
    const cost = costOf(board, change, best?.cost ?? Number.POSITIVE_INFINITY, wanted);
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
