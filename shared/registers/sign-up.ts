import { channel, signUpState } from "../codes/event.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Sign-ups (报名, S1.2): who comes to an event, by which channel, with a place or waiting.
 * Desk, telephone and QR sign-ups are one list in order of arrival.
 */
export const signUps = defineRegister({
  name: "sign-ups",
  label: { zh: "报名", en: "Sign-ups" },
  title: ["name"],
  frozen: ["name"],
  queue: { of: "event", capacity: "capacity", party: "partySize", state: "state" },
  retention: { from: "event.end", days: 30 },
  fields: {
    event: { kind: "reference", to: "events", label: { zh: "活动", en: "Event" }, required: true, width: 200 },
    channel: { kind: "code", label: { zh: "渠道", en: "Channel" }, required: true, codes: channel, initial: "site" },
    name: {
      kind: "text",
      label: { zh: "姓名", en: "Name" },
      required: true,
      personal: true,
      max: 60,
      pattern: "person-name",
    },
    phone: { kind: "phone", label: { zh: "电话", en: "Phone" }, required: true, personal: true, width: 120 },
    age: { kind: "integer", label: { zh: "年龄", en: "Age" }, min: 0, max: 130, width: 60 },
    partySize: { kind: "integer", label: { zh: "人数", en: "Persons" }, min: 1, max: 50, initial: 1, width: 60 },
    emergency: { kind: "text", label: { zh: "紧急联系人", en: "Emergency contact" }, personal: true, max: 80 },
    health: { kind: "text", label: { zh: "健康说明", en: "Health note" }, personal: true, sealed: true, max: 200 },
    state: { kind: "code", label: { zh: "状态", en: "State" }, required: true, codes: signUpState, initial: "waiting" },
    seat: { kind: "text", label: { zh: "座位", en: "Seat" }, max: 20 },
    at: { kind: "dateTime", label: { zh: "报名时间", en: "Signed up at" }, required: true, byAction: true, width: 140 },
  },
});
