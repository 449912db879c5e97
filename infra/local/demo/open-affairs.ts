import { periodBefore, periodOf } from "../../../shared/rules/duty.ts";
import type { Client } from "./client.ts";

type Hands = {
  readonly clerk: Client;
  readonly clerkName: string;
  readonly director: Client;
  readonly council: Client;
};
type Step = "collecting" | "compiled" | "posted" | "questioned";
type Item = {
  readonly class: string;
  readonly period: string;
  readonly items: string;
  readonly text: string;
  readonly until: Step;
};

const COLLECTED = {
  opinions: "楼栋长收集意见 12 条，已逐条登记。",
  explanation: "经办人说明了数字的来源。",
};

/** Open affairs of the last quarter (居务公开), each as far as it has come: two hang, one is questioned, two are under way. */
export async function addOpenAffairs(hands: Hands, community: string, today: string): Promise<void> {
  const path = `/api/communities/${community}`;
  const { council, director, clerk, clerkName } = hands;
  const quarter = periodOf("quarter", today);
  const last = periodBefore("quarter", quarter);
  const { records } = (await clerk.call("GET", `${path}/registers/publications/records?limit=100`)) as {
    records: { values: Readonly<Record<string, unknown>> }[];
  };
  const month = records.find(({ values }) => values.kind === "finance" && values.state === "posted")?.values.month;
  for (const { until, items, text, ...item } of itemsOf(last, quarter, month)) {
    const { id } = (await clerk.call("POST", `${path}/registers/open-affairs/records`, { values: item })) as {
      id: string;
    };
    const move = (who: Client, name: string, values = {}) =>
      who.call("POST", `${path}/registers/open-affairs/records/${id}/moves/${name}`, { values });
    if (until === "collecting") continue;
    await move(clerk, "collect", { ...COLLECTED, items, responsible: clerkName, explainedBy: clerkName });
    await move(clerk, "compile", { text, evidence: "会议记录和登记簿", checkedBy: clerkName });
    if (until === "compiled") continue;
    await move(director, "fix", { minutes: "居委会例会审定，同意公布。" });
    await move(council, "approve");
    const { values } = (await move(clerk, "post")) as { values: { publication: string } };
    const postings = [{ place: "wall", on: today, by: clerkName, note: "照片 1 张" }];
    await clerk.call("POST", `${path}/publications/${values.publication}/note`, { values: { postings } });
    if (until !== "questioned") continue;
    const question = { type: "opinion", cause: "楼道照明的中标价是怎么定的？", channel: "desk", received: today };
    const asked = (await clerk.call("POST", `${path}/registers/cases/records`, { values: question })) as { id: string };
    const given = { addressee: ["committee"], affairs: id };
    await clerk.call("POST", `${path}/registers/cases/records/${asked.id}/moves/classify`, { values: given });
  }
}

function itemsOf(last: string, quarter: string, month: unknown): readonly Item[] {
  return [
    {
      class: "targets",
      period: last,
      items: "任期目标、工作计划执行情况",
      text: "老旧楼道照明改造完成三栋。\n本季开展居民活动九次，参加 412 人次。\n老年食堂选址已定，下季动工。",
      until: "posted",
    },
    {
      class: "funds",
      period: last,
      items: "楼道照明改造招标",
      text: "三号楼楼道照明改造公开招标，三家投标，中标价 23,600 元。\n监督小组全程参加开标。",
      until: "questioned",
    },
    ...(typeof month === "string"
      ? [
          {
            class: "finance",
            period: month,
            items: "收支表、集体资产",
            text: "本月收支见收支公开表，议事会已审核。\n集体资产无增减。",
            until: "posted" as const,
          },
        ]
      : []),
    {
      class: "birth",
      period: last,
      items: "生育登记、优生检查、托育补贴",
      text: "本季办理生育登记 6 件，托育补贴 3 件。",
      until: "compiled",
    },
    { class: "targets", period: quarter, items: "", text: "", until: "collecting" },
  ];
}
