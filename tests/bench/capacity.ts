import type { Meter } from "../../functions/keys/meter.ts";
import { openTestForms } from "../functions/form/forms.ts";
import type { Bench } from "./bench-types.ts";
import { districtUnits } from "./district.ts";
import { metered } from "./metered.ts";
import { communityOperations } from "./operations.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";
import { oneHousehold, writeResidents } from "./residents.ts";
import { grouped, printTable } from "./table.ts";

/** Capacity units (容量单位) of each operation, with few and with many residents in the table: they must not grow. */
export const benchCapacity: Bench = async ({ quick }) => {
  const sizes = quick ? [100, 1_000] : [1_000, 100_000];
  const linli = await openTestForms(PLAIN_ENGINE);
  const meter = metered(linli.documents);
  const household = await oneHousehold(linli);
  const measured: Record<string, Meter>[] = [];
  const filling: string[] = [];
  let written = 0;
  for (const size of sizes) {
    const started = performance.now();
    await writeResidents(linli, written, size, household);
    filling.push(`${grouped(size - written)} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    written = size;
    measured.push(await communityOperations(linli, meter, size, household));
  }
  await linli.engine.close();
  const [few = {}, many = {}] = measured;
  const headings = sizes.map((size) => `${grouped(size)} residents`);
  printTable(["R read, W write units / requests", ...headings, ""], compared(few, many));
  console.log("An import of few rows looks up what each row needs; one of many reads the list once, or once a slice.");
  console.log(`Residents written: ${filling.join(", ")}.`);

  const district = [await districtUnits(50, 1_200), await districtUnits(50, 120_000)] as const;
  console.log("");
  printTable(["50 communities", "1,200 residents each", "120,000 residents each", ""], compared(...district));
  const larger = await districtUnits(quick ? 500 : 5_000, 1_200);
  console.log("");
  printTable(
    ["district", "50 communities", `${grouped(quick ? 500 : 5_000)} communities`, "units per community"],
    Object.entries(district[0]).map(([name, meter]) => {
      const many = larger[name] ?? meter;
      return [
        name,
        shown(meter),
        shown(many),
        `${(meter.read / 50).toFixed(3)}, ${(many.read / (quick ? 500 : 5_000)).toFixed(3)}`,
      ];
    }),
  );
};

/** Up to a twentieth more counts as flat: an item may come to lie across a border of 4 kB. */
const FLAT = 1.05;

function compared(few: Readonly<Record<string, Meter>>, many: Readonly<Record<string, Meter>>): string[][] {
  return Object.entries(few).map(([name, a]) => {
    const b = many[name] ?? a;
    const grown = (["read", "write", "requests"] as const).filter((part) => b[part] > a[part] * FLAT);
    const growth = grown.map((part) => `${part} x${(b[part] / a[part]).toFixed(2)}`).join(", ");
    return [name, shown(a), shown(b), growth === "" ? "flat" : `GROWS: ${growth}`];
  });
}

const shown = ({ read, write, requests }: Meter) => `${read} R + ${write} W / ${requests}`;
