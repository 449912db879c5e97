import { invalid } from "../../shared/contract/refusal.ts";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Content } from "../../shared/rules/publication/content.ts";
import { both, frozenBlocks, type Source } from "../../shared/rules/publication/freeze.ts";
import type { Values } from "../../shared/schema/field.ts";
import { publicationNamed } from "../../shared/schema/publications.ts";
import type { Deps } from "../http/deps.ts";
import { getRecord } from "../store/records.ts";
import { readCommittee } from "./committee.ts";
import { aidSource } from "./sources/aid-source.ts";
import { electionSource, toldBy } from "./sources/election-source.ts";
import { eventSource } from "./sources/event-source.ts";
import { guideSource } from "./sources/guide-source.ts";
import { monthSource } from "./sources/month-source.ts";

/**
 * What a draft would make public as things stand now (待公布内容): the same content that its approval freezes. Refused with
 * what is missing, or with what must have happened before.
 */
export async function draftContent(deps: Deps, community: string, values: Values): Promise<Content> {
  return (await draftOf(deps, community, values)).content;
}

/** The same content, with the columns that other steps stand on. */
export async function draftOf(
  deps: Deps,
  community: string,
  values: Values,
): Promise<{ readonly content: Content; readonly told: Values }> {
  const kind = publicationNamed(String(values.kind));
  if (kind.atOnce) throw invalid({ path: "kind", code: "at-once-only" });
  const missing = [...kind.needs, "signature", "signedOn"].filter((path) => values[path] === undefined);
  if (missing.length > 0) throw invalid(...missing.map((path) => ({ path, code: "required" })));
  const [committee, list, corrects] = await Promise.all([
    readCommittee(deps, community),
    kind.source === "election" ? electionSource(deps, community, kind.name, String(values.election)) : undefined,
    correctionOf(deps, community, values),
  ]);
  const source = list ?? (await sourceOf(deps, community, values));
  const content = {
    kind: kind.name,
    heading: kind.heading,
    community,
    committee: committee.name,
    title: kind.untyped ? kind.heading : both(String(values.title)),
    ...(!kind.untyped && typeof values.addressee === "string" && { addressee: both(values.addressee) }),
    blocks: frozenBlocks(kind, source),
    signature: kind.untyped ? committee.name : both(String(values.signature)),
    signedOn: String(values.signedOn ?? dayOf(deps.now())),
    ...(corrects && { corrects }),
  };
  return { content, told: list ? toldBy(list) : {} };
}

async function sourceOf(
  deps: Deps,
  community: string,
  { kind, body, event, month, applications }: Values,
): Promise<Source> {
  const { parts } = publicationNamed(String(kind));
  const hasBody = parts.some(({ name }) => name === "body") && typeof body === "string";
  return {
    ...(hasBody && { body }),
    ...(parts.some(({ name }) => name === "event") &&
      typeof event === "string" &&
      (await eventSource(deps, community, event))),
    ...(parts.some(({ name }) => name === "totals") && (await monthSource(deps, community, String(month)))),
    ...(parts.some(({ name }) => name === "services") && (await guideSource(deps, community))),
    ...(parts.some(({ name }) => name === "households") &&
      typeof applications === "string" &&
      (await aidSource(deps, community, applications.split(" ")))),
  };
}

/** The number of what this version corrects, and what was wrong with it. */
async function correctionOf(deps: Deps, community: string, values: Values): Promise<Content["corrects"]> {
  if (typeof values.corrects !== "string") return undefined;
  if (typeof values.correction !== "string") throw invalid({ path: "correction", code: "required" });
  const earlier = await getRecord(deps, "publications", community, values.corrects);
  if (typeof earlier?.values.no !== "number") throw invalid({ path: "corrects", code: "not-posted" });
  return { no: earlier.values.no, why: both(values.correction) };
}
