import type { Label } from "../schema/label.ts";

/** Those who moved up from the waiting list and are to be told. */
export const phoneWords: Label = { zh: "电话通知递补", en: "People to phone" };
