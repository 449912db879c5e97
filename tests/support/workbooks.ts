import { writeXlsx as writeWorkbook } from "hucre";
import { checkCharacter } from "../../shared/rules/identity-number.ts";

/** A person of a made-up roster (花名册). */
export type Person = {
  readonly name: string;
  readonly sex: "男" | "女";
  readonly birth: string;
  readonly idNo: string;
  readonly phone: string;
  readonly building: number;
  readonly unit: number;
  readonly room: number;
  readonly relation: "户主" | "配偶" | "子女";
  readonly household: number;
};

export type Trap = "wrong check character" | "same number as the row above" | "digits lost" | "no name";

const SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
const GIVEN = ["志明", "勇", "静", "梓萱", "海燕", "伟", "淑华", "秀英", "桂兰", "军"];

/** Made-up people, three to a household, each with a number that holds. Nobody of them exists. */
export function people(count: number, from = 0): Person[] {
  return Array.from({ length: count }, (_, index) => person(from + index));
}

function person(index: number): Person {
  const household = Math.floor(index / 3) + 1;
  // The other parts of a number come again after 6,000 people; the day then moves on.
  const day = 1 + ((index * 7 + Math.floor(index / 6000)) % 28);
  const birth = `${1935 + (index % 80)}-${pad(1 + (index % 12))}-${pad(day)}`;
  const body = `500100${birth.replaceAll("-", "")}${String(index % 1000).padStart(3, "0")}`;
  return {
    name: `${SURNAMES.charAt(index % SURNAMES.length)}${GIVEN[Math.floor(index / 20) % GIVEN.length]}`,
    sex: Number(body.charAt(16)) % 2 === 1 ? "男" : "女",
    birth,
    idNo: body + checkCharacter(body),
    phone: `144${String(10_000_000 + index)}`,
    building: 1 + (household % 9),
    unit: 1 + (household % 4),
    room: 101 + household,
    relation: (["户主", "配偶", "子女"] as const)[index % 3] ?? "子女",
    household,
  };
}

const pad = (number: number) => String(number).padStart(2, "0");

export const PLAIN_HEADINGS = [
  "姓名",
  "性别",
  "出生日期",
  "身份证号",
  "联系电话",
  "楼栋",
  "单元",
  "房号",
  "与户主关系",
  "户号",
] as const;

/** The rows of an orderly roster: headings in the first row, text in every cell. */
export function plainRows(persons: readonly Person[]): string[][] {
  const rows = persons.map((one) => [
    one.name,
    one.sex,
    one.birth,
    one.idNo,
    one.phone,
    `${one.building}栋`,
    `${one.unit}单元`,
    String(one.room),
    one.relation,
    String(one.household),
  ]);
  return [[...PLAIN_HEADINGS], ...rows];
}

export function plainRoster(persons: readonly Person[]): Promise<Uint8Array> {
  return writeWorkbook({ sheets: [{ name: "居民", rows: plainRows(persons) }] });
}

/** The first row of people in an office's roster: title, who filled it in, and two rows of headings stand above. */
export const OFFICE_FIRST_ROW = 5;

/**
 * A roster as an office keeps it: merged title, two-level headings, numbers for telephone and room, dates in five
 * hands, spaces inside names, sums and signatures below; and traps in the rows given by their place.
 */
export function officeRoster(
  persons: readonly Person[],
  traps: ReadonlyMap<number, Trap> = new Map(),
): Promise<Uint8Array> {
  const rows = persons.map((one, place) => officeRow(one, place, persons[place - 1], traps.get(place)));
  return writeWorkbook({
    sheets: [
      {
        name: "Sheet1",
        rows: [
          ["桂花社区居民信息登记表"],
          ["填报单位：桂花社区居民委员会", "", "", "", "", "", "", "", "填报日期：2026年11月10日"],
          ["序号", "基本情况", null, null, null, null, "住址", null, null, "联系方式", "户内关系", "备注"],
          ["", "姓名", "性别", "公民身份号码", "出生年月", "政治面貌", "楼栋", "单元", "室", "手机", "", ""],
          ...rows,
          ["合计", `${persons.length}人`],
          ["填表人：", "", "", "审核人："],
        ],
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 11 },
          { startRow: 2, startCol: 1, endRow: 2, endCol: 5 },
          { startRow: 2, startCol: 6, endRow: 2, endCol: 8 },
        ],
      },
    ],
  });
}

type OfficeCell = string | number | Date | null;

function officeRow(one: Person, place: number, above: Person | undefined, trap: Trap | undefined): OfficeCell[] {
  const name = one.name.length === 2 ? `${one.name.charAt(0)}　${one.name.charAt(1)}` : one.name;
  const remark = place === 3 ? '=HYPERLINK("x","点")' : "";
  return [
    place + 1,
    trap === "no name" ? "" : name,
    one.sex,
    officeNumber(one, place, above, trap),
    officeDate(one.birth, place),
    ["群众", "中共党员", "共青团员"][place % 3] ?? "群众",
    one.building,
    one.unit,
    one.room,
    place % 4 === 0 ? "" : Number(one.phone),
    one.relation,
    remark,
  ];
}

function officeNumber(one: Person, place: number, above: Person | undefined, trap: Trap | undefined): OfficeCell {
  if (trap === "wrong check character") return one.idNo.slice(0, 17) + (one.idNo.endsWith("1") ? "2" : "1");
  if (trap === "same number as the row above" && above) return above.idNo;
  if (trap === "digits lost") return Number(one.idNo.slice(0, 17)) * 10;
  if (place % 8 === 5) return fullWidth(one.idNo);
  return place % 8 === 6 ? ` ${one.idNo} ` : one.idNo;
}

function officeDate(birth: string, place: number): OfficeCell {
  const [year = "", month = "", day = ""] = birth.split("-");
  const forms: OfficeCell[] = [
    new Date(`${birth}T00:00:00Z`),
    `${year}.${Number(month)}.${Number(day)}`,
    `${year}年${Number(month)}月${Number(day)}日`,
    `${year}/${month}/${day}`,
    `${year}年${Number(month)}月`,
  ];
  return forms[place % forms.length] ?? birth;
}

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The roster as an older program writes it: csv, one column for the address, a tab that keeps the number's digits. */
export function addressCsv(persons: readonly Person[]): string {
  const lines = persons.map((one) => {
    const address = `桂花路1号${one.building}栋${one.unit}单元${one.room}`;
    return [one.household, one.name, one.sex, `\t${one.idNo}`, one.phone, `"${address}"`].join(",");
  });
  return ["户号,姓名,性别,身份证号,联系电话,地址", ...lines, ""].join("\r\n");
}

/** A text in GBK, which office software in China still writes: characters of ASCII and of the common plane. */
export function inGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(gbkTable().get(char) ?? [0x3f]));
  }
  return new Uint8Array(bytes);
}

let table: Map<string, readonly [number, number]> | undefined;

/** The platform decodes GBK and does not write it, so the table is read backwards. */
function gbkTable(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const char = decoder.decode(new Uint8Array([lead, trail]));
      if (!char.includes("\ufffd") && !table.has(char)) table.set(char, [lead, trail]);
    }
  }
  return table;
}
