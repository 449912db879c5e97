import { defineParameters, inBoth } from "../schema/parameter.ts";
import { control, reading } from "../words/sources.ts";
import { PERSONS } from "../words/units.ts";

const days = { zh: "天", en: "days" };

/** What is public hangs for some time, and from so many answers: no text says how long and how many. */
const usual = control(
  "公布时间的默认值，文件和法律未写明，居委会可自定",
  "A default for how long something is shown: no document or law gives the number, a committee may decide its own",
);

/** Numbers of open affairs (公开): how long each kind of publication is shown. */
export const publication = defineParameters(
  "publication",
  { zh: "公开", en: "Publications" },
  {
    noticeDays: {
      kind: "number",
      unit: days,
      label: { zh: "通告公布天数", en: "A notice is shown for" },
      hint: {
        zh: "活动通告公布到活动当天，不按天数",
        en: "An event's notice is shown until the event's last day, whatever their number",
      },
      presets: inBoth(15, usual),
    },
    financeDays: {
      kind: "number",
      unit: days,
      label: { zh: "收支公开天数", en: "A finance table is shown for" },
      presets: inBoth(31, reading("S8.14", "每月公开，至下月公开时", "monthly, until the next one")),
    },
    affairsDays: {
      kind: "number",
      unit: days,
      label: { zh: "居务公开公布天数", en: "Open affairs are shown for" },
      presets: inBoth(92, reading("S8.14", "每季公开，至下季公开时", "quarterly, until the next one")),
    },
    appraisalDays: {
      kind: "number",
      unit: days,
      label: { zh: "评议结果公布天数", en: "An appraisal is shown for" },
      presets: inBoth(30, usual),
    },
    appraisalLeast: {
      kind: "number",
      unit: PERSONS,
      label: { zh: "评议结果公布：至少答卷", en: "An appraisal is made public from so many answers" },
      presets: inBoth(10, usual),
    },
    resultDays: {
      kind: "number",
      unit: days,
      label: { zh: "结果公布天数", en: "A result is shown for" },
      presets: inBoth(30, usual),
    },
    electionDays: {
      kind: "number",
      unit: days,
      label: { zh: "选举公告、候选人公示天数", en: "Election notices and candidates are shown for" },
      presets: inBoth(20, usual),
    },
    archiveDays: {
      kind: "number",
      unit: days,
      label: { zh: "到期后归档", en: "Archived after its last day" },
      fixed: {
        zh: "到期当日 24 点起不再公布",
        en: "From 24:00 of its last day nothing is shown any more",
      },
      presets: inBoth(0, usual),
    },
  },
);
