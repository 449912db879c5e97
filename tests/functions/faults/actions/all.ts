import type { Action } from "../rig.ts";
import { ledgerActions } from "./ledger.ts";
import { publicationActions } from "./publications.ts";
import { residentActions } from "./residents.ts";
import { staffActions } from "./staff.ts";
import { voteActions } from "./votes.ts";

/** Every action that is killed and disturbed, one row each. */
export const ACTIONS: readonly Action[] = [
  ...ledgerActions,
  ...publicationActions,
  ...voteActions,
  ...residentActions,
  ...staffActions,
];
