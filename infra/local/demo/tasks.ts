import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { addRecords } from "./records.ts";

type Answer = "received" | "checked" | "accept" | "objection" | "not-uniform" | "outside" | "closed" | "done";
type Row = readonly [department: string, title: string, answer: Answer, fundsYuan?: number, paidYuan?: number];

/** What 22 departments handed down (S9.23): 6 refused, 9 accepted with objection, 11 with funds due, 4 of them unpaid. */
const ROWS: readonly Row[] = [
  ["civil-affairs", "困难群众救助政策入户宣传", "accept"],
  ["labour", "用工情况调查", "objection", 3_000],
  ["health", "居民健康档案更新", "done", 2_400, 2_400],
  ["police", "流动人口核查", "objection", 4_800],
  ["justice", "法治宣传周", "accept"],
  ["emergency", "灾害隐患排查", "closed", 1_500, 1_500],
  ["fire", "消防安全入户检查", "accept"],
  ["housing", "老旧小区改造意见征集", "accept"],
  ["city-management", "占道经营巡查", "outside"],
  ["environment", "污染源普查", "objection", 6_000],
  ["education", "适龄儿童入学摸底", "accept"],
  ["culture", "社区文艺汇演", "closed", 2_000, 2_000],
  ["sport", "健身器材登记", "accept"],
  ["disabled", "残疾人需求调查", "done", 1_200, 1_200],
  ["women", "妇女儿童权益宣传", "accept"],
  ["youth", "青少年暑期活动", "closed", 1_800, 1_800],
  ["union", "灵活就业人员入会登记", "objection"],
  ["organisation", "在职党员进社区报到", "accept"],
  ["civility", "文明城市创建入户问卷", "objection", 2_600],
  ["statistics", "人口变动抽样调查", "closed", 3_600, 3_600],
  ["veterans", "退役军人信息采集", "accept"],
  ["market", "食品小作坊检查", "outside"],
  ["civil-affairs", "高龄津贴年审", "accept"],
  ["civil-affairs", "代售福利彩票", "outside"],
  ["labour", "失业人员求职意愿登记", "closed"],
  ["labour", "招聘会入户通知", "accept"],
  ["health", "爱国卫生月活动", "closed"],
  ["health", "健康问卷推广任务", "not-uniform"],
  ["police", "反诈软件安装指标", "not-uniform"],
  ["police", "出租屋信息登记", "accept"],
  ["emergency", "应急演练", "done"],
  ["fire", "电动自行车充电整治宣传", "accept"],
  ["housing", "公租房复核", "objection"],
  ["city-management", "生活垃圾分类督导", "objection", 5_400, 5_400],
  ["environment", "餐饮油烟投诉排查", "objection"],
  ["education", "家庭教育讲座", "closed"],
  ["culture", "电影进社区", "closed"],
  ["statistics", "住户收支调查协助", "objection"],
  ["market", "商户年报催报", "not-uniform"],
  ["organisation", "流动党员摸排", "checked"],
  ["veterans", "立功喜报送达", "checked"],
  ["justice", "调解员名册更新", "received"],
  ["women", "最美家庭推荐", "received"],
];

const WHY: Readonly<Record<string, string>> = {
  "not-uniform": "未经区政府统一安排，请按社区工作准入程序报批后再行交办。",
  outside: "属行政执法或经营事项，不属于居委会职责。",
  "no-funds": "经费未随任务下达，请按“费随事转”拨付。",
};

type Hands = { readonly clerk: Client; readonly director: Client; readonly accountant: Client };

/** Tasks from above and how they were answered (工作准入), as the clerk checks and the director decides them. */
export async function addTasks(hands: Hands, community: string, today: string): Promise<void> {
  const values = ROWS.map(([department, title, , funds, paid], index) => ({
    title,
    department,
    received: index < 39 ? addDays(today, -300 + index * 7) : addDays(today, index < 41 ? -1 : 0),
    basis: `${title}工作通知`,
    responsibilityLetter: index % 3 === 0,
    due: addDays(today, 20 + index),
    ...(funds !== undefined && { fundsDue: funds * 100 }),
    ...(paid !== undefined && { fundsPaid: paid * 100 }),
  }));
  const ids = await addRecords(hands.clerk, community, "tasks", values);
  const path = `/api/communities/${community}/registers/tasks/records`;
  // Tasks have nothing to do with one another; the steps of one follow each other.
  await Promise.all(
    ROWS.map(async ([, , answer], index) => {
      const received = values[index]?.received ?? today;
      for (const [who, name, given] of stepsOf(answer, received)) {
        await hands[who].call("POST", `${path}/${ids[index]}/moves/${name}`, { values: given });
      }
    }),
  );
}

type Step = readonly [who: keyof Hands, move: string, values: object];

/** Steps on the days they would have been taken. */
function stepsOf(answer: Answer, received: string): readonly Step[] {
  if (answer === "received") return [];
  const checked = received;
  const decided = addDays(received, 1);
  const isRefused = answer === "not-uniform" || answer === "outside";
  const found = { uniform: answer !== "not-uniform", withinDuty: answer !== "outside", checked };
  const check: Step = ["clerk", "check", found];
  if (answer === "checked") return [check];
  if (isRefused) return [check, ["director", "refuse", { ground: answer, why: WHY[answer], decided }]];
  if (answer === "objection")
    return [check, ["director", "object", { ground: "no-funds", why: WHY["no-funds"], decided }]];
  const steps: Step[] = [check, ["director", "accept", { decided }]];
  if (answer === "accept") return steps;
  steps.push(["clerk", "finish", { result: "已按要求完成" }]);
  return answer === "done" ? steps : [...steps, ["accountant", "close", {}]];
}
