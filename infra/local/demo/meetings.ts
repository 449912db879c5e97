import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { addElections, announceElection } from "./election.ts";
import { DECIDED, type DemoProposal, NEXT } from "./proposals.ts";
import { randomFrom } from "./random.ts";
import { addRecords, type Listed, listRecords } from "./records.ts";

/** Those whose hands a meeting goes through. `names` are people with an account, who do not stand. */
export type MeetingHands = {
  readonly clerk: Client;
  readonly director: Client;
  readonly secretary: Client;
  readonly street: Client;
  readonly names: readonly string[];
};
type Vote = { readonly id: string; readonly ballot: readonly { readonly id: string }[] };
type Meeting = { readonly roll: readonly { readonly id: string }[]; readonly votes: readonly Vote[] };

const UNIT_REPRESENTATIVES = ["方志远", "石慧", "龚建华", "贺敏", "汤立新", "尹秋月", "黎宏伟", "易晓燕", "常青松"];
const RESIDENT_REPRESENTATIVES = 46;
const PRESENT = 52;
/** Of nine for seven seats six are elected; two have as many votes as each other, and stand again. */
const FAVOUR = [48, 46, 45, 43, 40, 38, 29, 29, 20];
const VALID = 51;
const RUN_OFF = [31, 20];
/** Marks at the door that are sent at once, as by several clerks. */
const DOORS = 8;

/**
 * Representatives, an election with a run-off and nine decisions at one meeting, and the next meeting in preparation
 * (居民代表会议): through the same addresses as in the console.
 */
export async function addMeetings(hands: MeetingHands, community: string, today: string): Promise<void> {
  const { clerk, director } = hands;
  const path = `/api/communities/${community}`;
  const day = addDays(today, -20);
  const representatives = await addRepresentatives(clerk, community, addDays(day, -30));
  const officers = [
    { name: representatives[0], role: "head" },
    { name: representatives[1], role: "scrutineer" },
    { name: representatives[2], role: "teller" },
  ];
  const agenda = "一、听取上届居委会工作报告\n二、选举新一届居委会\n三、表决各项议题";
  const place = "社区服务中心二楼会议室";
  const common = { kind: "representatives", place, officers };
  const [held = "", next = ""] = await addRecords(clerk, community, "meetings", [
    { ...common, title: "居民代表会议暨换届选举大会", at: `${day}T14:00`, agenda },
    { ...common, title: "居民代表会议（本季度）", at: `${today}T19:00`, agenda: "表决两项议题" },
  ]);
  const proposals = await addProposals(hands, community, DECIDED, held, addDays(day, -10));
  const taken = new Set([...representatives.slice(0, 3), ...hands.names]);
  await addCandidates(clerk, community, held, day, taken);
  const campaign = await addElections(hands, community, { meeting: held, day });

  await clerk.call("POST", `${path}/meetings/${held}/call`, {});
  const { roll } = (await clerk.call("GET", `${path}/meetings/${held}`)) as Meeting;
  for (let from = 0; from < PRESENT; from += DOORS) {
    const marks = roll
      .slice(from, Math.min(PRESENT, from + DOORS))
      .map(({ id }) => clerk.call("POST", `${path}/meetings/${held}/attendance`, { person: id, present: true }));
    await Promise.all(marks);
  }
  await clerk.call("POST", `${path}/meetings/${held}/open`, {});
  const vote = voting(hands, path);
  const election = await vote.prepared(held, { rule: "V2", seats: 7, title: "选举新一届居民委员会成员" });
  await vote.counted(election, FAVOUR, VALID);
  const runOff = ((await clerk.call("GET", `${path}/meetings/${held}`)) as Meeting).votes.at(-1);
  if (runOff && runOff.id !== election) await vote.counted(runOff.id, RUN_OFF, VALID);
  await announceElection(hands, community, campaign, day);
  for (const [index, { votes, until }] of DECIDED.entries()) {
    const proposal = proposals[index] ?? "";
    await vote.byHands(await vote.prepared(held, { rule: "V5", proposal }), votes);
    await carriedOut(clerk, `${path}/registers/proposals/records/${proposal}/moves`, until);
  }
  const minutes =
    "应到代表 55 人，实到 52 人。选出居委会成员 7 人，其中 1 人经另行投票选出；表决议题 9 项，通过 8 项。";
  await clerk.call("POST", `${path}/meetings/${held}/close`, { values: { minutes } });

  const put = await addProposals(hands, community, NEXT, next, addDays(today, -3));
  await director.call("POST", `${path}/meetings/${next}/call`, {});
  await vote.prepared(next, { rule: "V5", proposal: put[0] });
}

