import { type OwnValue, type PresetChoice, type Rules, rulesOf } from "../../shared/rules/in-force.ts";
import { PRESETS } from "../../shared/schema/parameter.ts";
import { parameterFromText } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import type { Deps } from "../http/deps.ts";
import { allRecords, type StoredRecord } from "../store/records.ts";

/** What a committee decided about its numbers: its own values and the presets it chose, past and to come. */
export type Decided = { readonly own: readonly OwnValue[]; readonly choices: readonly PresetChoice[] };

/** The numbers that rules of one community work with, on any day (规则参数). One small query. */
export async function readRules(deps: Deps, community: string): Promise<Rules> {
  const { own, choices } = await readDecided(deps, community);
  return rulesOf(own, choices);
}

/** Everything the committee decided about its numbers. */
export async function readDecided(deps: Deps, community: string): Promise<Decided> {
  const own: OwnValue[] = [];
  const choices: PresetChoice[] = [];
  for await (const record of allRecords(deps, "parameter-values", community)) {
    const { parameter: name, value } = record.values;
    const entry = entryOf(record);
    const preset = name === "preset" ? PRESETS.find((one) => one === value) : undefined;
    const parameter = PARAMETERS.get(String(name));
    if (preset) choices.push({ ...entry, preset });
    // A parameter that the product no longer has decides nothing.
    if (!parameter) continue;
    const read = typeof value === "string" ? parameterFromText(parameter, value) : undefined;
    own.push({ ...entry, parameter: parameter.name, ...(read !== undefined && { value: read }) });
  }
  return { own, choices };
}

function entryOf({ id, createdAt: at, values }: StoredRecord) {
  const decision = { text: String(values.decision), day: String(values.decidedOn) };
  return { id, at, from: String(values.from), decision };
}
