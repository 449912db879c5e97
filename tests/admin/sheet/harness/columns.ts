import type { Choice, Parsed, SheetColumn } from "../../../../admin/sheet/types.ts";

const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
const plain = { format: text, parse: (typed: string): Parsed => ({ value: typed === "" ? null : typed }) };

const matching = (pattern: RegExp, problem: string) => ({
  format: text,
  parse: (typed: string): Parsed => {
    if (typed === "") return { value: null };
    const iso = typed
      .replace(/[./年月]/g, "-")
      .replace(/-?日$/, "")
      .replace(/-(\d)(?!\d)/g, "-0$1");
    return pattern.test(iso) ? { value: iso } : { problem };
  },
});

/** A day without its year is refused, with the day that is probably meant. */
const day = matching(/^\d{4}-\d{2}-\d{2}$/, "日期写法不对");
const dayWithYear = {
  format: day.format,
  parse: (typed: string): Parsed =>
    typed === "5-31" ? { problem: "请写明年份", mend: "2026-05-31" } : day.parse(typed),
};

const whole = (decimals: number) => ({
  format: (value: unknown) => (typeof value === "number" ? (value / 10 ** decimals).toFixed(decimals) : ""),
  parse: (typed: string): Parsed => {
    if (typed.trim() === "") return { value: null };
    const number = Number(typed.replaceAll(",", ""));
    return Number.isFinite(number) ? { value: Math.round(number * 10 ** decimals) } : { problem: "要填数字" };
  },
});

const of = (options: readonly Choice[], many: boolean) => {
  const label = (value: unknown) => options.find((each) => each.value === value)?.label ?? text(value);
  return {
    options,
    format: (value: unknown) => (Array.isArray(value) ? value.map(label).join("、") : label(value)),
    parse: (typed: string): Parsed => {
      if (typed === "") return { value: null };
      const parts = many ? typed.split(/[、,，]/) : [typed];
      const values = parts.map((part) => options.find((each) => each.label === part || each.value === part)?.value);
      if (values.includes(undefined)) return { problem: "不在可选范围内" };
      return { value: many ? values : values[0] };
    },
  };
};

export const sexes = [
  { value: "1", label: "男" },
  { value: "2", label: "女" },
];
const services = ["独居老人", "低保", "残疾", "重病"].map((label, at) => ({ value: `s${at}`, label }));
export const people = ["赵一", "钱二", "孙三", "李四", "李四光", "周五"].map((label, at) => ({
  value: `p${at}`,
  label,
}));
let lookUpMs = 30;
export const slowLookUp = (ms: number) => {
  lookUpMs = ms;
};
const lookUp = async (typed: string) => {
  await new Promise((resolve) => setTimeout(resolve, lookUpMs));
  return people.filter((each) => each.label.includes(typed));
};

const pinyin: Record<string, string> = { 张: "zhang", 王: "wang", 李: "li", 刘: "liu", 陈: "chen" };

type Given = Omit<SheetColumn, "options"> & { readonly options?: readonly Choice[] | undefined };

const given: readonly Given[] = [
  {
    key: "name",
    label: "姓名",
    width: 110,
    frozen: true,
    required: true,
    editor: "text",
    format: text,
    parse: (typed) => (typed.trim() === "" ? { problem: "必填" } : { value: typed }),
    searchText: (row) => pinyin[text(row.values.name).slice(0, 1)] ?? "",
  },
  { key: "sex", label: "性别", width: 70, editor: "choice", ...of(sexes, false) },
  { key: "birth", label: "出生日期", width: 120, editor: "date", ...dayWithYear },
  { key: "age", label: "年龄", width: 80, editor: "number", ...whole(0) },
  { key: "amountFen", label: "金额", width: 110, editor: "number", ...whole(2) },
  {
    key: "lives",
    label: "常住",
    width: 80,
    editor: "boolean",
    format: (value) => (value === true ? "是" : value === false ? "否" : ""),
    parse: (typed) =>
      typed === ""
        ? { value: null }
        : typed === "是" || typed === "否"
          ? { value: typed === "是" }
          : { problem: "填是或否" },
  },
  { key: "services", label: "服务类别", width: 150, editor: "choices", ...of(services, true) },
  { key: "head", label: "户主", width: 110, editor: "reference", ...of(people, false), options: undefined, lookUp },
  {
    key: "helpers",
    label: "联系人",
    width: 150,
    editor: "references",
    ...of(people, true),
    options: undefined,
    lookUp,
  },
  { key: "note", label: "备注", width: 200, editor: "longText", ...plain },
  { key: "time", label: "时间", width: 90, editor: "time", ...matching(/^\d{2}:\d{2}$/, "时间写法不对") },
  {
    key: "at",
    label: "走访时间",
    width: 160,
    editor: "dateTime",
    ...matching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "时间写法不对"),
  },
  { key: "month", label: "月份", width: 100, editor: "month", ...matching(/^\d{4}-\d{2}$/, "月份写法不对") },
  {
    key: "family",
    label: "家庭成员",
    width: 120,
    editor: "rows",
    fields: [
      { key: "name", label: "姓名", editor: "text", ...plain },
      { key: "age", label: "年龄", width: 80, editor: "number", ...whole(0) },
    ],
    format: (value) => (Array.isArray(value) && value.length > 0 ? `${value.length} 人` : ""),
    parse: (typed) => (typed === "" ? { value: null } : { problem: "请打开后填写" }),
  },
  { key: "phone", label: "电话", width: 130, editor: "text", ...plain },
  { key: "address", label: "住址", width: 220, editor: "text", ...plain },
  { key: "code", label: "编号", width: 110, readOnly: true, editor: "text", ...plain },
  { key: "door", label: "门牌", width: 90, editor: "text", ...plain },
  { key: "ethnic", label: "民族", width: 80, editor: "text", ...plain },
  { key: "source", label: "来源", width: 120, editor: "text", ...plain },
];

/** One column of each kind, as a page of the console would give them; a reference has no options at all. */
export const columns: readonly SheetColumn[] = given.map(({ options, ...rest }) =>
  options ? { ...rest, options } : rest,
);
