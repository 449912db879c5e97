import { isAdopted } from "../rules/proposal.ts";
import { type Coverage, coveredBut, type Gap, isCurrent, type Lists, type Row, textOf } from "../schema/coverage.ts";
import type { Label } from "../schema/label.ts";

/** Elections that are, or were, held in a campaign. */
const ASIDE: ReadonlySet<string> = new Set(["earlier", "cancelled"]);

/** Committee and Party organisation are elected side by side in one campaign (S3.1). */
export const campaigns: Coverage = {
  name: "campaigns",
  label: { zh: "党组织与居委会同步换届", en: "Committee and Party elected together" },
  definition: {
    zh: "同一批次里居委会和党组织各有一条换届记录的批次。",
    en: "Campaigns with an election of the committee and one of the Party organisation.",
  },
  reads: ["elections"],
  of: (lists) => {
    const byCampaign = new Map<string, Row[]>();
    for (const row of lists("elections")) {
      if (ASIDE.has(textOf(row, "state"))) continue;
      const campaign = textOf(row, "campaign");
      byCampaign.set(campaign, [...(byCampaign.get(campaign) ?? []), row]);
    }
    const gaps = [...byCampaign].flatMap(([title, rows]): Gap[] => {
      const [row] = rows;
      if (!row || new Set(rows.map((one) => textOf(one, "kind"))).size > 1) return [];
      const isCommittee = textOf(row, "kind") === "committee";
      const why: Label = isCommittee
        ? { zh: "没有党组织换届", en: "No election of the Party organisation" }
        : { zh: "没有居委会换届", en: "No election of the committee" };
      return [{ title, why, register: "elections", id: row.id, due: textOf(row, "from") }];
    });
    return coveredBut(byCampaign.size, gaps);
  },
};

/** States of an election in which no leading group is at work. */
const NOT_LED: ReadonlySet<string> = new Set(["earlier", "cancelled", "planned", "postponed", "reported"]);

/** A leading group is preferably headed by the Party head who does not stand (S3.6). */
export const electionHeads: Coverage = {
  name: "election-heads",
  label: { zh: "选举领导小组组长", en: "Heads of leading groups" },
  definition: {
    zh: "组长为现任书记的居委会选举领导小组；提倡由不参选的党组织负责人担任。",
    en: "Leading groups of the committee's elections headed by the Party secretary in office, as is preferred.",
  },
  reads: ["elections", "posts"],
  of: (lists, today) => {
    const led = lists("elections").filter(
      (row) => textOf(row, "kind") === "committee" && !NOT_LED.has(textOf(row, "state")),
    );
    const secretaries = new Set(
      lists("posts")
        .filter((row) => textOf(row, "post") === "secretary" && isCurrent(row, today))
        .map((row) => textOf(row, "person")),
    );
    const gaps = led
      .filter(({ values }) => !headOf(values.leading).some((name) => secretaries.has(name)))
      .map((row): Gap => {
        const why = { zh: "组长不是现任书记", en: "Its head is not the secretary" };
        return { title: textOf(row, "title"), why, register: "elections", id: row.id };
      });
    return coveredBut(led.length, gaps);
  },
};

function headOf(leading: unknown): readonly string[] {
  if (!Array.isArray(leading)) return [];
  return leading.filter((row) => row?.role === "head").map((row) => String(row.name));
}

/** One thing a new committee sets in order, and whether the lists show it since the day it was elected. */
type Item = { readonly title: Label; readonly isThere: (lists: Lists, since: string, today: string) => boolean };

const issued =
  (kinds: readonly string[]): Item["isThere"] =>
  (lists, since) =>
    lists("documents").some(
      (row) =>
        kinds.includes(textOf(row, "kind")) && textOf(row, "state") === "issued" && textOf(row, "validFrom") >= since,
    );
const adopted =
  (kind: string): Item["isThere"] =>
  (lists, since) =>
    lists("proposals").some((row) => textOf(row, "class") === kind && adoptedSince(row, since));
const adoptedSince = (row: Row, since: string) => isAdopted(textOf(row, "state")) && textOf(row, "decidedOn") >= since;

const ITEMS: readonly Item[] = [
  {
    title: { zh: "委员分工", en: "Division of work" },
    isThere: (lists, since, today) => {
      const members = lists("posts").filter(
        (row) =>
          ["director", "deputy", "member"].includes(textOf(row, "post")) &&
          textOf(row, "from") >= since &&
          isCurrent(row, today),
      );
      return members.length > 0 && members.every(({ values }) => Array.isArray(values.dutyLine));
    },
  },
  { title: { zh: "任期目标", en: "Targets of the term" }, isThere: adopted("targets") },
  { title: { zh: "工作计划", en: "Work plan" }, isThere: adopted("work") },
  { title: { zh: "自治章程或居民公约", en: "Charter or pledge" }, isThere: issued(["charter", "pledge"]) },
  { title: { zh: "居民代表会议制度", en: "Rules of the representative meeting" }, isThere: issued(["assembly"]) },
  { title: { zh: "议事、财务等工作制度", en: "Rules of work: council, finance" }, isThere: issued(["rule"]) },
  {
    title: { zh: "财务公开", en: "Finance made public" },
    isThere: (lists, since) =>
      lists("publications").some(
        (row) =>
          textOf(row, "kind") === "finance" &&
          ["posted", "archived"].includes(textOf(row, "state")) &&
          textOf(row, "from") >= since,
      ),
  },
];

/** What a new committee sets in order (S3.24): division of work, targets and plan, charter or pledge, rules, finance. */
export const afterElection: Coverage = {
  name: "after-election",
  label: { zh: "换届后建章立制", en: "Set in order after an election" },
  definition: {
    zh: "最近一次居委会换届之后，已分工、已通过、已发布、已公开的各项。",
    en: "Since the committee was last elected: divided, adopted, issued and made public.",
  },
  reads: ["elections", "posts", "proposals", "documents", "publications"],
  of: (lists, today) => {
    const held = lists("elections").filter(
      (row) => textOf(row, "kind") === "committee" && textOf(row, "votedOn") !== "" && !ASIDE.has(textOf(row, "state")),
    );
    const [last] = held.sort((a, b) => (textOf(a, "votedOn") < textOf(b, "votedOn") ? 1 : -1));
    if (!last) return coveredBut(0, []);
    const since = textOf(last, "votedOn");
    const missing = ITEMS.filter(({ isThere }) => !isThere(lists, since, today));
    const gaps = missing.map(({ title }): Gap => {
      const why = { zh: `${since} 换届后没有`, en: `${title.en}: not since the election of ${since}` };
      return { title: title.zh, why, register: "elections", id: last.id };
    });
    return coveredBut(ITEMS.length, gaps);
  },
};
