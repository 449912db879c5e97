export type Position = { readonly row: number; readonly col: number };

/** The rectangle between `anchor` and `focus` (the corner that Shift moves), and in it the `active` cell, where typing goes. */
export type Selection = { readonly active: Position; readonly anchor: Position; readonly focus: Position };

/** A rectangle of cells, all bounds inclusive. */
export type Bounds = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export type Size = { readonly rows: number; readonly cols: number };

export function bounds({ anchor, focus }: Pick<Selection, "anchor" | "focus">): Bounds {
  return {
    top: Math.min(anchor.row, focus.row),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.col, focus.col),
    right: Math.max(anchor.col, focus.col),
  };
}

export function selectionOf(box: Bounds): Selection {
  const corner = { row: box.top, col: box.left };
  return { active: corner, anchor: corner, focus: { row: box.bottom, col: box.right } };
}

export function single(position: Position): Selection {
  return { active: position, anchor: position, focus: position };
}

export function cellCount(box: Bounds): number {
  return (box.bottom - box.top + 1) * (box.right - box.left + 1);
}

export function contains(box: Bounds, { row, col }: Position): boolean {
  return row >= box.top && row <= box.bottom && col >= box.left && col <= box.right;
}

export function clamp(position: Position, size: Size): Position {
  return {
    row: Math.max(0, Math.min(position.row, size.rows - 1)),
    col: Math.max(0, Math.min(position.col, size.cols - 1)),
  };
}

export function clampSelection({ active, anchor, focus }: Selection, size: Size): Selection {
  return { active: clamp(active, size), anchor: clamp(anchor, size), focus: clamp(focus, size) };
}

export type Direction = "up" | "down" | "left" | "right";

const steps: Record<Direction, Position> = {
  up: { row: -1, col: 0 },
  down: { row: 1, col: 0 },
  left: { row: 0, col: -1 },
  right: { row: 0, col: 1 },
};

export function step(from: Position, direction: Direction, size: Size, by = 1): Position {
  const { row, col } = steps[direction];
  return clamp({ row: from.row + row * by, col: from.col + col * by }, size);
}

/**
 * Ctrl+arrow, as in Excel: from inside a filled stretch to its last cell, otherwise to the next filled cell,
 * otherwise to the edge.
 */
export function jump(
  from: Position,
  direction: Direction,
  size: Size,
  isFilled: (position: Position) => boolean,
): Position {
  let here = from;
  let next = step(here, direction, size);
  const inside = isFilled(here) && isFilled(next);
  while (next.row !== here.row || next.col !== here.col) {
    if (inside && !isFilled(next)) return here;
    here = next;
    if (!inside && isFilled(here)) return here;
    next = step(here, direction, size);
  }
  return here;
}

/** Tab and Enter inside a selected range walk through it, round and round; the range stays. */
export function walk(selection: Selection, direction: Direction): Selection {
  const box = bounds(selection);
  const width = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const total = width * height;
  const { row, col } = selection.active;
  const across = direction === "left" || direction === "right";
  const at = across ? (row - box.top) * width + (col - box.left) : (col - box.left) * height + (row - box.top);
  const to = (at + (direction === "right" || direction === "down" ? 1 : total - 1)) % total;
  const active = across
    ? { row: box.top + Math.floor(to / width), col: box.left + (to % width) }
    : { row: box.top + (to % height), col: box.left + Math.floor(to / height) };
  return { ...selection, active };
}
