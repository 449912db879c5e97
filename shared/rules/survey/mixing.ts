/** Fewer answers than this never become readable together. */
export const TOGETHER_MIN = 5;

/**
 * How many of the sealed answers of a secret survey become readable now (混合). While it is open some always stay
 * behind, so that the last ones are never alone; when it has closed all do, unless they are too few. Whoever watches
 * doors being used and results changing therefore never sees fewer than five answers come from fewer than five doors.
 */
export function releasable(waiting: number, isOpen: boolean): number {
  if (!isOpen) return waiting >= TOGETHER_MIN ? waiting : 0;
  return waiting >= 2 * TOGETHER_MIN ? waiting - TOGETHER_MIN : 0;
}

/** Splits so many into groups of about `most`, none of them smaller than five. */
export function groupsOf(count: number, most: number): readonly number[] {
  if (count === 0) return [];
  const groups = Math.ceil(count / most);
  return Array.from({ length: groups }, (_, index) => Math.floor((count + index) / groups));
}
