import { publicityChannel, publicityTheme } from "../codes/work.ts";
import type { FieldProblem } from "../contract/refusal.ts";
import type { Values } from "../schema/field.ts";
import { defineRegister } from "../schema/register.ts";

/** What is handed out or hung up is counted by its copies. */
const PRINTED = new Set(["leaflet", "poster", "home", "letter"]);

/** Publicity (宣传记录, R39; S2.9, S4.13): through what, about what, how many copies, how many people. */
export const publicity = defineRegister({
  name: "publicity",
  label: { zh: "宣传记录", en: "Publicity" },
  title: ["date", "subject"],
  frozen: ["date", "subject"],
  match: [["date", "channel", "subject"]],
  uniqueTogether: [["date", "channel", "subject"]],
  fields: {
    date: { kind: "date", label: { zh: "日期", en: "Date" }, required: true, past: true, width: 110 },
    channel: {
      kind: "code",
      label: { zh: "方式", en: "Channel" },
      required: true,
      codes: publicityChannel,
      width: 110,
    },
    theme: { kind: "code", label: { zh: "主题", en: "Theme" }, required: true, codes: publicityTheme, width: 110 },
    subject: { kind: "text", label: { zh: "内容", en: "Subject" }, required: true, max: 120, width: 240 },
    copies: { kind: "integer", label: { zh: "份数", en: "Copies" }, min: 1, max: 1_000_000 },
    reached: { kind: "integer", label: { zh: "受众人数", en: "People reached" }, min: 0, max: 1_000_000 },
    place: { kind: "text", label: { zh: "地点", en: "Place" }, max: 120, width: 160 },
    event: { kind: "reference", to: "events", label: { zh: "活动", en: "Event" }, width: 160 },
  },
  check: ({ channel, copies }: Values): FieldProblem[] =>
    PRINTED.has(String(channel)) && !copies ? [{ path: "copies", code: "required" }] : [],
});
