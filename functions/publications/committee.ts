import type { Label } from "../../shared/schema/label.ts";
import { areaKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { getItem } from "../store/items.ts";
import { pageRecords } from "../store/records.ts";

/** Who publishes (居委会): its name in both languages, and how residents reach it. */
export type Committee = {
  readonly name: Label;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly hours?: string | undefined;
};

/** The committee as its own record describes it; where there is none yet, the community's name. */
export async function readCommittee(deps: Deps, community: string): Promise<Committee> {
  const { records } = await pageRecords(deps, "committees", community, { limit: 10 });
  const { values = {} } = records[0] ?? {};
  const area = await getItem(deps, areaKey(community));
  const name = String(values.name ?? area?.name ?? community);
  const text = (key: string) => (typeof values[key] === "string" ? { [key]: values[key] } : {});
  return {
    name: { zh: name, en: typeof values.nameEn === "string" ? values.nameEn : name },
    ...text("phone"),
    ...text("address"),
    ...text("hours"),
  };
}
