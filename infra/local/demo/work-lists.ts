import { addDays } from "../../../shared/rules/calendar.ts";
import { FACILITIES, TWENTY_ONE } from "../../../shared/rules/facilities.ts";
import type { Client } from "./client.ts";
import { addRecords } from "./records.ts";

/** A handful of rows of the lists of safety, publicity, training, facilities and documents (各类台账). */
export async function addWorkLists(client: Client, community: string, today: string): Promise<void> {
  const add = (list: string, rows: readonly Readonly<Record<string, unknown>>[]) =>
    addRecords(client, community, list, rows);
  const before = (days: number) => addDays(today, -days);
  const since = "2019-05-01";
  const items = TWENTY_ONE.flatMap((set) => (FACILITIES[set] ?? []).map((item) => ({ set, item })));
  const ones = (FACILITIES.ones ?? []).map((item, index) => ({ set: "ones", item, ...there(index < 7, since) }));
  await Promise.all([
    add("facilities", [...items.map((one, index) => ({ ...one, ...there(index < 17, since) })), ...ones]),
    add("hazards", [
      { place: "3栋二单元楼道", kind: "fire", level: "low", found: before(3), what: "堆放纸箱" },
      { place: "7栋地下车库", kind: "electric", level: "high", found: today, what: "私拉电线充电" },
      { place: "11栋外墙", kind: "building", level: "mid", found: before(1), what: "瓷砖空鼓" },
    ]),
    add("shelters", [
      { kind: "shelter", name: "中心广场", place: "中心广场", capacity: 800, sign: true },
      { kind: "shelter", name: "东门停车场", place: "东门", capacity: 300, sign: false },
      { kind: "store", name: "灭火器", place: "应急仓库", quantity: 40, unit: "具", expires: addDays(today, 20) },
      { kind: "store", name: "急救包", place: "应急仓库", quantity: 25, unit: "个", expires: addDays(today, 400) },
    ]),
    add("trainings", [
      {
        date: before(40),
        subject: "应急救护",
        topic: "emergency",
        audience: ["staff", "leaders"],
        persons: 26,
        hours: 3,
      },
      { date: before(90), subject: "社区工作实务", topic: "social", audience: ["staff"], persons: 8, hours: 16 },
    ]),
    add("publicity", [
      { date: before(30), channel: "leaflet", theme: "disaster", subject: "防灾减灾知识", copies: 500, reached: 460 },
      { date: before(29), channel: "poster", theme: "disaster", subject: "逃生路线", copies: 80, reached: 900 },
      { date: before(10), channel: "stand", theme: "law", subject: "反诈宣传", reached: 120 },
    ]),
    add("volunteers", [
      { name: "温晓岚", phone: "14400008001", skills: ["care"], joined: before(300), hours: 64, consent: true },
      { name: "邱立群", phone: "14400008002", skills: ["rescue"], joined: before(200), hours: 38.5, consent: true },
    ]),
    add("assessments", [
      {
        scheme: "targets",
        year: Number(today.slice(0, 4)),
        item: "居务公开",
        target: "每月按时公开",
        weight: 40,
        selfScore: 92,
        evidence: "公开栏照片",
      },
      { scheme: "targets", year: Number(today.slice(0, 4)), item: "走访", target: "困难户每季一次", weight: 60 },
    ]),
    add("documents", [{ title: "值班制度", kind: "rule", body: "工作日设值班人员，节假日轮值，来访事项当日登记。" }]),
  ]);
}

function there(has: boolean, since: string) {
  return has ? { has, since } : { has };
}
