import { opinionWords } from "../../shared/words/opinion.ts";
import type { Deps } from "../http/deps.ts";
import { getRecord } from "../store/records.ts";

/** What an opinion form is about: the committee as a whole, so it belongs to the committee's own record. */
export async function findOpinionBox(
  deps: Deps,
  community: string,
  record: string,
): Promise<{ readonly title: string } | undefined> {
  const committee = await getRecord(deps, "committees", community, record);
  return committee && { title: opinionWords.zh.title };
}
