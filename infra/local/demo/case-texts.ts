import { addDays } from "../../../shared/rules/calendar.ts";

type Values = Readonly<Record<string, unknown>>;
/** A step as the clerk keys it in, on the day it was taken. */
export type DemoMove = { readonly name: string; readonly values: Values };
export type DemoCase = { readonly values: Values; readonly moves: readonly DemoMove[] };

/** What residents brought up: type, words, place, addressee, and what came of it. */
const OPINIONS: readonly (readonly [type: string, cause: string, place: string, addressee: string, answer: string])[] =
  [
    ["opinion", "3 号楼 2 单元楼道灯坏了两周，老人晚上下楼不安全。", "3 号楼 2 单元", "property", "物业已更换声控灯。"],
    ["supervision", "自来水早晚高峰水压不足，六楼常常没水。", "7 号楼", "utility", "供水公司已检修加压泵，水压恢复。"],
    ["opinion", "建议活动室周末也开放，方便上班的人。", "社区活动室", "committee", "自下月起周六上午开放。"],
    [
      "supervision",
      "物业收了电梯维保费，但电梯三个月没有检修。",
      "11 号楼",
      "property",
      "物业公布了维保记录，并补做检修。",
    ],
    [
      "report",
      "12 号楼楼顶有人搭建铁皮房，疑似违法建设。",
      "12 号楼楼顶",
      "department",
      "综合执法大队已立案，责令拆除。",
    ],
    [
      "opinion",
      "小广场晚上跳舞音量太大，影响孩子做作业。",
      "中心广场",
      "committee",
      "与领舞人约定九点前结束，音量调小。",
    ],
    ["supervision", "燃气公司入户安检没有提前通知。", "5 号楼", "utility", "燃气公司致歉，今后提前三天张贴通知。"],
    ["report", "绿化带被私家车碾压，树苗断了三棵。", "东门绿化带", "property", "物业补种并加装护栏。"],
    ["opinion", "垃圾分类投放点离 9 号楼太远，建议增设一处。", "9 号楼", "property", "在 9 号楼西侧增设一处投放点。"],
    ["consult", "父亲独居，如何申请居家养老服务？", "", "committee", "已上门说明申请条件和所需材料。"],
    ["help", "楼下充电桩线路外露，请帮忙联系处理。", "4 号楼车棚", "property", "电工当日处理并套管。"],
    ["supervision", "街道窗口中午不办事，上班族只能请假。", "街道政务大厅", "town", "街道已安排午间值班窗口。"],
    ["petition", "拆迁过渡费三个月没有发放，要求说明。", "", "department", "区住建委答复本月底补发。"],
    ["opinion", "建议在幼儿园门口施划人行横道。", "幼儿园门口", "department", "交警支队已列入下季度计划。"],
    ["supervision", "停电没有公告，冰箱里的药坏了。", "8 号楼", "utility", "供电公司登门致歉，公布了检修计划。"],
    ["opinion", "快递柜占用消防通道。", "6 号楼", "property", "快递柜已移位。"],
  ];

/** Quarrels between neighbours: cause, place, what each side says, advice. */
const QUARRELS: readonly (readonly [cause: string, place: string, said: string, advice: string])[] = [
  [
    "门口通道长期堆放垃圾，气味难闻。",
    "2 号楼 301 与 302 门前",
    "一方说是暂放，另一方说已有半年。",
    "邻居先敲门提醒，垃圾当天带下楼。",
  ],
  [
    "楼上漏水泡坏卧室天花板，赔偿谈不拢。",
    "10 号楼 502、602",
    "楼上认可漏水，对金额有异议。",
    "按物业估价 1,800 元分两次支付。",
  ],
  ["养犬夜里叫，多次争吵。", "1 号楼 4 单元", "养犬人说已训练，邻居要求送走。", "夜间犬只入室，安装隔音门垫。"],
  ["停车位被占，双方推搡。", "地下车库 B 区", "一方临时停放未留电话。", "留电话，访客停临时车位，互相道歉。"],
  ["装修噪声超出约定时间。", "13 号楼 901", "业主称工期紧。", "周末不施工，工作日 9 点至 18 点。"],
  ["阳台花盆浇水滴到楼下被褥。", "14 号楼 703、603", "楼上说不知情。", "加接水盘，浇水前喊一声。"],
];

