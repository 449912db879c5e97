import type { Label } from "../schema/label.ts";

/** Who moves a record where no member of staff does, as its steps and history show it. */
export const clockActor = { account: "clock", name: "到期自动" };
export const residentActor = { account: "resident", name: "居民" };

/** Whoever a record may wait for besides the holders of a post. */
export const moverWords: Readonly<Record<string, Label>> = {
  staff: { zh: "工作人员", en: "staff" },
  street: { zh: "街道", en: "the street office" },
  resident: { zh: "居民", en: "the resident" },
  clock: { zh: "到期自动办理", en: "the last day" },
  vote: { zh: "表决结果", en: "the vote" },
  case: { zh: "关联事项", en: "the case it belongs to" },
};

/** What stands in the steps for the making of a record. */
export const createdWords: Label = { zh: "收到", en: "Received" };
