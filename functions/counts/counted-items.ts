import { BatchGetCommand, type TransactWriteCommandInput } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { countedKey, type Key } from "./keys.ts";

export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];
export type CountsDeps = Pick<Deps, "documents" | "tables" | "now" | "newId">;

/** What a record counted as when it was last counted. `revision` grows with every write, `version` is the record's. */
export const countedItem = z.object({
  version: z.int(),
  revision: z.int(),
  cells: z.record(z.string(), z.int()),
  changesOn: z.optional(z.string()),
  /** The subjects it counts under, together with other records. */
  joint: z.optional(z.array(z.string())),
});
export type CountedItem = z.infer<typeof countedItem>;

export type Subject = { readonly register: string; readonly id: string };
export const subjectName = ({ register, id }: Subject) => `${register}#${id}`;

/** How these records were last counted, read strongly; never counted ones are absent. */
export async function readCounted(
  deps: CountsDeps,
  community: string,
  subjects: readonly Subject[],
): Promise<Map<string, CountedItem>> {
  const found = new Map<string, CountedItem>();
  const keys = subjects.map(({ register, id }) => countedKey(register, community, id));
  for await (const item of readAll(deps, keys)) {
    const [, register = ""] = String(item.pk).split("#");
    found.set(subjectName({ register, id: String(item.sk) }), countedItem.parse(item));
  }
  return found;
}

/** Items of the records table by their keys, read strongly. */
export async function* readAll(
  { documents, tables }: CountsDeps,
  keys: readonly Key[],
): AsyncGenerator<Record<string, unknown>> {
  let wanted: Record<string, unknown>[] = [...keys];
  while (wanted.length > 0) {
    const Keys = wanted.slice(0, 100);
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({ RequestItems: { [tables.records]: { Keys, ConsistentRead: true } } }),
    );
    yield* Responses?.[tables.records] ?? [];
    wanted = [...(UnprocessedKeys?.[tables.records]?.Keys ?? []), ...wanted.slice(100)];
  }
}
