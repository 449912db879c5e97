/** Measures something and prints a table; `quick` is for trying a bench out, with figures that mean little. */
export type Bench = (options: { readonly quick: boolean }) => Promise<void>;

/** Bytes as they are and as they cross the wire. */
export type Size = { readonly raw: number; readonly gzip: number };
