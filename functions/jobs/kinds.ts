import { blocksSlice } from "../blocks/slice.ts";
import { importSlice } from "../imports/slice.ts";
import { pastBookSlice } from "../ledger/past-book-slice.ts";
import { retentionSlice } from "../retention/slice.ts";
import { votersSlice } from "../voters/slice.ts";
import type { Kind } from "./kind.ts";

/** Every kind of long work. A new one is one line here and a function that does a slice of it. */
export const KINDS: Readonly<Record<string, Kind>> = {
  blocks: blocksSlice,
  import: importSlice,
  "past-book": pastBookSlice,
  retention: retentionSlice,
  voters: votersSlice,
};
