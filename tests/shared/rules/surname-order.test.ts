import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { expect, test } from "vitest";
import { initialsOf } from "../../../shared/rules/initials.ts";
import { compareNames, surnameReadings } from "../../../shared/rules/surname-order.ts";

/** The surnames of more than nine in ten people, and those of the table. */
const common = [
  ..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛岳伍覃骆关焦柳欧祝纪尚毕耿芦左季管符辛苗詹曲路单柴靳祁裴房祖解查仇区宁柏窦卓盖华朴乐卜冼缪应燕车盛瞿储甘凌霍涂翁古闵娄边卞时",
];
const surnames = [...new Set([...common, ...surnameReadings.map(([surname]) => surname)])].filter(
  // The library reads this one as two common characters; the name is read chan yu.
  (surname) => surname !== "单于",
);

/** Letters of the surname as people say it. `ü` stands after `u` and before `uo`. */
const spelled = (surname: string) =>
  pinyin(`${surname}某`, { mode: "surname", surname: "head", toneType: "none", type: "array" })
    .slice(0, -1)
    .join(" ")
    .replaceAll("ü", "u!");

const name = fc
  .tuple(fc.constantFrom(...surnames), fc.constantFrom(...common), fc.constantFrom("", ...common))
  .map((part) => part.join(""));

test("surnames stand in the order of how they are said", () => {
  const sorted = [...surnames].sort(compareNames).map((surname) => spelled(surname).split(" ")[0] ?? "");
  expect(sorted).toEqual([...sorted].sort());
});

test.each([
  ["曾", "zeng"],
  ["单", "shan"],
  ["仇", "qiu"],
  ["解", "xie"],
  ["区", "ou"],
  ["查", "zha"],
  ["尉迟", "yu chi"],
  ["覃", "qin"],
])("%s is found where %s is said", (surname, said) => {
  expect(spelled(surname)).toBe(said);
  const before = surnames.filter((other) => spelled(other) < said && !other.startsWith(surname));
  const after = surnames.filter((other) => spelled(other) > `${said}~` && !other.startsWith(surname));
  expect(before.every((other) => compareNames(other, surname) < 0)).toBe(true);
  expect(after.every((other) => compareNames(surname, other) < 0)).toBe(true);
});

test("the order of names is an order: equal only to itself, reversible, transitive", () => {
  fc.assert(
    fc.property(name, name, name, (a, b, c) => {
      expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
      expect(compareNames(a, b) === 0).toBe(a === b);
      if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

test("a surname's reading does not depend on the given name", () => {
  fc.assert(
    fc.property(name, (full) => {
      const surname = surnames.find((one) => full.startsWith(one)) ?? "";
      const initial = spelled([...full].length > 3 && full.startsWith(surname) ? surname : (full[0] ?? "")).charAt(0);
      if (surname.length === 1 && !surnames.some((one) => one.length === 2 && full.startsWith(one))) {
        expect(initialsOf(full).charAt(0)).toBe(initial);
      }
    }),
  );
});

test("initials find a name however it is mixed with letters and digits", () => {
  expect(initialsOf("曾小贤")).toBe("zxx");
  expect(initialsOf("张三")).toBe("zs");
  expect(initialsOf("3号楼A")).toBe("3hla");
});
