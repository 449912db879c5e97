/** States of a proposal that those it was put to have adopted (已通过), whatever was done with it since. */
const ADOPTED: ReadonlySet<unknown> = new Set(["adopted", "published", "doing", "done"]);

export const isAdopted = (state: unknown): boolean => ADOPTED.has(state);
