/** An item of a table, as it is kept; `pk` begins with its class. */
export type KeptItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Whose an item is: a community's, by its code, or nobody's who could move house. */
export type Owner = { readonly community: string } | "nobody";

/** Communities by the ids of their events and surveys: what these keep beside their records stands under the id alone. */
export type Homes = ReadonlyMap<string, string>;

const NOBODY = "nobody";
const CODE = /^\d{12}$/;

/** Classes of the Records table whose partition ends with the community's code. */
const BY_PARTITION = new Set(["R", "H", "U", "B", "L", "W", "X", "Y", "Z"]);
/** Work under way and the keys, which travel apart; how often something was asked stays too. */
const STAYING = new Set(["J", "P", "S"]);

/**
 * Whose an item of the Records table is (归属). Undefined for a class that is not known here: what cannot be told apart
 * must not be left behind unnoticed.
 */
export function ownerOfRecord({ pk, sk, ...item }: KeptItem, homes: Homes): Owner | undefined {
  const [kind = "", first = "", ...rest] = pk.split("#");
  const last = rest.at(-1) ?? first;
  if (STAYING.has(kind)) return NOBODY;
  if (BY_PARTITION.has(kind)) return codeOwner(last);
  if (kind === "K") return CODE.test(last) ? { community: last } : homeOwner(homes, last);
  if (kind === "N") return homeOwner(homes, first);
  if (kind === "V") return codeOwner(first);
  if (kind === "C") return CODE.test(sk) ? { community: sk } : NOBODY;
  if (kind === "G") return codeOwner(first === "of" ? sk : first);
  if (kind === "F") return codeOwner(first === "of" ? last : item.community);
  if (kind === "E" && first === "run") return codeOwner(last);
  if (kind === "E" && (first === "due" || first === "pass")) return codeOwner(sk.split("#")[0]);
  if (kind === "E" && first === "state") return NOBODY;
  if (kind !== "Q") return undefined;
  if (first.startsWith("rate-")) return NOBODY;
  return typeof item.community === "string" ? codeOwner(item.community) : homeOwner(homes, item.survey);
}

/** Whose an item of the Counts table is: its sort key is the community's code, after the month where there is one. */
export function ownerOfCount({ sk }: Pick<KeptItem, "sk">): Owner {
  const code = sk.split("#").at(-1) ?? "";
  return CODE.test(code) ? { community: code } : NOBODY;
}

/** The community of an event or survey, by a record; undefined for other records. */
export function homeOf({ pk, sk }: KeptItem): readonly [id: string, community: string] | undefined {
  const [kind, register, community] = pk.split("#");
  return kind === "R" && community && (register === "events" || register === "surveys") ? [sk, community] : undefined;
}

function codeOwner(code: unknown): Owner | undefined {
  return typeof code === "string" && CODE.test(code) ? { community: code } : undefined;
}

/** What belongs to an event or survey that is gone belongs to nobody any more. */
function homeOwner(homes: Homes, id: unknown): Owner {
  const community = typeof id === "string" ? homes.get(id) : undefined;
  return community === undefined ? NOBODY : { community };
}
