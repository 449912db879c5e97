import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod/mini";
import type { Deps } from "../http/deps.ts";
import { countedKey } from "./keys.ts";

export type CountsDeps = Pick<Deps, "documents" | "tables" | "now" | "newId">;

/** What a record counted as when it was last counted. `revision` grows with every write, `version` is the record's. */
export const countedItem = z.object({
  version: z.int(),
  revision: z.int(),
  cells: z.record(z.string(), z.int()),
  changesOn: z.optional(z.string()),
});
export type CountedItem = z.infer<typeof countedItem>;

export type Subject = { readonly register: string; readonly id: string };
export const subjectName = ({ register, id }: Subject) => `${register}#${id}`;

/** How these records were last counted, read strongly; never counted ones are absent. */
export async function readCounted(
  { documents, tables }: CountsDeps,
  community: string,
  subjects: readonly Subject[],
): Promise<Map<string, CountedItem>> {
  const found = new Map<string, CountedItem>();
  let wanted: Record<string, unknown>[] = subjects.map(({ register, id }) => countedKey(register, community, id));
  while (wanted.length > 0) {
    const keys = wanted.slice(0, 100);
    const { Responses, UnprocessedKeys } = await documents.send(
      new BatchGetCommand({ RequestItems: { [tables.records]: { Keys: keys, ConsistentRead: true } } }),
    );
    for (const item of Responses?.[tables.records] ?? []) {
      const [, register = ""] = String(item.pk).split("#");
      found.set(subjectName({ register, id: String(item.sk) }), countedItem.parse(item));
    }
    wanted = [...(UnprocessedKeys?.[tables.records]?.Keys ?? []), ...wanted.slice(100)];
  }
  return found;
}
