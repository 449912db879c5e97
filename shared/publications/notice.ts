import { definePublication } from "../schema/publication.ts";

/** A notice to residents (通告, P1, S1.8): addressee, text, what the event's own record says, the sign-up box. */
export const notice = definePublication({
  name: "notice",
  label: { zh: "通告", en: "Notice" },
  heading: { zh: "通告", en: "Notice" },
  source: "event",
  needs: ["addressee", "body"],
  parts: [
    { name: "body", as: "text" },
    { name: "event", as: "told" },
    { name: "signUp", as: "signUp", title: { zh: "报名方式", en: "How to sign up" } },
  ],
  places: ["board", "web"],
  days: "publication.noticeDays",
  approves: ["director", "deputy", "secretary"],
  print: "poster",
});
