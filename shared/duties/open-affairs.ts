import { openAffairs } from "../codes/publication.ts";
import { daysOf, PUBLIC_STATES, rhythmOf } from "../rules/open-affairs.ts";
import { type Duty, defineDuty } from "../schema/duty.ts";

/** One class of open affairs made public in time (D06, S7.5): finance every month, the others every quarter. */
function publicInTime(name: string, affairs: keyof typeof openAffairs.codes): Duty {
  const { zh = "", en = "" } = openAffairs.codes[affairs] ?? {};
  return defineDuty({
    name,
    label: { zh: `居务公开：${zh}`, en: `Open affairs: ${en}` },
    rhythm: rhythmOf(affairs),
    who: ["director", "deputy", "clerk"],
    days: daysOf(affairs),
    late: [{ to: ["director"] }, { after: "duties.streetDays", to: ["street"] }],
    evidence: { zh: "居务公开已公布", en: "Posted, as open affairs show" },
    fulfilment: "list",
    shownBy: {
      register: "open-affairs",
      on: "until",
      when: (values) => values.class === affairs && PUBLIC_STATES.has(values.state),
    },
  });
}

export const targetsPublic = publicInTime("D06", "targets");
export const financePublic = publicInTime("D06-finance", "finance");
export const fundsPublic = publicInTime("D06-funds", "funds");
export const birthPublic = publicInTime("D06-birth", "birth");
export const decidedPublic = publicInTime("D06-decided", "decided");
