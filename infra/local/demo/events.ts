import { addDays } from "../../../shared/rules/calendar.ts";

/** Values of a demo event, and how many sign up by each channel. */
export type DemoEvent = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly signUps: { readonly site: number; readonly phone: number; readonly qr: number };
  readonly hasForm: boolean;
};

/** Events around today: the orchard trip of the elderly with its waiting list, a lecture, a drill, a clean-up. */
export function demoEvents(today: string, organiser: string): DemoEvent[] {
  const on = (days: number, time: string) => `${addDays(today, days)}T${time}`;
  return [
    {
      values: {
        title: "老年人果园采摘一日游",
        kind: "trip",
        into: ["culture"],
        organiser,
        coOrganisers: "爱心饮水公益基金",
        target: ["elderly"],
        gather: on(12, "07:00"),
        place: "桂花社区居委会门前广场",
        end: on(12, "15:00"),
        stops: [
          { time: "07:00", place: "居委会门前", activity: "集合出发" },
          { time: "09:30", place: "门牙景区", activity: "游览" },
          { time: "11:00", place: "丝绸展馆", activity: "参观蚕丝被制作" },
          { time: "13:00", place: "山里果园", activity: "采摘" },
          { time: "15:00", place: "居委会门前", activity: "返回" },
        ],
        capacity: 45,
        closeDays: 2,
        perPhoneMax: 2,
        minAge: 55,
        vehicles: [{ plate: "演A·00001", seats: 45 }],
        commercialStop: true,
        status: "open",
      },
      signUps: { site: 18, phone: 13, qr: 20 },
      hasForm: true,
    },
    {
      values: {
        title: "冬季心脑血管健康讲座",
        kind: "lecture",
        into: ["medicine"],
        organiser,
        target: ["everyone"],
        gather: on(6, "14:30"),
        place: "社区活动室",
        end: on(6, "16:00"),
        capacity: 60,
        closeDays: 1,
        status: "open",
      },
      signUps: { site: 9, phone: 6, qr: 8 },
      hasForm: true,
    },
    {
      values: {
        title: "地震应急疏散演练",
        kind: "drill",
        organiser,
        target: ["everyone"],
        gather: on(-9, "10:00"),
        place: "18栋前空地",
        end: on(-9, "11:30"),
        capacity: 220,
        closeDays: 0,
        scenario: "楼道疏散、广场集合点名、伤员转运",
        attended: 220,
        lessons: "北门通道偏窄，已商物业拓宽；老人转移需再加两名帮助人。",
        status: "held",
      },
      signUps: { site: 0, phone: 0, qr: 0 },
      hasForm: false,
    },
    {
      values: {
        title: "周末卫生日",
        kind: "sanitation",
        organiser,
        target: ["volunteers"],
        gather: on(4, "08:30"),
        place: "中心花园",
        end: on(4, "10:30"),
        closeDays: 0,
        status: "open",
      },
      signUps: { site: 5, phone: 2, qr: 0 },
      hasForm: false,
    },
  ];
}
