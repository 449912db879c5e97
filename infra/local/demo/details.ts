import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import type { Person } from "./population.ts";
import type { Random } from "./random.ts";

/** What a register says of a person beside name and number, in the words of a committee's own workbook. */
export type Details = Readonly<Record<string, string>>;

/** Details in the shares that the census of 2020 found in the region. */
export function detailsOf(random: Random, person: Person, today: string): Details {
  const age = ageOn(person.birth, today);
  const consistency = random.weighted({ 人户一致: 71, 人在户不在: 12, 流动人口: 17 });
  return {
    民族: random.weighted({ 汉族: 94.5, 土家族: 3, 苗族: 1.5, 回族: 0.5, 满族: 0.5 }),
    婚姻状况: maritalStatus(random, person, age),
    文化程度: education(random, age),
    政治面貌:
      age < 14
        ? "群众"
        : age < 28
          ? random.weighted({ 共青团员: 55, 群众: 40, 中共党员: 5 })
          : random.weighted({ 群众: 88, 中共党员: 11.4, 民盟盟员: 0.3, 九三学社社员: 0.3 }),
    就业状况: work(random, age),
    人户状态: consistency,
    居住状态: random.weighted({ 在住: 91, 外出: 9 }),
    来此日期: arrival(random, person, today),
  };
}

function maritalStatus(random: Random, { relation }: Person, age: number): string {
  if (age < 20) return "未婚";
  if (relation === "配偶") return random.weighted({ 初婚: 94, 再婚: 6 });
  if (relation === "子" || relation === "女") return age < 26 ? "未婚" : random.weighted({ 未婚: 70, 离婚: 30 });
  if (age > 65) return random.weighted({ 丧偶: 45, 初婚: 50, 离婚: 5 });
  return random.weighted({ 初婚: 72, 未婚: 14, 离婚: 9, 再婚: 5 });
}

function education(random: Random, age: number): string {
  if (age < 6) return "其他";
  if (age < 12) return "小学";
  if (age < 15) return "初中";
  if (age < 18) return random.weighted({ 高中: 70, 中专: 20, 初中: 10 });
  if (age > 62) return random.weighted({ 小学: 44, 初中: 34, 高中: 13, 大专: 5, 其他: 4 });
  return random.weighted({ 硕士: 3, 本科: 20, 大专: 22, 中专: 9, 高中: 17, 初中: 24, 小学: 5 });
}

function work(random: Random, age: number): string {
  if (age < 6) return "学龄前";
  if (age < 18) return "学生";
  if (age < 23) return random.weighted({ 学生: 60, 在业: 36, 失业: 4 });
  if (age < 60) return random.weighted({ 在业: 82, 失业: 6, 其他: 12 });
  return "离退休";
}

/** People came when the estate was built, or later, or were born here. */
function arrival(random: Random, { birth }: Person, today: string): string {
  const built = "2008-09-01";
  if (birth > built) return birth;
  return addDays(today, -random.between(200, 6000));
}
