import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import type { Place } from "./places.ts";
import { randomFrom } from "./random.ts";
import { addRecords, listRecords } from "./records.ts";

/** The committee's own record. */
export function committeeOf(place: Place, street: string): Readonly<Record<string, unknown>> {
  return {
    code: place.code,
    name: `${place.name}居民委员会`,
    street,
    phone: "14400000100",
    address: `${place.name.slice(0, 2)}路1号`,
    hours: "周一至周六 9:00-17:30",
    premises: "own",
  };
}

/** A handful of records, as a committee has that has just begun. */
export async function addFirstRecords(client: Client, place: Place, street: string, today: string): Promise<void> {
  await addRecords(client, place.code, "committees", [committeeOf(place, street)]);
  const groups = [1, 2, 3].map((no) => ({ no }));
  await addRecords(client, place.code, "groups", groups);
  const bodies = [
    { name: `${place.name}居民委员会`, layer: "execution", memberCount: 7 },
    { name: `${place.name}党支部`, layer: "core", memberCount: 40 },
  ];
  const [organiser] = await addRecords(client, place.code, "bodies", bodies);
  const day = addDays(today, 9);
  const event = { title: "周末卫生日", kind: "sanitation", organiser, target: ["everyone"], place: "居委会门前" };
  await addRecords(client, place.code, "events", [{ ...event, gather: `${day}T08:30`, end: `${day}T10:30` }]);
}

const BODIES: readonly (readonly [name: string, layer: string, members?: number])[] = [
  ["桂花社区居民委员会", "execution", 7],
  ["桂花社区党支部", "core", 96],
  ["桂花社区居民代表会议", "decision", 55],
  ["桂花社区协商议事会", "decision", 9],
  ["桂花社区监督小组", "decision", 5],
  ["人民调解委员会", "special-committee", 5],
  ["治安保卫委员会", "special-committee", 5],
  ["公共卫生委员会", "special-committee", 5],
  ["社会福利委员会", "special-committee", 3],
  ["文化教育委员会", "special-committee", 3],
  ["互助救济站", "station"],
  ["卫生环境监督站", "station"],
  ["民事纠纷调解站", "station"],
  ["文体活动联络站", "station"],
  ["公益事业服务站", "station"],
  ["演示物业服务有限公司", "company", 42],
  ["演示第二物业服务有限公司", "company", 18],
  ["桂花苑业主委员会", "self-service", 9],
  ["桂花小学（演示）", "unit", 86],
  ["桂花幼儿园（演示）", "unit", 34],
  ["社区卫生服务站（演示）", "unit", 12],
];

/** Bodies and units; the first is the committee itself, whose id organises the events. */
export async function addBodies(client: Client, community: string): Promise<string> {
  const bodies = BODIES.map(([name, layer, memberCount]) => ({ name, layer, ...(memberCount && { memberCount }) }));
  const [committee = ""] = await addRecords(client, community, "bodies", bodies);
  return committee;
}

/** Residents whom the committee looks after, as many of each kind as a community of this size has. */
export async function addServiceTargets(client: Client, community: string, today: string): Promise<void> {
  const random = randomFrom(23);
  const residents = random.shuffled(await listRecords(client, community, "residents"));
  const aged = (least: number, most: number) =>
    residents.filter(({ values }) => {
      const age = ageOn(String(values.birth), today);
      return age >= least && age <= most;
    });
  const kinds: readonly (readonly [kind: string, count: number, from: number, to: number, days?: number])[] = [
    ["alone-old", 48, 66, 120, 7],
    ["lonely-old", 14, 68, 120, 7],
    ["low-income", 52, 0, 90],
    ["disabled", 74, 5, 95, 30],
    ["unemployed", 95, 20, 58],
    ["preferential", 18, 45, 95],
    ["minor", 6, 3, 15, 14],
  ];
  const targets = kinds.flatMap(([kind, count, from, to, visitEveryDays]) =>
    aged(from, to)
      .slice(0, count)
      .map(({ id }) => ({
        resident: id,
        kind,
        from: addDays(today, -random.between(30, 1500)),
        ...(visitEveryDays && { visitEveryDays }),
      })),
  );
  await addRecords(client, community, "service-targets", targets);
}
