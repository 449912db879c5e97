import { openTestApi } from "../support/api.ts";
import { metered } from "./metered.ts";
import { oneHousehold, resident, writeResidents } from "./residents.ts";

/** What each operation of the staff API costs in capacity units, with few and with many residents in the table. */
export async function capacityOfOperations(sizes: readonly number[]): Promise<Record<string, Record<string, string>>> {
  const linli = await openTestApi({ lag: { everyNth: 0, ms: 0 }, conflicts: { rate: 0 } });
  const { spent } = metered(linli.documents);
  const household = await oneHousehold(linli);
  const clerk = await linli.as(["clerk"]);
  const records = "/registers/residents/records";
  const table: Record<string, Record<string, string>> = {};
  let written = 0;
  for (const size of sizes) {
    await writeResidents(linli, written, size, household);
    written = size;
    const measure = async (name: string, work: () => Promise<unknown>) => {
      spent();
      await work();
      const { read, write, requests } = spent();
      table[name] = { ...table[name], [`${size} residents`]: `${read} R + ${write} W in ${requests}` };
    };
    let id = "";
    await measure("create a resident", async () => {
      id = (await clerk("POST", records, { values: resident(5_000_000 + size, household) })).body.id;
    });
    await measure("change one cell", () =>
      clerk("PATCH", `${records}/${id}`, { values: { job: "retired" } }, { "if-match": "1" }),
    );
    await measure("read one resident", () => clerk("GET", `${records}/${id}`));
    await measure("read its history", () => clerk("GET", `${records}/${id}/history`));
    await measure("a page of 100", () => clerk("GET", `${records}?limit=100`));
    const { since } = (await clerk("GET", `${records}?limit=1`)).body;
    linli.clock.now += 60_000;
    const later = (await clerk("GET", `/registers/residents/changes?since=${since}`)).body.since;
    await measure("ask for changes, none made", () => clerk("GET", `/registers/residents/changes?since=${later}`));
    await measure("reveal one number", () =>
      clerk("POST", `${records}/${id}/reveal`, { field: "idNo", reason: "bench" }),
    );
    await measure("delete a resident", () => clerk("DELETE", `${records}/${id}`, undefined, { "if-match": "2" }));
  }
  await linli.engine.close();
  return table;
}
