import { defineDuty } from "../schema/duty.ts";

/** Community, property company, owners' committee and departments meet regularly (联席会议, S9.26): a closed meeting shows it. */
export const jointConference = defineDuty({
  name: "D19",
  label: { zh: "联席会议", en: "Joint conference" },
  rhythm: "quarter",
  who: ["director", "secretary"],
  days: "services.jointDays",
  late: [{ after: "duties.streetDays", to: ["street"] }],
  evidence: { zh: "会议记录、到会单位和人数", en: "Minutes, which units came and how many" },
  fulfilment: "record",
  needs: ["attendance", "evidence"],
});
