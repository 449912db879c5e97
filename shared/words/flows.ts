import type { Label } from "../schema/label.ts";

/** Who moves a record where no member of staff does, as its steps and history show it. */
export const clockActor = { account: "clock", name: "到期自动" };
export const residentActor = { account: "resident", name: "居民" };

/** What stands in the steps for the making of a record. */
export const createdWords: Label = { zh: "收到", en: "Received" };
