import type { Label } from "../schema/label.ts";

/** What a clerk reads about a file that cannot be taken, and about rows and columns of one that can. */
export const importFieldWords = {
  "file-empty": { zh: "文件是空的", en: "The file is empty" },
  "file-unreadable": {
    zh: "不是可读取的表格文件，请另存为 xlsx 或 csv 后再导入",
    en: "This is not a spreadsheet we can read. Save it as xlsx or csv and try again",
  },
  "file-encrypted": {
    zh: "文件设有打开密码，请取消密码后再导入",
    en: "The file is protected by a password. Remove the password and try again",
  },
  "file-encoding": {
    zh: "文字编码无法识别；非 UTF-8 的 csv 请以 application/octet-stream 发送",
    en: "The text encoding is not recognised. Send a csv that is not UTF-8 as application/octet-stream",
  },
  "file-too-large": {
    zh: "文件展开后太大，请拆分后再导入",
    en: "The file unpacks to too much. Split it and try again",
  },
  "file-too-many-rows": {
    zh: "一次最多导入 {max} 行，请拆分后再导入",
    en: "At most {max} rows can be imported at once. Split the file and try again",
  },
  "no-header": {
    zh: "没有找到表头，请确认表中有“姓名”等列名",
    en: "No row of headings was found. The file needs headings such as “Name”",
  },
  "no-rows": { zh: "表头下面没有内容", en: "There are no rows below the headings" },
  "unknown-column": { zh: "没有这一列", en: "There is no such column" },
  "column-twice": { zh: "已有另一列对应此项", en: "Another column already stands for this" },
  "repeated-row": { zh: "与第 {row} 行重复", en: "This repeats row {row}" },
  "differs-from-row": { zh: "与第 {row} 行不一致", en: "This differs from row {row}" },
  "several-match": {
    zh: "有几条记录与此行相同，请填写身份证号或 id",
    en: "Several records match this row. Fill in the ID number or the id",
  },
  "address-unclear": {
    zh: "地址中看不出楼栋和房号，应写成 18栋3单元603",
    en: "Building and room cannot be read from the address. Write it like 18栋3单元603",
  },
  "household-unclear": {
    zh: "这间房有几户，请填写户号",
    en: "Several households live in this room. Fill in the household number",
  },
  "identity-converted": { zh: "15 位旧号已换算为 18 位", en: "The old 15-digit number was converted to 18 digits" },
  "part-too-large": { zh: "一行的内容太多", en: "One row holds too much" },
  "xlsx-too-large": {
    zh: "表格太大，请改用 csv 导出，或在控制台导出",
    en: "The workbook is too large. Export it as csv, or from the console",
  },
} as const satisfies Readonly<Record<string, Label>>;

/** What files call the place somebody lives at, when it is one column. */
export const addressHeadings = [
  "地址",
  "住址",
  "家庭住址",
  "家庭地址",
  "现住址",
  "现住地址",
  "居住地址",
  "居住地",
  "详细地址",
  "房屋地址",
  "Address",
  "Home address",
] as const;

/** Headings of columns that number the rows or stand for nothing we keep. */
export const idleHeadings = ["序号", "编号", "行号", "备注", "说明", "No", "Remarks", "Notes"] as const;

/** How lines below and between the data begin that are none: sums, signatures, notes. */
export const footerBeginnings = [
  "合计",
  "总计",
  "小计",
  "共计",
  "本页合计",
  "填表人",
  "填报人",
  "填报单位",
  "填报日期",
  "填表日期",
  "制表",
  "审核",
  "审批",
  "复核",
  "负责人",
  "单位负责人",
  "经办人",
  "联系人",
  "注：",
  "注:",
  "备注：",
  "备注:",
  "说明：",
  "说明:",
  "Total",
  "Prepared by",
  "Note:",
] as const;
