import type { Client } from "./client.ts";

type Values = Readonly<Record<string, unknown>>;

/** Adds records of a list and answers their ids, in order. */
export async function addRecords(
  { call }: Client,
  community: string,
  register: string,
  all: readonly Values[],
): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < all.length; start += 100) {
    const patches = all.slice(start, start + 100).map((values) => ({ values }));
    const path = `/api/communities/${community}/registers/${register}/patches`;
    const answers = (await call("POST", path, { patches })) as { id?: string }[];
    for (const answer of answers) {
      if (!answer.id) throw new Error(`A record of ${register} was refused: ${JSON.stringify(answer)}`);
      ids.push(answer.id);
    }
  }
  return ids;
}

export type Listed = { readonly id: string; readonly version: number; readonly values: Values };

/** Every record of a list, page by page. */
export async function listRecords({ call }: Client, community: string, register: string): Promise<Listed[]> {
  const records: Listed[] = [];
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/communities/${community}/registers/${register}/records${query}`;
    const page = (await call("GET", path)) as { records: Listed[]; cursor?: string };
    records.push(...page.records);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return records;
}
