import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { type Random, randomFrom } from "./random.ts";
import { addRecords, type Listed, listRecords } from "./records.ts";

/** Kinds of service targets who need help to get away (结对转移). */
const NEED_HELP: Readonly<Record<string, string>> = {
  "alone-old": "alone",
  "lonely-old": "alone",
  disabled: "disabled",
  minor: "child",
};

/** Whose posts see at home who asks for aid. */
const VISITORS: ReadonlySet<unknown> = new Set(["low-income", "social-security"]);

type Field = {
  readonly clerk: Client;
  readonly director: Client;
  readonly community: string;
  readonly today: string;
  readonly random: Random;
};

/**
 * What staff and group leaders do out in the community (日常工作): who answers for which building and group, whom they
 * visited, who helps whom to get away, where they patrolled. Something is missing everywhere, so that checks find it.
 */
export async function addFieldwork(hands: Pick<Field, "clerk" | "director">, community: string, today: string) {
  const field: Field = { ...hands, community, today, random: randomFrom(41) };
  const residents = await listRecords(field.clerk, community, "residents");
  const leaders = await addLeaders(field, residents);
  await Promise.all([addTeams(field), addCare(field, residents, leaders), addRounds(field, leaders)]);
  await addApplications(field, residents);
}

/** A leader for every group and building but the last two, and an informer for most. */
async function addLeaders(field: Field, residents: readonly Listed[]): Promise<readonly string[]> {
  const { clerk, community, today, random } = field;
  const groups = await listRecords(clerk, community, "groups");
  const neighbours = random.shuffled(residents.filter(({ values }) => isOfAge(values, today)));
  const from = addDays(today, -420);
  const leaders: string[] = [];
  const patches: object[] = [];
  for (const [index, { id, version }] of groups.entries()) {
    const [leader, informer] = [neighbours[2 * index], neighbours[2 * index + 1]];
    if (!leader || !informer || index >= groups.length - 1) continue;
    const held = await grant(field, "group-leader", leader, from);
    leaders.push(held);
    const told = index % 6 === 5 ? undefined : await grant(field, "informer", informer, from);
    patches.push({ id, version, values: { leader: held, ...(told && { informer: told }) } });
  }
  await clerk.call("POST", `/api/communities/${community}/registers/groups/patches`, { patches });
  const covered = leaders.slice(0, -1);
  await addRecords(
    clerk,
    community,
    "buildings",
    covered.map((responsible, index) => ({ building: `${index + 1}栋`, responsible })),
  );
  return leaders;
}

const isOfAge = (values: Listed["values"], today: string) => {
  const age = ageOn(String(values.birth), today);
  return values.live === "here" && age >= 35 && age <= 68;
};

async function grant({ clerk, community }: Field, post: string, { id, values }: Listed, from: string): Promise<string> {
  const given = { post, person: values.name, resident: id, from };
  const granted = (await clerk.call("POST", `/api/communities/${community}/posts/grant`, given)) as { id: string };
  return granted.id;
}

/** Heads for the work stations but one, and the emergency team with its people. */
async function addTeams({ clerk, community, today }: Field): Promise<void> {
  const [squad = ""] = await addRecords(clerk, community, "bodies", [{ name: "桂花社区应急小分队", layer: "squad" }]);
  const stations = (await listRecords(clerk, community, "bodies")).filter(({ values }) => values.layer === "station");
  const heads = [...stations.slice(0, -1).map(({ id }) => id), squad];
  for (const [index, body] of heads.entries()) {
    const person = ["龚守义", "傅兰芝", "阎国安", "晏春燕", "滕勇"][index] ?? "滕勇";
    const given = { post: "head", person, body, from: addDays(today, -200) };
    await clerk.call("POST", `/api/communities/${community}/posts/grant`, given);
  }
  const rescuer = { skills: ["rescue"], team: squad, joined: addDays(today, -180), consent: true };
  await addRecords(clerk, community, "volunteers", [
    { ...rescuer, name: "滕勇", phone: "14400008101", hours: 22 },
    { ...rescuer, name: "幸国栋", phone: "14400008102", hours: 14 },
  ]);
}

