import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { addRecords } from "./records.ts";
import { publishList, registerVoters } from "./voters.ts";

export type ElectionHands = { readonly clerk: Client; readonly director: Client; readonly street: Client };
type Values = Readonly<Record<string, unknown>>;
type Step = readonly [who: keyof ElectionHands, move: string, daysBefore: number, values?: Values];

const LEADING = [
  { name: "郑国安", role: "head", chosenBy: "第一居民小组" },
  { name: "钱玉梅", role: "deputy", chosenBy: "第四居民小组" },
  { name: "孙建平", role: "member", chosenBy: "第七居民小组" },
];
const REPORT = "三年来，居委会办结居民事项一千二百余件，改造楼道照明，开办老年食堂……";

/** What the committee's election had behind it when its meeting came, by days before election day. */
const COMMITTEE: readonly Step[] = [
  ["street", "form", 50, { leading: LEADING, leadingList: "清街办〔换届〕3 号" }],
  ["clerk", "publicise", 40, { seats: 7, outgoingReport: REPORT }],
  ["clerk", "register", 30],
  ["clerk", "publishList", 28],
  ["clerk", "fixElectors", 26, { groupMinutes: "各小组推选记录 18 份，存档" }],
  ["clerk", "nominate", 25],
  ["clerk", "display", 24],
  ["clerk", "sendUp", 21, { sentUpNo: "桂居〔换届〕5 号" }],
  ["street", "approve", 12, { approvalNo: "清街党工委〔换届〕9 号" }],
  ["clerk", "publishFormal", 7],
  ["clerk", "prepare", 1, { ballots: 60, boxes: 2, hall: "会场、投票处、监票台" }],
];
/** The list that hangs from the day of a step. */
const LISTS: Readonly<Record<string, string>> = {
  publishList: "voters",
  display: "candidates",
  publishFormal: "formal-candidates",
};
const PARTY: readonly Step[] = [
  ["street", "form", 60, { leading: LEADING, leadingList: "清街办〔换届〕4 号" }],
  ["clerk", "publicise", 52, { seats: 5, partyBody: "general", outgoingReport: REPORT }],
  ["clerk", "fixElectors", 51, { members: 86 }],
];

/**
 * A campaign (换届) as it stands on the day of the committee's election meeting: the committee's election ready for its
 * vote, the Party's still under way.
 */
export async function addElections(
  hands: ElectionHands,
  community: string,
  { meeting, day }: { readonly meeting: string; readonly day: string },
): Promise<string> {
  const { clerk } = hands;
  const campaign = { campaign: `${day.slice(0, 4)} 年换届`, term: 3, from: addDays(day, -55) };
  const later = addDays(day, 50);
  const [committee = "", party = ""] = await addRecords(clerk, community, "elections", [
    { ...campaign, title: "第三届居民委员会换届选举", kind: "committee", seats: 7, day, until: addDays(day, 60) },
    { ...campaign, title: "第三届党总支换届选举", kind: "party", day: later, until: addDays(later, 10) },
  ]);
  const training = { topic: "election", audience: ["election", "staff"], persons: 14, hours: 4, teacher: "街道民政办" };
  await addRecords(clerk, community, "trainings", [
    { ...training, date: addDays(day, -45), subject: "选举业务培训：程序、选票和计票" },
  ]);
  await publishNotice(hands, `/api/communities/${community}`, addDays(later, 10));
  await taken(hands, { community, id: committee, day, meeting }, COMMITTEE);
  await taken(hands, { community, id: party, day: later }, PARTY);
  return committee;
}

/** The result is announced on the spot; what follows waits for the street. */
export function announceElection(
  { clerk }: ElectionHands,
  community: string,
  id: string,
  day: string,
): Promise<unknown> {
  const values = { countSheet: "计票单 2 份，监票人、计票人签字", stepOn: day };
  return clerk.call("POST", `/api/communities/${community}/registers/elections/records/${id}/moves/announce`, {
    values,
  });
}

/** Takes steps one after another, each on its day. */
async function taken(
  hands: ElectionHands,
  { community, id, day, meeting }: { community: string; id: string; day: string; meeting?: string },
  steps: readonly Step[],
): Promise<void> {
  const path = `/api/communities/${community}`;
  const record = `${path}/registers/elections/records/${id}`;
  for (const [who, move, before, values = {}] of steps) {
    const on = addDays(day, -before);
    const kind = meeting === undefined ? undefined : LISTS[move];
    if (kind) await publishList(hands, path, { kind, election: id, on });
    const held = move === "nominate" || move === "prepare" ? { meeting } : {};
    const counted = move === "register" ? { voters: await registerVoters(hands, path, id, day) } : {};
    const body = { values: { ...values, ...held, ...counted, stepOn: on } };
    await hands[who].call("POST", `${record}/moves/${move}`, body);
  }
}

async function publishNotice({ clerk, director }: ElectionHands, path: string, to: string): Promise<void> {
  const body =
    "本届居委会任期届满，依法换届。应选委员 7 人，由居民代表会议无记名投票差额选举。\n年满十八周岁、未被剥夺政治权利的居民均可登记。";
  const draft = { kind: "election", title: "居民委员会换届选举公告", addressee: "全体居民", body, to };
  const { id } = (await clerk.call("POST", `${path}/publications`, draft)) as { id: string };
  await clerk.call("POST", `${path}/publications/${id}/submit`, {});
  await director.call("POST", `${path}/publications/${id}/approve`, {});
  await clerk.call("POST", `${path}/publications/${id}/post`, {});
}
