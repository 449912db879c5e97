import type { Language } from "../schema/label.ts";

/** What the lists of an event say on paper (乘车名单, 保险名单, S1.4). */
export type ListWords = {
  readonly bus: string;
  /** The same list of an event without vehicles. */
  readonly attendance: string;
  readonly insurance: string;
  readonly purpose: (reason: string) => string;
  readonly by: (name: string) => string;
  /** Somebody who comes along and whose name nobody has asked for yet. */
  readonly companion: string;
  readonly total: (persons: number) => string;
  readonly missing: (persons: number) => string;
  readonly vehicle: (plate: string, taken: number, seats: number) => string;
  readonly noVehicles: (persons: number) => string;
  readonly noSeat: string;
  readonly waiting: string;
  readonly columns: Readonly<
    Record<"seat" | "number" | "name" | "idNo" | "phone" | "persons" | "age" | "emergency" | "health" | "here", string>
  >;
  readonly hasHealth: string;
  readonly printed: (when: string) => string;
  readonly print: string;
  readonly confidential: string;
  readonly nobody: string;
};

export const listWords: Readonly<Record<Language, ListWords>> = {
  zh: {
    bus: "乘车名单",
    attendance: "签到名单",
    insurance: "保险名单",
    purpose: (reason) => `用途：${reason}`,
    by: (name) => `查看人：${name}`,
    companion: "同行人",
    total: (persons) => `共 ${persons} 人`,
    missing: (persons) => `${persons} 人没有身份证号，请补填`,
    vehicle: (plate, taken, seats) => `${plate}（${taken} / ${seats} 座）`,
    noVehicles: (persons) => `报名名单（${persons} 人）`,
    noSeat: "没有座位",
    waiting: "候补",
    columns: {
      seat: "座位",
      number: "序号",
      name: "姓名",
      idNo: "身份证号",
      phone: "电话",
      persons: "人数",
      age: "年龄",
      emergency: "紧急联系人",
      health: "健康",
      here: "到",
    },
    hasHealth: "有说明",
    printed: (when) => `打印于 ${when}`,
    print: "打印：在浏览器菜单中选择“打印”，纸张 A4。",
    confidential: "含个人信息，用后收回销毁。",
    nobody: "还没有人报名",
  },
  en: {
    bus: "Seat list",
    attendance: "Attendance list",
    insurance: "Insurance list",
    purpose: (reason) => `Purpose: ${reason}`,
    by: (name) => `Read by ${name}`,
    companion: "Companion",
    total: (persons) => (persons === 1 ? "1 person" : `${persons} persons`),
    missing: (persons) => `ID number to be added by hand: ${persons}`,
    vehicle: (plate, taken, seats) => `${plate} (${taken} of ${seats} seats)`,
    noVehicles: (persons) => `Sign-ups (${persons} persons)`,
    noSeat: "Without a seat",
    waiting: "Waiting",
    columns: {
      seat: "Seat",
      number: "No.",
      name: "Name",
      idNo: "ID number",
      phone: "Phone",
      persons: "Persons",
      age: "Age",
      emergency: "Emergency contact",
      health: "Health",
      here: "Here",
    },
    hasHealth: "note",
    printed: (when) => `Printed ${when}`,
    print: "To print, choose Print in the browser's menu, paper A4.",
    confidential: "Personal data: collect and destroy after use.",
    nobody: "Nobody has signed up yet",
  },
};
