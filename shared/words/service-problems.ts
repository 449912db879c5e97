import type { Label } from "../schema/label.ts";

/** What stands against a step of an application for aid or of a certificate, or against making aid public. */
export const serviceFieldWords = {
  "other-household": { zh: "有走访记录不是这一户的", en: "A visit was to another household" },
  "before-application": { zh: "有走访早于申请日期", en: "A visit was before the application" },
  "too-few-visitors": {
    zh: "入户核查至少 {min} 人（不含申请人），现为 {count} 人",
    en: "At least {min} of the staff must have visited, the applicant aside; there are {count}",
  },
  "aid-not-displayed": {
    zh: "须先公示并登记张贴情况",
    en: "It must have been displayed first, with a note of where it hangs",
  },
  "aid-still-displayed": { zh: "公示期未满", en: "It is still on display" },
  "aid-objection-open": {
    zh: "对公示的异议还没有答复",
    en: "An objection to it has not been answered yet",
  },
  "aid-not-sent": { zh: "只公示已上报、未决定的申请", en: "Only what was sent up and is not decided is displayed" },
  "child-not-named": {
    zh: "户主或申请人未满 18 周岁，不公示姓名；请在户里登记成年户主",
    en: "The head or applicant is under 18 and is not named: enter an adult head of the household",
  },
  "before-consent": { zh: "不能早于本人同意的日期", en: "This cannot be before they agreed" },
  "service-ended": { zh: "已结束或撤回，不再安排服务", en: "It has ended: no further service is arranged" },
  "recipient-of-other-award": { zh: "这一称号不授予此对象", en: "This award is given to somebody else" },
  "one-is-rated": { zh: "一次只评一个单位或一个小组", en: "One unit or one group is rated at a time" },
  "no-service-items": { zh: "还没有办事项目，请先登记", en: "There is no service item yet: enter them first" },
  "register-differs": { zh: "与名册不符，不能出具", en: "The register says otherwise: it cannot be issued" },
} as const satisfies Readonly<Record<string, Label>>;
