import type { Register } from "../schema/register.ts";
import type { ListIndex } from "./list-index.ts";
import type { ImportColumn } from "./match-columns.ts";
import type { Target } from "./target.ts";

/** What rows are evaluated against. `idFor` gives the id of a new record: the same whenever it is asked again. */
export type Evaluation = {
  readonly register: Register;
  readonly columns: readonly ImportColumn[];
  readonly targets: readonly Target[];
  readonly index: ListIndex;
  readonly today: string;
  readonly idFor: (register: string, key: string) => string;
};
