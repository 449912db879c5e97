import type { Label } from "../schema/label.ts";

/** Stands over everything that a demo (演示) shows. */
export const demoWords: { readonly mark: Label; readonly about: Label } = {
  mark: { zh: "演示数据", en: "Demo data" },
  about: { zh: "演示数据均为虚构，请勿填写真实信息。", en: "Nobody in this data is real. Enter no real information." },
};
