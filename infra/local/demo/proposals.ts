/** How far a decided proposal has come, and with how many votes of those present. */
export type DemoProposal = {
  readonly class: string;
  readonly title: string;
  readonly text: string;
  readonly votes: readonly [favour: number, against: number];
  readonly until: "rejected" | "adopted" | "published" | "doing" | "done";
};

/** What the representatives decided: nine matters of the six classes, one of them rejected. */
export const DECIDED: readonly DemoProposal[] = [
  {
    class: "targets",
    title: "本届居委会任期目标",
    text: "任期内完成老旧楼道照明改造，建成老年食堂一处，每年开展居民活动不少于三十六次。",
    votes: [47, 2],
    until: "doing",
  },
  {
    class: "work",
    title: "上年度居委会工作报告",
    text: "听取并审议上年度工作报告，报告全文在公开栏公布。",
    votes: [45, 3],
    until: "done",
  },
  {
    class: "work",
    title: "本年度工作计划",
    text: "按季度安排卫生、治安、养老、文体四个方面的工作。",
    votes: [49, 0],
    until: "doing",
  },
  {
    class: "budget",
    title: "上年度财务决算",
    text: "收入、支出和结余见收支公开表，议事会已逐月审核。",
    votes: [44, 4],
    until: "done",
  },
  {
    class: "budget",
    title: "本年度财务预算",
    text: "办公经费 18,000 元，活动经费 36,000 元，其余按项目列支。",
    votes: [43, 5],
    until: "published",
  },
  {
    class: "works",
    title: "三号楼楼道照明改造招标",
    text: "公开招标，预算 24,000 元，由监督小组参加开标。",
    votes: [46, 1],
    until: "done",
  },
  {
    class: "works",
    title: "每户集资 200 元修建凉亭",
    text: "在小区中心绿地修建凉亭一座，每户集资 200 元，自愿交纳。",
    votes: [19, 28],
    until: "rejected",
  },
  {
    class: "charter",
    title: "修订居民公约",
    text: "增加垃圾分类、电动车不上楼、文明养犬三条。",
    votes: [48, 2],
    until: "published",
  },
  {
    class: "law",
    title: "推荐人民调解委员会成员",
    text: "推荐调解委员会成员五名，任期三年。",
    votes: [50, 0],
    until: "adopted",
  },
];

/** What is put to the next meeting. */
export const NEXT: readonly Pick<DemoProposal, "class" | "title" | "text">[] = [
  { class: "works", title: "设立老年食堂", text: "利用社区服务用房一楼开办老年食堂，午餐每份十元，收支每月公布。" },
  { class: "charter", title: "居民议事规则", text: "居民代表会议每季度召开一次，议题提前七日公布。" },
];
