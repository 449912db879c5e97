import { serviceKind } from "../codes/committee.ts";
import { defineRegister } from "../schema/register.ts";

/** Service targets (服务对象): residents whom the committee looks after, why and by whom. */
export const serviceTargets = defineRegister({
  name: "service-targets",
  label: { zh: "服务对象", en: "Service targets" },
  title: ["resident"],
  fields: {
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" }, required: true },
    kind: {
      kind: "code",
      label: { zh: "类别", en: "Kind" },
      required: true,
      codes: serviceKind,
      restricted: "serviceKind",
      personal: true,
    },
    level: { kind: "text", label: { zh: "等级", en: "Level" }, max: 40 },
    from: { kind: "date", label: { zh: "起始日期", en: "From" }, required: true },
    until: { kind: "date", label: { zh: "截止日期", en: "Until" } },
    reviewBy: { kind: "date", label: { zh: "复核日期", en: "Review by" } },
    helper: { kind: "reference", to: "posts", label: { zh: "帮扶人", en: "Helper" } },
    visitEveryDays: { kind: "integer", label: { zh: "走访间隔（天）", en: "Visit every (days)" }, min: 1, max: 366 },
  },
  check: (values) =>
    values.from && values.until && values.until < values.from ? [{ path: "until", code: "before-start" }] : [],
});
