import * as z from "zod/mini";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { shownTitle } from "../../shared/import/shown-title.ts";
import type { Language } from "../../shared/schema/label.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import type { Deps } from "../http/deps.ts";
import type { Once } from "../records/once.ts";
import { itemsBetween } from "../store/items.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";
import { type PlannedItem, transact } from "../store/transact.ts";
import { householdCodeFrom, householdHash, newHouseholdCode } from "./household-codes.ts";
import { DOORS, doorKey, householdCodeKey, surveyPartition } from "./keys.ts";
import type { Survey } from "./survey.ts";

/** Doors whose codes are written in one transaction: three items each at most, of 100. */
const TOGETHER = 33;

const kept = z.object({ hash: z.string(), used: z.optional(z.boolean()) });
type Kept = z.infer<typeof kept>;

/** A door of a survey by codes (户): the words of the dwelling, and whether its code was made and used. */
export type DoorView = {
  readonly dwelling: string;
  readonly label: string;
  readonly state: "none" | "issued" | "used";
};

/** The doors that may answer: dwellings in which somebody lives, else all there are. */
export async function doorsOf(deps: Deps, survey: Survey, language: Language): Promise<DoorView[]> {
  const [dwellings, codes] = await Promise.all([livedIn(deps, survey.community), codesOf(deps, survey.id)]);
  const register = registerNamed("dwellings");
  if (!register) throw new Error("There is no list of dwellings");
  const doors = dwellings.map(({ id, values }): DoorView => {
    const code = codes.get(id);
    const state = code === undefined ? "none" : code.used ? "used" : "issued";
    return { dwelling: id, label: shownTitle(register, values, language), state };
  });
  return doors.sort((a, b) => a.label.localeCompare(b.label, "zh", { numeric: true }));
}

export type IssueRequest = {
  /** Only these dwellings; all when absent. */
  readonly dwellings?: readonly string[] | undefined;
  /** Makes new codes also where one was made and not used: the old one no longer holds. */
  readonly again?: boolean | undefined;
};

export type IssuedDoor = { readonly dwelling: string; readonly label: string; readonly code: string };

/**
 * Makes codes for doors (发门牌码). They are told this once, or again to the same request under its key; what is kept
 * cannot be turned back into them.
 */
export async function issueCodes(
  deps: Deps,
  survey: Survey,
  request: IssueRequest,
  language: Language,
  once?: Once,
): Promise<IssuedDoor[]> {
  if (survey.onePer !== "household") throw new Refusal("conflict", [{ path: "onePer", code: "not-by-household" }]);
  const doors = await doorsOf(deps, survey, language);
  const wanted = request.dwellings && new Set(request.dwellings);
  if (wanted && doors.filter(({ dwelling }) => wanted.has(dwelling)).length < wanted.size) {
    throw invalid({ path: "dwellings", code: "unknown-reference" });
  }
  const codes = await codesOf(deps, survey.id);
  const asked = doors.filter(({ dwelling, state }) => state !== "used" && (!wanted || wanted.has(dwelling)));
  const given = once ? await givenBefore(deps, survey, asked, codes, once) : [];
  const issued = new Map(given.map((door) => [door.dwelling, door]));
  const chosen = asked.filter(
    ({ dwelling, state }) => !issued.has(dwelling) && (state === "none" || request.again === true),
  );
  for (let start = 0; start < chosen.length; start += TOGETHER) {
    const some = await Promise.all(
      chosen.slice(start, start + TOGETHER).map(async ({ dwelling, label }) => {
        const code = once ? await householdCodeFrom(deps, once, survey, dwelling) : newHouseholdCode();
        return { dwelling, label, code };
      }),
    );
    const items = some.map((door) => codeItems(deps, survey, door, codes.get(door.dwelling)));
    await transact(deps, (await Promise.all(items)).flat());
    for (const door of some) issued.set(door.dwelling, door);
  }
  return asked.flatMap(({ dwelling }) => issued.get(dwelling) ?? []);
}

/** Doors whose present code the same request has made before. */
async function givenBefore(
  deps: Deps,
  survey: Survey,
  doors: readonly DoorView[],
  codes: ReadonlyMap<string, Kept>,
  once: Once,
): Promise<IssuedDoor[]> {
  const found = doors.map(async ({ dwelling, label }) => {
    const kept = codes.get(dwelling);
    if (!kept) return [];
    const code = await householdCodeFrom(deps, once, survey, dwelling);
    return (await householdHash(deps, survey.community, code)) === kept.hash ? [{ dwelling, label, code }] : [];
  });
  return (await Promise.all(found)).flat();
}

async function codeItems(
  deps: Deps,
  survey: Survey,
  { dwelling, code }: IssuedDoor,
  before: Kept | undefined,
): Promise<PlannedItem[]> {
  const TableName = deps.tables.records;
  const hash = await householdHash(deps, survey.community, code);
  // Two clerks at once, or a door that answers at this moment: whoever was first stands.
  const refusal = () => new Refusal("in-flight");
  const door: PlannedItem = {
    item: {
      Put: {
        TableName,
        Item: { ...doorKey(survey.id, dwelling), hash },
        ConditionExpression: before ? "#hash = :before AND attribute_not_exists(used)" : "attribute_not_exists(pk)",
        ...(before && {
          ExpressionAttributeNames: { "#hash": "hash" },
          ExpressionAttributeValues: { ":before": before.hash },
        }),
      },
    },
    refusal,
  };
  const Item = { ...householdCodeKey(hash), survey: survey.id, dwelling };
  const pointer: PlannedItem = {
    item: { Put: { TableName, Item, ConditionExpression: "attribute_not_exists(pk)" } },
    refusal,
  };
  const old: PlannedItem[] = before
    ? [{ item: { Delete: { TableName, Key: householdCodeKey(before.hash) } }, refusal }]
    : [];
  return [door, pointer, ...old];
}

async function codesOf(deps: Deps, survey: string): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>();
  for await (const item of itemsBetween(deps, { pk: surveyPartition(survey), from: DOORS, to: `${DOORS}~` })) {
    found.set(String(item.sk).slice(DOORS.length), kept.parse(item));
  }
  return found;
}

async function livedIn(deps: Deps, community: string): Promise<StoredRecord[]> {
  const homes = new Set<unknown>();
  for await (const { values } of allRecords(deps, "households", community)) {
    if (values.left === undefined) homes.add(values.dwelling);
  }
  const dwellings: StoredRecord[] = [];
  for await (const dwelling of allRecords(deps, "dwellings", community)) dwellings.push(dwelling);
  return homes.size === 0 ? dwellings : dwellings.filter(({ id }) => homes.has(id));
}
