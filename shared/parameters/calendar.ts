import { addDays } from "../rules/calendar.ts";
import { type Dated, defineParameters, type Holidays, inBoth, since } from "../schema/parameter.ts";
import { otherText } from "../words/sources.ts";

/** Days off and their exchange (节假日): when a period ends that would end on one (C5, 民法典 arts. 201-203). */
export const calendar = defineParameters(
  "calendar",
  { zh: "节假日与期限", en: "Holidays and periods" },
  {
    holidays: {
      kind: "holidays",
      label: { zh: "本年节假日安排", en: "Holidays of the year" },
      hint: {
        zh: "国务院每年年底公布下一年安排；没有当年安排时，期限不顺延，只提示",
        en: "The State Council tells the next year's each autumn; for a year without a list no period is moved, and it is said",
      },
      presets: both(
        year(2025, false, "https://www.gov.cn/zhengce/content/202411/content_6986382.htm", {
          off: ["01-01", "01-28+8", "04-04+3", "05-01+5", "05-31+3", "10-01+8"],
          work: ["01-26", "02-08", "04-27", "09-28", "10-11"],
        }),
        year(2026, true, "https://www.gov.cn/zhengce/content/202511/content_7047090.htm", {
          off: ["01-01+3", "02-15+9", "04-04+3", "05-01+5", "06-19+3", "09-25+3", "10-01+7"],
          work: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
        }),
      ),
    },
    weekendsRest: {
      kind: "flag",
      label: { zh: "期限最后一日是周末的，顺延", en: "A period that ends on a weekend moves on" },
      presets: inBoth(
        true,
        otherText(
          "民法典第二百零三条“法定休假日”，周末是否包含为通常理解",
          "Civil Code art. 203, days of rest by law; that weekends are among them is the usual reading",
          false,
        ),
      ),
    },
  },
);

/** One year's list; `01-28+8` stands for eight days from 28 January. */
function year(
  number: number,
  read: boolean,
  address: string,
  { off, work }: { off: readonly string[]; work: readonly string[] },
) {
  const value: Holidays = {
    year: number,
    off: off.flatMap((run) => {
      const [first = "", length = "1"] = run.split("+");
      return Array.from({ length: Number(length) }, (_, index) => addDays(`${number}-${first}`, index));
    }),
    work: work.map((day) => `${number}-${day}`),
  };
  const source = otherText(
    `国务院办公厅关于 ${number} 年部分节假日安排的通知（${address}）`,
    `State Council notice on the holidays of ${number} (${address})`,
    read,
  );
  return since(`${number}-01-01`, value, source);
}

function both(...dated: readonly Dated<Holidays>[]) {
  return { seed: dated, law2026: dated };
}