/** Visits as each person's interval asks, a few of them late; helpers for most who need one; posts told to job seekers. */
async function addCare(field: Field, residents: readonly Listed[], leaders: readonly string[]): Promise<void> {
  const { clerk, community, today, random } = field;
  const homes = new Map(residents.map(({ id, values }) => [id, values.household]));
  const targets = await listRecords(clerk, community, "service-targets");
  // Somebody may be looked after for two reasons, and is one person to visit.
  const persons = [...new Map(targets.map((target) => [target.values.resident, target])).values()];
  const visits = persons.flatMap(({ values }, index) => {
    const { visitEveryDays: every, resident } = values;
    if (typeof every !== "number" || index % 9 === 0) return [];
    const on = addDays(today, -random.between(0, index % 7 === 0 ? every + 5 : every - 1));
    return [
      {
        on,
        household: homes.get(String(resident)),
        resident,
        kind: "care",
        visitors: [random.pick(leaders)],
        content: random.pick(["身体尚好", "血压偏高，按时服药", "家中整洁", "水管漏水，已约人修"]),
      },
    ];
  });
  const helped = new Map<unknown, object>();
  for (const [index, { values }] of targets.entries()) {
    const reason = NEED_HELP[String(values.kind)];
    const helper = random.pick(residents).values;
    if (!reason || index % 5 === 0 || !helper.phone) continue;
    const helpers = [{ name: helper.name, phone: helper.phone }];
    helped.set(values.resident, { target: values.resident, reason, helpers, meetPoint: "楼下小广场" });
  }
  const placements = targets
    .filter(({ values }, index) => values.kind === "unemployed" && index % 3 > 0)
    .map(({ id }, index) => ({
      target: id,
      employer: random.pick(["演示物业服务有限公司", "桂花便利店（演示）", "演示家政公司"]),
      job: random.pick(["保洁", "保安", "收银", "护理"]),
      introduced: addDays(today, -random.between(1, 90)),
      ...(index % 4 === 0 && { hired: today }),
    }));
  await Promise.all([
    addRecords(clerk, community, "visits", visits),
    addRecords(clerk, community, "evacuation-pairs", [...helped.values()] as Readonly<Record<string, unknown>>[]),
    addRecords(clerk, community, "placements", placements),
  ]);
}

/** Patrols of the last nights, and a hygiene rating of groups and companies. */
async function addRounds({ clerk, community, today, random }: Field, leaders: readonly string[]): Promise<void> {
  const groups = await listRecords(clerk, community, "groups");
  const patrols = [1, 2, 4, 6, 9].map((days) => ({
    kind: "patrol",
    date: addDays(today, -days),
    shift: days % 2 === 0 ? "night" : "evening",
    route: days % 2 === 0 ? "1—9 栋" : "10—18 栋",
    inspectors: leaders.slice(days, days + 2),
    result: "good",
  }));
  const ratings = groups.slice(0, -3).map(({ id }) => {
    const score = random.between(72, 98);
    const result = score < 75 ? { result: "bad", findings: "楼道堆物" } : { result: "good" };
    return { kind: "hygiene", date: addDays(today, -12), group: id, inspectors: leaders.slice(0, 2), score, ...result };
  });
  await addRecords(clerk, community, "inspections", [...patrols, ...ratings]);
}

/** Applications for aid and certificates at every step of their way (低保申请、证明). */
async function addApplications(field: Field, residents: readonly Listed[]): Promise<void> {
  const { clerk, director, community, today, random } = field;
  const at = `/api/communities/${community}/registers`;
  const heads = random.shuffled(residents.filter(({ values }) => isOfAge(values, today))).slice(0, 5);
  const of = ({ id, values }: Listed) => ({ applicant: id, household: values.household });
  const ids = await addRecords(
    clerk,
    community,
    "aid-applications",
    heads.slice(0, 2).map((one, index) => ({
      ...of(one),
      aidClass: "low-income",
      applied: addDays(today, -6 * index),
      persons: 2,
      reason: "失业，家中有长期病人",
      income: 80_000,
      consent: true,
    })),
  );
  const second = heads[1];
  if (second) {
    const visit = { household: second.values.household, kind: "other", on: addDays(today, -3) };
    const posts = await listRecords(clerk, community, "posts");
    const visitors = posts.filter(({ values }) => VISITORS.has(values.post)).map(({ id }) => id);
    const visits = await addRecords(clerk, community, "visits", [{ ...visit, visitors }]);
    await clerk.call("POST", `${at}/aid-applications/records/${ids[1]}/moves/visit`, { values: { visits } });
  }
  const certificates = await addRecords(
    clerk,
    community,
    "certificates",
    heads.slice(2).map(({ id }) => ({ resident: id, kind: "residence", purpose: "办理公交卡" })),
  );
  const move = ({ call }: Client, id: string | undefined, name: string, values: object, reason?: string) =>
    call("POST", `${at}/certificates/records/${id}/moves/${name}`, { values, ...(reason && { reason }) });
  const name = String(heads[2]?.values.name);
  await move(clerk, certificates[0], "check", { matches: true, statement: `兹证明${name}现居住在本社区。` });
  await move(director, certificates[0], "issue", { copy: "档案柜 2 号" });
  const elsewhere = { ground: "other-office", referTo: "派出所户籍窗口" };
  await move(clerk, certificates[1], "refuse", elsewhere, "户籍信息由公安机关证明");
}
