import type { Label } from "../schema/label.ts";

/**
 * What the menu calls pages that are no lists (页面名称). They stand apart from the pages' other words, which arrive
 * with the page: the menu is there from the first moment.
 */
export const pageTitles = {
  ledger: { zh: "财务账簿", en: "Ledger" },
  publishing: { zh: "公开栏", en: "Public board" },
  checks: { zh: "核对", en: "Checks" },
  rules: { zh: "规则", en: "Rules" },
  street: { zh: "街道工作台", en: "Street office" },
  retention: { zh: "到期删除", en: "Automatic deletion" },
} satisfies Readonly<Record<string, Label>>;
