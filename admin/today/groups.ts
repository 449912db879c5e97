import type { Language } from "../../shared/schema/label.ts";
import type { FlowWords } from "../../shared/words/flow-console.ts";
import type { TodayItem } from "./contract.ts";

export type Group = { readonly key: string; readonly title: string; readonly items: readonly TodayItem[] };

/** What is late together and first, the rest by what it is, each in the order of the server. */
export function grouped(items: readonly TodayItem[], language: Language, words: FlowWords): readonly Group[] {
  const groups = new Map<string, { title: string; items: TodayItem[] }>();
  const titleOf = (item: TodayItem, key: string) => {
    if (key === "late") return words.lateGroup;
    return item.kind === "duty" ? words.dutyGroup : item.label[language];
  };
  for (const item of items) {
    const key = item.daysLate > 0 ? "late" : item.group;
    const group = groups.get(key) ?? { title: titleOf(item, key), items: [] };
    group.items.push(item);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
