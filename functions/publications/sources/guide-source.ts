import { post } from "../../../shared/codes/post.ts";
import { invalid } from "../../../shared/contract/refusal.ts";
import type { Source } from "../../../shared/rules/publication/freeze.ts";
import { codeLabel } from "../../../shared/schema/codes.ts";
import type { Label } from "../../../shared/schema/label.ts";
import type { Deps } from "../../http/deps.ts";
import { allRecords, batchGetRecords, type StoredRecord } from "../../store/records.ts";

/** Every item of the service list, as the guide shows it (P6, S9.10), by name; refused while there is none. */
export async function guideSource(deps: Deps, community: string): Promise<Source> {
  const items: StoredRecord[] = [];
  for await (const item of allRecords(deps, "service-items", community)) items.push(item);
  if (items.length === 0) throw invalid({ path: "kind", code: "no-service-items" });
  const owners = [...new Set(items.map(({ values }) => String(values.owner)))];
  const posts = new Map((await batchGetRecords(deps, "posts", community, owners)).map((one) => [one.id, one.values]));
  const services = items.map(({ values }) => ({
    name: String(values.name),
    papers: oneLine(values.papers),
    procedure: oneLine(values.procedure),
    limitDays: Number(values.limitDays),
    priceClass: String(values.priceClass),
    fee: typeof values.fee === "number" && values.fee > 0 ? values.fee : null,
    owner: postOf(posts.get(String(values.owner))?.post, String(posts.get(String(values.owner))?.person ?? "")),
  }));
  return { services: services.sort((a, b) => a.name.localeCompare(b.name, "zh")) };
}

const oneLine = (text: unknown) => String(text ?? "").replace(/\s*\n\s*/g, "；");

/** The post and who holds it: staff answer for what they do by name. */
function postOf(code: unknown, person: string): Label {
  const label = (language: keyof Label) => `${codeLabel(post, String(code ?? ""), language)} ${person}`.trim();
  return { zh: label("zh"), en: label("en") };
}