/** Representatives of the groups, and of the units in the community; their names in order. */
async function addRepresentatives(client: Client, community: string, from: string): Promise<string[]> {
  const random = randomFrom(31);
  const [residents, groups, bodies] = await Promise.all([
    listRecords(client, community, "residents"),
    listRecords(client, community, "groups"),
    listRecords(client, community, "bodies"),
  ]);
  const adults = random.shuffled(residents).filter(({ values }) => isAged(values, from, 30, 76));
  const ofGroups = adults.slice(0, RESIDENT_REPRESENTATIVES).map(({ id, values }, index) => ({
    person: values.name,
    resident: id,
    via: "group",
    group: groups[index % groups.length]?.id,
    households: 26,
    from,
  }));
  const units = bodies.filter(({ values }) => values.layer === "unit" || values.layer === "company");
  const ofUnits = UNIT_REPRESENTATIVES.map((person, index) => ({
    person,
    via: "unit",
    unit: units[index % units.length]?.id,
    from,
  }));
  await addRecords(client, community, "representatives", [...ofGroups, ...ofUnits]);
  return ofGroups.map(({ person }) => String(person));
}

async function addCandidates(
  client: Client,
  community: string,
  meeting: string,
  day: string,
  taken: ReadonlySet<string>,
): Promise<void> {
  const residents = randomFrom(32).shuffled(await listRecords(client, community, "residents"));
  const names = new Set(taken);
  const standing: Listed[] = [];
  for (const resident of residents) {
    const name = String(resident.values.name);
    if (names.has(name) || !isAged(resident.values, day, 28, 56)) continue;
    names.add(name);
    if (standing.push(resident) === FAVOUR.length) break;
  }
  await addRecords(
    client,
    community,
    "candidates",
    standing.map(({ id, values }, index) => ({
      meeting,
      rule: "V2",
      person: values.name,
      office: "member",
      resident: id,
      sex: values.sex,
      birth: values.birth,
      ...(values.education ? { education: values.education } : {}),
      nominatedBy: index % 3 === 0 ? "organisation" : "groups",
      nominators: 12 + index,
    })),
  );
}

/** Proposals as they go through the hands of clerk, secretary and director, up to the meeting. */
async function addProposals(
  { clerk, secretary, director }: MeetingHands,
  community: string,
  all: readonly Pick<DemoProposal, "class" | "title" | "text">[],
  meeting: string,
  drafted: string,
): Promise<string[]> {
  const values = all.map(({ class: kind, title, text }) => ({ class: kind, title, text, drafted }));
  const ids = await addRecords(clerk, community, "proposals", values);
  await Promise.all(
    ids.map(async (id) => {
      const moves = `/api/communities/${community}/registers/proposals/records/${id}/moves`;
      await secretary.call("POST", `${moves}/pass`, { values: { partyMinutes: "支部委员会讨论，同意提交" } });
      await director.call("POST", `${moves}/put`, { values: { meeting } });
    }),
  );
  return ids;
}

/** Votes as two people hold them. */
function voting({ clerk, director }: MeetingHands, path: string) {
  const act = (client: Client, vote: string, name: string, body: object = {}) =>
    client.call("POST", `${path}/votes/${vote}/${name}`, body) as Promise<Vote>;
  return {
    prepared: async (meeting: string, body: object) =>
      ((await clerk.call("POST", `${path}/meetings/${meeting}/votes`, body)) as Vote).id,
    /** By ballot: the same figures from the hands of two. */
    counted: async (vote: string, favour: readonly number[], valid: number) => {
      const { ballot } = await act(clerk, vote, "open");
      const tallies = Object.fromEntries(
        ballot.map(({ id }, index) => {
          const votes = favour[index] ?? 0;
          const abstain = Math.min(2, valid - votes);
          return [id, { for: votes, against: valid - votes - abstain, abstain }];
        }),
      );
      const count = { issued: PRESENT, returned: PRESENT, spoiled: PRESENT - valid, tallies };
      await act(clerk, vote, "counts", count);
      await act(director, vote, "counts", count);
      await act(director, vote, "announce");
    },
    byHands: async (vote: string, [favour, against]: readonly [number, number]) => {
      const { ballot } = await act(clerk, vote, "open");
      const tally = { for: favour, against, abstain: PRESENT - favour - against };
      await act(clerk, vote, "counts", { tallies: Object.fromEntries(ballot.map(({ id }) => [id, tally])) });
      await act(director, vote, "announce");
    },
  };
}

/** Carries out what was adopted, as far as it has come. */
async function carriedOut(clerk: Client, moves: string, until: DemoProposal["until"]): Promise<void> {
  const steps: readonly (readonly [DemoProposal["until"], string, object])[] = [
    ["published", "publish", {}],
    ["doing", "start", { assignee: "何晓慧" }],
    ["done", "finish", { result: "已按决定办理完毕，结果在公开栏公布。" }],
  ];
  const last = steps.findIndex(([state]) => state === until);
  for (const [, move, values] of steps.slice(0, last + 1)) await clerk.call("POST", `${moves}/${move}`, { values });
}

function isAged(values: Listed["values"], day: string, least: number, most: number): boolean {
  const age = ageOn(String(values.birth), day);
  return age >= least && age <= most && values.live === "here";
}
