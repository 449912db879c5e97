import { healthService } from "../codes/health-service.ts";
import { defineRegister } from "../schema/register.ts";

/**
 * Maternal and child health service (妇幼健康服务, S8.11): who asked for which, by their own consent, which they may take
 * back any day. Only the health officer reads it, and nothing of it flows into another list.
 */
export const maternityServices = defineRegister({
  name: "maternity-services",
  label: { zh: "妇幼健康服务", en: "Maternal and child health" },
  title: ["from", "resident"],
  frozen: ["resident"],
  match: [["resident", "from"]],
  uniqueTogether: [["resident", "from"]],
  retention: { from: "until", days: 365 },
  fields: {
    resident: { kind: "reference", to: "residents", label: { zh: "居民", en: "Resident" }, required: true, width: 110 },
    services: {
      kind: "codes",
      label: { zh: "自愿选择的服务", en: "Services they chose" },
      required: true,
      codes: healthService,
      width: 220,
    },
    consent: { kind: "boolean", label: { zh: "本人同意", en: "Agreed" }, required: true, width: 90 },
    consentOn: { kind: "date", label: { zh: "同意日期", en: "Agreed on" }, required: true, past: true, width: 110 },
    from: { kind: "date", label: { zh: "起始日期", en: "From" }, required: true, width: 110 },
    until: {
      kind: "date",
      label: { zh: "结束或撤回日期", en: "Ended or taken back on" },
      hint: { zh: "本人可随时撤回，不需要理由", en: "They may take it back any day, without a reason" },
      width: 120,
    },
    next: { kind: "date", label: { zh: "下次服务", en: "Next service" }, width: 110 },
    note: {
      kind: "text",
      label: { zh: "健康说明", en: "Health note" },
      personal: true,
      sealed: true,
      max: 200,
    },
  },
  check: ({ consent, consentOn, from, until, next }) => [
    ...(consent === false ? [{ path: "consent", code: "without-consent" }] : []),
    ...(consentOn && from && from < consentOn ? [{ path: "from", code: "before-consent" }] : []),
    ...(from && until && until < from ? [{ path: "until", code: "before-start" }] : []),
    // Who has taken it back is not called upon again.
    ...(until && next && next >= until ? [{ path: "next", code: "service-ended" }] : []),
  ],
});
