import { defineDuty } from "../schema/duty.ts";

/** Bagged rubbish is cleared on the day, and no corner is left out (日产日清, S8.12), on every day of the calendar. */
export const rubbish = defineDuty({
  name: "D30",
  label: { zh: "垃圾日产日清", en: "Rubbish cleared daily" },
  rhythm: "date",
  who: ["sanitation", "health", "clerk", "director"],
  days: "services.rubbishDays",
  late: [{ to: ["director"] }],
  evidence: { zh: "袋装垃圾当日清运，无卫生死角", en: "Bagged rubbish cleared, no corner left out" },
  fulfilment: "record",
  needs: ["cleared", "corners"],
});
