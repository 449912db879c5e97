import { type Answer, type Caller, COMMUNITY, OTHER_COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";
import { drafted, posted, stepped } from "../publications/desk.ts";
import {
  act,
  arrive,
  bySeed,
  count,
  done,
  figures,
  type Hall,
  held,
  moved as moveMeeting,
  OFFICERS,
  prepared,
  type VoteBody,
} from "../votes/hall.ts";
import { add, addOne, move, moved } from "./desk.ts";

type People = Pick<Hall, "clerk" | "second" | "director" | "secretary" | "council"> & {
  deputy: Caller;
  street: Caller;
  other: Caller;
};

/** A community that holds an election, with the street above it and a clerk of another community. */
export type Campaign = TestApi & People;

async function people({ as }: TestApi): Promise<People> {
  const [clerk, second, director, secretary, council] = await Promise.all([
    as(["clerk"], { name: "Clerk" }),
    as(["deputy"], { name: "Deputy" }),
    as(["director"], { name: "Director" }),
    as(["secretary"], { name: "Secretary" }),
    as(["council"], { name: "Council" }),
  ]);
  const street = await as([], { name: "Street", areas: [{ code: COMMUNITY.slice(0, 9), role: "street" }] });
  const other = await as(["clerk"], { name: "Stranger", community: OTHER_COMMUNITY });
  return { clerk, second, deputy: second, director, secretary, council, street, other };
}

/** A committee under the documents' numbers, on the first day of the campaign of the plan, moved to 2026. */
export async function openCampaign(): Promise<Campaign> {
  const linli = await openTestApi();
  const world = Object.assign(linli, await people(linli));
  await bySeed(world);
  await on(world, "2026-11-03");
  return world;
}

/** Sets the clock to a morning; everybody signs in anew. */
export async function on(world: Campaign, day: string): Promise<void> {
  world.clock.now = Date.parse(`${day}T09:00:00+08:00`);
  Object.assign(world, await people(world));
}

/** The plan's days: 1 November, 26 December, 31 December. */
export const PLAN = { campaign: "2026 年换届", from: "2026-11-01", day: "2026-12-26", until: "2026-12-31", term: 2 };
export const LEADING = [
  { name: "组长甲", role: "head", chosenBy: "第一居民小组" },
  { name: "成员乙", role: "member", chosenBy: "第二居民小组" },
];
export const NAMES = ["张一", "张二", "张三", "张四", "张五", "张六"];

export const elections = {
  move: (who: Caller, id: string, name: string, values: object = {}, reason?: string) =>
    move(who, "elections", id, name, values, reason),
  moved: (who: Caller, id: string, name: string, values: object = {}, reason?: string) =>
    moved(who, "elections", id, name, values, reason),
};

export const planned = ({ clerk }: Campaign, values: object = {}) =>
  addOne(clerk, "elections", { ...PLAN, title: "第二届居民委员会换届选举", kind: "committee", seats: 5, ...values });

/** What is told about a refusal: its status and codes. */
export const told = ({ status, body }: Answer) => [
  status,
  ...(body.fields ?? []).map(({ path, code }) => `${path} ${code}`),
];

/** The election staff is trained, and the notice hangs. */
export async function mobilised(world: Campaign, date: string): Promise<void> {
  const training = {
    date,
    subject: `选举业务 ${date}`,
    topic: "election",
    audience: ["election"],
    persons: 12,
    hours: 4,
  };
  await addOne(world.clerk, "trainings", training);
  await notice(world);
}

export const notice = (world: Campaign) =>
  posted(world as never, {
    kind: "election",
    title: "换届选举公告",
    addressee: "全体居民",
    body: "目的、方法、步骤、名额和条件。",
    signature: "居委会",
    signedOn: "2026-11-10",
    to: "2026-12-31",
  });

/** Makes a list of an election public: its voters, those put forward, or those who stand. */
export async function shown({ clerk, deputy }: Campaign, election: string, kind: string): Promise<string> {
  if (kind === "voters") await addOne(clerk, "voters", { election, name: "选民甲", birth: "1980-01-01" });
  const { id } = await drafted(clerk, { kind, election });
  await stepped(clerk, id, "submit");
  await stepped(deputy, id, "approve");
  await stepped(clerk, id, "post");
  return id;
}
/** The list that a step asks for. */
export const LISTS: Readonly<Record<string, string>> = {
  publishList: "voters",
  display: "candidates",
  publishFormal: "formal-candidates",
};

/** Fifty-five representatives, nine of them of units. */
export async function withRepresentatives({ clerk }: Campaign): Promise<void> {
  const unit = await addOne(clerk, "bodies", { name: "School", layer: "unit" });
  const rows = Array.from({ length: 55 }, (_, index) => ({
    person: `代表${index + 1}`,
    from: "2026-01-01",
    ...(index < 46 ? { via: "group" } : { via: "unit", unit }),
  }));
  await add(clerk, "representatives", rows);
}

export const meetingOn = ({ clerk }: Campaign, day: string, more: object = {}) =>
  addOne(clerk, "meetings", {
    title: `选举大会 ${day}`,
    kind: "representatives",
    at: `${day}T14:00`,
    officers: OFFICERS,
    ...more,
  });

export const stand = ({ clerk }: Campaign, meeting: string, names: readonly string[], office = "member", rule = "V2") =>
  add(
    clerk,
    "candidates",
    names.map((person) => ({ meeting, rule, person, office, birth: "1980-01-01" })),
  );

/** The straight way, step by step: who takes it, and with what. */
const STEPS: readonly (readonly ["clerk" | "street", string, object?])[] = [
  ["street", "form", { leading: LEADING, leadingList: "街办 1" }],
  ["clerk", "publicise", { seats: 5, outgoingReport: "三年工作报告" }],
  ["clerk", "register", { voters: 2400 }],
  ["clerk", "publishList"],
  ["clerk", "fixElectors", { groupMinutes: "存档" }],
  ["clerk", "nominate"],
  ["clerk", "display"],
  ["clerk", "sendUp", { sentUpNo: "1" }],
  ["street", "approve", { approvalNo: "9" }],
  ["clerk", "publishFormal"],
  ["clerk", "prepare", { ballots: 60, boxes: 2, hall: "会场" }],
];

/** An election of the committee that has come to a step, with everything that the steps before it ask for. */
export async function electionUntil(world: Campaign, meeting: string, last: string): Promise<string> {
  const id = await planned(world);
  await mobilised(world, "2026-11-02");
  await withRepresentatives(world);
  for (const [who, name, values = {}] of STEPS.slice(0, STEPS.findIndex((step) => step[1] === last) + 1)) {
    const list = LISTS[name];
    if (list) await shown(world, id, list);
    const more = name === "nominate" || name === "prepare" ? { meeting } : {};
    await elections.moved(world[who], id, name, { ...values, ...more });
  }
  return id;
}

/** The meeting is open: with 41 of its 55, unless others come. */
export async function assembled(world: Campaign, meeting: string, present = 41): Promise<void> {
  await done(moveMeeting(world.clerk, meeting, "call"));
  await arrive(world, meeting, present);
  await done(moveMeeting(world.clerk, meeting, "open"));
}

/** Whom the papers favour: so many of the first names, or of those who stand. */
const favour = ({ ballot }: VoteBody, seats: number) => {
  const winners = [...NAMES, ...ballot.map(({ name }) => name)].filter((name) =>
    ballot.some((row) => row.name === name),
  );
  return ballot.map(({ name }) => (winners.slice(0, seats).includes(name) ? 30 : 9));
};

/** The meeting, and its vote in which the first five names are elected. */
export async function elected(world: Campaign, meeting: string): Promise<void> {
  const vote = await prepared(world.clerk, meeting, { rule: "V2", seats: 5 });
  await assembled(world, meeting);
  await held(world, vote, favour(vote, 5), 41);
}

/** A vote that two people have counted alike; its result is not announced yet. */
export async function counted(world: Campaign, vote: VoteBody, valid = 41): Promise<void> {
  const open = await done<VoteBody>(act(world.clerk, vote.id, "open"));
  const body = figures(open, favour(open, Number(vote.values.seats)), valid);
  await done(count(world.clerk, vote.id, body));
  await done(count(world.second, vote.id, body));
}

export const stepsOf = async ({ clerk }: Campaign, id: string) => {
  const { body } = await clerk("GET", `/registers/elections/records/${id}/moves`);
  return (body as unknown as { steps: { move: string; late?: true }[] }).steps;
};
