import type { Label } from "../schema/label.ts";

/** Headings above the lists of the menu (菜单分组). */
export const menuHeadings = {
  people: { zh: "居民与房屋", en: "People and homes" },
  matters: { zh: "事项与任务", en: "Matters and tasks" },
  events: { zh: "活动与宣传", en: "Events and publicity" },
  safety: { zh: "安全", en: "Safety" },
  votes: { zh: "议事与选举", en: "Meetings and votes" },
  committee: { zh: "组织与管理", en: "Committee" },
} satisfies Readonly<Record<string, Label>>;

/** The box above the lists that finds one of them. */
export const findList = {
  label: { zh: "查找台账", en: "Find a list" },
  none: { zh: "没有这样的台账", en: "No such list" },
} satisfies Readonly<Record<string, Label>>;
