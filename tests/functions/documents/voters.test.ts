import { afterEach, beforeEach, expect, it } from "vitest";
import { openJobsPump } from "../../support/pump-jobs.ts";
import { type Campaign, elections, LEADING, mobilised, on, openCampaign, planned, told } from "./campaign.ts";
import { add, addOne, check, edit, gaps, moved } from "./desk.ts";

let world: Campaign;
let households: string[];
let groups: string[];
beforeEach(async () => {
  world = await openCampaign();
  groups = await add(world.clerk, "groups", [
    { no: 1, name: "第一居民小组" },
    { no: 2, name: "第二居民小组" },
  ]);
  const dwellings = await add(
    world.clerk,
    "dwellings",
    groups.map((group, at) => ({ building: `${at + 1}栋`, room: "101", use: "self", group })),
  );
  households = await add(
    world.clerk,
    "households",
    dwellings.map((dwelling, at) => ({ no: `${at + 1}`, dwelling, kind: "family" })),
  );
});
afterEach(() => world.engine.close());

const person = (name: string, more: object = {}, home = 0) => ({
  name,
  sex: "1",
  birth: "1970-01-01",
  household: households[home],
  relation: "unverified",
  live: "here",
  ...more,
});

type Entry = { id: string; version: number; values: Record<string, unknown> };
async function entries(): Promise<Entry[]> {
  const { body } = await world.clerk("GET", "/registers/voters/records?limit=200");
  return (body as unknown as { records: Entry[] }).records;
}
const names = async () => (await entries()).map(({ values }) => String(values.name)).sort();

async function formed(): Promise<string> {
  const id = await planned(world);
  await elections.moved(world.street, id, "form", { leading: LEADING, leadingList: "街办 1" });
  return id;
}

/** The list is made from the residents, as the step in the console does it. */
async function enrolled(election: string): Promise<void> {
  await elections.moved(world.clerk, election, "enrol");
  await (await openJobsPump(world, world.deps)).run();
}

const three = async (who = world.clerk) =>
  Object.fromEntries(
    await Promise.all(
      ["double", "missed", "wrong"].map(async (name) => [name, gaps(await check(who, `voters-${name}`))]),
    ),
  );

it("S3.8 everybody living here who is eighteen on election day is registered, once, however often the list is made", async () => {
  await add(world.director, "residents", [
    person("甲一"),
    person("乙二", { birth: "2008-12-26" }, 1),
    person("丙三", { birth: "2008-12-27" }),
    person("丁四", { live: "moved" }),
    person("戊五", { live: "dead" }),
    person("己六", { voting: "deprived" }),
    person("庚七", { voting: "unable", live: "away" }),
  ]);
  const election = await formed();
  await enrolled(election);
  expect(await names()).toEqual(["乙二", "庚七", "甲一"].sort());
  const second = (await entries()).find(({ values }) => values.name === "乙二");
  expect(second?.values).toMatchObject({ election, group: groups[1], birth: "2008-12-26", state: "registered" });
  // Nothing of it says who may not vote.
  expect(JSON.stringify(await entries())).not.toContain("deprived");
  const before = await entries();
  await addOne(world.clerk, "residents", person("辛八"));
  await enrolled(election);
  await enrolled(election);
  expect(await names()).toHaveLength(4);
  const versions = new Map((await entries()).map(({ id, version }) => [id, version]));
  expect(before.map(({ id }) => versions.get(id))).toEqual(before.map(({ version }) => version));
  expect(await three()).toEqual({ double: [], missed: [], wrong: [] });
});

it("S3.8 two runs at once, and an entry made by hand meanwhile, register nobody twice", async () => {
  const ids = await add(
    world.clerk,
    "residents",
    Array.from({ length: 40 }, (_, at) =>
      person(`居民${"甲乙丙丁戊己庚辛"[at % 8]}${"一二三四五"[Math.floor(at / 8)]}`),
    ),
  );
  const election = await formed();
  await addOne(world.clerk, "voters", { election, name: "居民甲一", birth: "1970-01-01", resident: ids[0] });
  await addOne(world.clerk, "voters", { election, name: "居民乙一", birth: "1970-01-01" });
  await elections.moved(world.clerk, election, "enrol");
  await enrolled(election);
  expect(new Set(await names()).size).toBe(40);
  expect(await names()).toHaveLength(40);
  const twice = await world.clerk("POST", "/registers/voters/records", {
    values: { election, name: "居民甲一", resident: ids[0] },
  });
  expect(told(twice)).toEqual([422, "election not-unique", "resident not-unique"]);
});

it("S3.8 double, missed and wrong entries are three lists that are worked down or signed off, by whom and why", async () => {
  const residents = await add(world.director, "residents", [
    person("甲一"),
    person("乙二"),
    person("丙三", { birth: "2010-01-01" }),
  ]);
  const election = await formed();
  await enrolled(election);
  const [, , child = ""] = residents;
  const twin = await addOne(world.clerk, "voters", { election, name: "甲一", birth: "1970-01-01" });
  await addOne(world.clerk, "voters", { election, name: "丙三", birth: "2010-01-01", resident: child });
  await addOne(world.clerk, "residents", person("辛八"));
  await edit(world.clerk, "residents", residents[1] ?? "", { live: "dead" });
  expect(await three()).toEqual({
    double: ["甲一: 疑似重登", "甲一: 疑似重登"],
    missed: ["辛八: 未登记"],
    wrong: ["丙三: 选举日未满年龄", "乙二: 已去世"].sort((a, b) => a.localeCompare(b, "zh")),
  });
  // Missed: registered elsewhere. Wrong: deleted. Double: two people, signed off by the director.
  const last = (await world.clerk("GET", "/registers/residents/records?limit=200")).body as unknown as {
    records: Entry[];
  };
  const missed = last.records.find(({ values }) => values.name === "辛八")?.id;
  await addOne(world.clerk, "voters", { election, name: "辛八", resident: missed, excluded: "elsewhere" });
  for (const { id, version, values } of await entries()) {
    if (values.name !== "丙三" && values.name !== "乙二") continue;
    const gone = await world.clerk("DELETE", `/registers/voters/records/${id}`, undefined, {
      "if-match": `${version}`,
    });
    expect(gone.status).toBeLessThan(300);
  }
  const bare = await world.director("POST", `/registers/voters/records/${twin}/moves/settle`, {});
  expect(told(bare)).toEqual([422, "settledWhy required"]);
  const grounds = { values: { settledWhy: "同名同日生，两人" } };
  const council = await world.council("POST", `/registers/voters/records/${twin}/moves/settle`, grounds);
  expect([403, 404]).toContain(council.status);
  const signed = await moved(world.director, "voters", twin, "settle", grounds.values);
  expect(signed).toMatchObject({ state: "settled", settled: ["double"], settledBy: "Director" });
  expect(await three()).toEqual({ double: [], missed: [], wrong: [] });
  // What was signed off is not changed under the signature.
  const changed = await edit(world.clerk, "voters", twin, { name: "甲二" });
  expect(told(changed)).toEqual([422, "name locked"]);
  const fine = (await entries()).find(({ values }) => values.name === "辛八");
  expect(told(await world.director("POST", `/registers/voters/records/${fine?.id}/moves/settle`, grounds))).toEqual([
    409,
    "state nothing-doubtful",
  ]);
});
void [mobilised, on];
