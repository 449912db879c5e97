import { defineFlow } from "../schema/flow.ts";

/** A document's life (制度与预案): drafted, issued by the director as it stands, withdrawn when another takes its place. */
export const document = defineFlow({
  name: "document",
  label: { zh: "制度与预案", en: "Rules and plans" },
  register: "documents",
  state: "state",
  initial: "draft",
  states: { draft: {}, issued: {}, withdrawn: { final: true } },
  moves: {
    issue: {
      label: { zh: "发布", en: "Issue" },
      from: ["draft"],
      to: "issued",
      who: ["director"],
      takes: ["validFrom", "approvedBy"],
      needs: ["validFrom"],
    },
    withdraw: {
      label: { zh: "废止", en: "Withdraw" },
      from: ["issued"],
      to: "withdrawn",
      who: ["director"],
      reason: true,
    },
  },
  locked: ["issued", "withdrawn"],
});
