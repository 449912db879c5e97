import { setTimeout } from "node:timers/promises";
import { writeXlsx } from "../../../shared/files/write-file.ts";
import type { Client } from "./client.ts";
import type { Sheet } from "./rosters.ts";

type State = { state: string; done: number; total: number };
type Evaluated = { id: string; counts: Readonly<Record<string, number>> };

/** Imports a sheet as a clerk would: the file, a look at what it would do, commit, and waiting until it is done. */
export async function importSheet(
  { call }: Client,
  community: string,
  register: string,
  [headings = [], ...rows]: Sheet,
  log: (line: string) => void,
): Promise<void> {
  const columns = headings.map((header) => ({ header, type: "text" as const, width: 14 }));
  const file = await writeXlsx({ name: register, columns, rows });
  const path = `/api/communities/${community}/registers/${register}/imports`;
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const { id, counts } = (await call("POST", path, file, { "content-type": type })) as Evaluated;
  if ((counts.error ?? 0) > 0) throw new Error(`The demo's ${register} do not hold: ${JSON.stringify(counts)}`);
  await call("POST", `${path}/${id}/commit`);
  for (let told = 0; ; ) {
    const { state, done, total } = (await call("GET", `${path}/${id}`)) as State;
    if (state === "done") return;
    if (state === "failed") throw new Error(`The import of ${register} failed`);
    if (done - told >= 1000) {
      told = done;
      log(`  ${register} ${done}/${total}`);
    }
    await setTimeout(100);
  }
}
