import { defineDuty } from "../schema/duty.ts";

/** The books are audited regularly (定期审计, S8.24): so long after the period of the last audit that was signed off. */
export const audit = defineDuty({
  name: "D16",
  label: { zh: "定期审计", en: "Regular audit" },
  rhythm: "term",
  every: "ledger.auditYears",
  fromStart: true,
  who: ["director"],
  days: "ledger.auditDays",
  late: [{ to: ["director", "street"] }],
  evidence: { zh: "已签字办结的定期审计", en: "A regular audit, signed off" },
  fulfilment: "list",
  shownBy: {
    register: "audits",
    on: "until",
    when: ({ kind, state }) => kind === "regular" && state === "closed",
  },
});
