import type { Hono } from "hono";
import { createForm } from "../../../functions/form/app.ts";
import { communityKey } from "../../../functions/keys/community-keys.ts";
import { type FaultPlan, noFaults } from "../../../infra/local/dynamodb/faults.ts";
import { type Answer, type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";
import { type WholeTables, watchTables } from "../../support/whole-tables.ts";

/** A community with everybody who acts, on a database that can be made to fail, and a look at all it holds. */
export type Rig = TestApi & {
  readonly form: Hono;
  readonly tables: WholeTables;
  /** What goes wrong from now on. */
  readonly suffer: (plan: FaultPlan) => void;
  readonly clerk: Caller;
  readonly deputy: Caller;
  readonly director: Caller;
  readonly secretary: Caller;
  readonly cashier: Caller;
  readonly accountant: Caller;
  readonly council: Caller;
  readonly street: Caller;
};

/** An action, ready to be taken: once, whatever happens to it on its way. */
export type Ready = {
  /** Asks for it under an `Idempotency-Key`. */
  readonly ask: (key: string) => Promise<Pick<Answer, "status"> & { body?: unknown }>;
  /** Lets the stream and the jobs go on that it wakes. */
  readonly goOn?: () => Promise<void>;
  /** Drops what the stream tells of the tables being put back. */
  readonly forget?: () => Promise<unknown>;
  /** Asked again it does the same again, because it only sets what it says. */
  readonly sets?: true;
  /** What must hold whether or not it has been taken. */
  readonly holds?: () => Promise<void>;
};

/** A row of the table: what it covers (a route, a flow's move) and how it is made ready. */
export type Action = {
  readonly name: string;
  readonly covers: readonly string[];
  readonly ready: (rig: Rig) => Promise<Ready>;
};

export async function openRig(): Promise<Rig> {
  let plan = noFaults;
  let quiet = false;
  const faults: FaultPlan = {
    next: (operation, writes) => (quiet ? undefined : plan.next(operation, writes)),
    delay: (operation) => (quiet ? 0 : (plan.delay?.(operation) ?? 0)),
  };
  const test = await openTestApi({ faults });
  // The look itself is not disturbed, and disturbs nothing.
  const reading = <T>(read: () => T): T => {
    quiet = true;
    try {
      return read();
    } finally {
      quiet = false;
    }
  };
  // A community has its keys long before: they come with its very first record and stay.
  for (const community of [COMMUNITY, OTHER_COMMUNITY]) await communityKey(test.deps, community, "hash");
  const tables = watchTables(test.engine, reading);
  const staff = (post: string) => test.as([post], { name: `The ${post}`, account: `account-${post}` });
  const area = { code: "500100001", role: "street" as const };
  const [clerk, deputy, director, secretary, cashier, accountant, council, street] = await Promise.all([
    staff("clerk"),
    staff("deputy"),
    staff("director"),
    staff("secretary"),
    staff("cashier"),
    staff("accountant"),
    staff("council"),
    test.as([], { name: "The street", account: "account-street", areas: [area] }),
  ]);
  const people = { clerk, deputy, director, secretary, cashier, accountant, council, street };
  const suffer = (next: FaultPlan) => {
    plan = next;
  };
  return { ...test, ...people, form: createForm(test.deps), tables, suffer };
}

/** An answer that is to be a yes; a refusal is the test's fault. */
export async function yes(asked: Promise<Answer>): Promise<Answer["body"]> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const keyed = (key: string, more: Readonly<Record<string, string>> = {}) => ({
  "idempotency-key": key,
  ...more,
});

export async function added(who: Caller, register: string, values: object): Promise<string> {
  return (await yes(who("POST", `/registers/${register}/records`, { values }))).id;
}