/** Cases of the last months, most of them closed in time; three are late: at the clerk's, the director's, the street's. */
export function demoCases(today: string, mediator: string | undefined): DemoCase[] {
  return [...answeredOpinions(today), ...openOpinions(today), ...quarrels(today, mediator)];
}

const parties = (name: string, phone: string, role = "reporter") => [{ name, phone, role }];
const CHANNELS = ["desk", "phone", "visit", "letter", "meeting"] as const;
const NAMES = ["陈桂英", "刘建华", "赵秀兰", "黄国强", "周玉梅", "吴志明", "郑淑芬", "孙海涛"] as const;
const nameOf = (index: number) => NAMES[index % NAMES.length] ?? "";
const phoneOf = (index: number) => `144055501${String(10 + index).padStart(2, "0")}`;

function opinionOf(
  index: number,
  received: string,
): { readonly values: Values; readonly addressee: string; readonly answer: string } {
  const [type, cause, place, addressee, answer] = OPINIONS[index % OPINIONS.length] ?? ["opinion", "", "", "", ""];
  const channel = CHANNELS[index % CHANNELS.length];
  const people = parties(nameOf(index), phoneOf(index));
  return { values: { type, cause, channel, received, parties: people, ...(place && { place }) }, addressee, answer };
}

/** Answered opinions; those answered longest ago were rated by nobody in time. */
function answeredOpinions(today: string): DemoCase[] {
  return Array.from({ length: 11 }, (_, index) => {
    const received = addDays(today, -84 + index * 7);
    const { values, addressee, answer } = opinionOf(index, received);
    const moves = [
      { name: "classify", values: { addressee: [addressee], classified: addDays(received, 1) } },
      { name: "send", values: { sentTo: unitOf(addressee), sent: addDays(received, 1) } },
      { name: "answer", values: { answer, answered: addDays(received, 6 + (index % 6)) } },
    ];
    return { values, moves };
  });
}

/** Opinions that wait: a few fresh ones, and three late ones. */
function openOpinions(today: string): DemoCase[] {
  const sent = (index: number, days: number): DemoCase => {
    const { values, addressee } = opinionOf(index, addDays(today, -days - 1));
    const on = addDays(today, -days);
    const moves = [
      { name: "classify", values: { addressee: [addressee], classified: on } },
      { name: "send", values: { sentTo: unitOf(addressee), sent: on } },
    ];
    return { values, moves };
  };
  const fresh = (index: number, days: number): DemoCase => ({ ...opinionOf(index, addDays(today, -days)), moves: [] });
  return [fresh(11, 8), sent(12, 18), sent(13, 25), sent(14, 6), sent(15, 3), fresh(2, 0)];
}

function unitOf(addressee: string): string {
  const units: Readonly<Record<string, string>> = {
    property: "桂花物业服务中心",
    utility: "区水务燃气服务站",
    department: "区住房城乡建设委",
    town: "街道办事处",
  };
  return units[addressee] ?? "居委会各条线";
}

/** Quarrels: most agreed and looked at again, one under way, one that ended without an agreement. */
function quarrels(today: string, mediator: string | undefined): DemoCase[] {
  return QUARRELS.map(([cause, place, said, advice], index) => {
    // The last one came in this morning.
    const received = index === QUARRELS.length - 1 ? today : addDays(today, -70 + index * 13);
    const people = [
      { name: nameOf(index), phone: phoneOf(20 + index), role: "complainant" },
      { name: nameOf(index + 3), phone: phoneOf(40 + index), role: "respondent" },
    ];
    const accept = { parties: people, place, accepted: addDays(received, 1), ...(mediator && { mediator }) };
    const talk = [
      { name: "accept", values: accept },
      { name: "talk", values: { said } },
    ];
    const agree = { name: "agree", values: { advice, agreement: index % 2 === 0 ? "oral" : "written" } };
    const check = { name: "check", values: { visit: "双方关系缓和，未再发生。" } };
    const end = [agree, check, { name: "close", values: { closed: addDays(received, 34) } }];
    const failed = { name: "fail", values: { advice: "建议向人民法院起诉。" } };
    const rest = index < 2 ? end : index === 2 ? [failed] : index === 3 ? [agree] : [];
    return {
      values: { type: "mediation", cause, channel: "desk", received, parties: people, place },
      moves: index === 5 ? [] : [...talk, ...rest],
    };
  });
}
