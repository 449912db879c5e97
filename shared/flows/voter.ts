import { defineFlow } from "../schema/flow.ts";

/**
 * An entry of the voter list that looks wrong or double is put right, or signed off with the grounds (核实, S3.8). The
 * sign-off covers what was doubtful then; to change the entry, it is taken back first.
 */
export const voter = defineFlow({
  name: "voter",
  label: { zh: "选民核实", en: "Check of a voter" },
  register: "voters",
  state: "state",
  initial: "registered",
  states: { registered: {}, settled: {} },
  moves: {
    settle: {
      label: { zh: "核实无误", en: "Sign off" },
      from: ["registered"],
      to: "settled",
      who: ["director", "deputy", "secretary"],
      takes: ["settledWhy"],
      needs: ["settledWhy"],
    },
    reopen: {
      label: { zh: "重新核实", en: "Take the sign-off back" },
      from: ["settled"],
      to: "registered",
      who: ["director", "deputy", "secretary"],
      sets: () => ({ settled: null, settledWhy: null, settledBy: null }),
    },
  },
  locked: ["settled"],
});
