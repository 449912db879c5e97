import type { Language } from "../schema/label.ts";

const ZH_DAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];
const EN_DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const EN_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A day with its weekday, as a notice says it: 2026年6月10日（星期三）. */
export function dayInWords(day: string, language: Language): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  return language === "zh"
    ? `${year}年${month}月${date}日（${ZH_DAYS[weekday]}）`
    : `${EN_DAYS[weekday]}, ${date} ${EN_MONTHS[month - 1]} ${year}`;
}

/** A minute with its day: 2026年6月10日（星期三）07:30. */
export function minuteInWords(dateTime: string, language: Language): string {
  const [day, time] = [dayInWords(dateTime.slice(0, 10), language), dateTime.slice(11)];
  return language === "zh" ? `${day}${time}` : `${day}, ${time}`;
}

/** The end of something that began on `from`: only the time when it ends on the same day. */
export function endInWords(from: string, end: string, language: Language): string {
  return from.slice(0, 10) === end.slice(0, 10) ? end.slice(11) : minuteInWords(end, language);
}
