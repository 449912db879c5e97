import { audience } from "../../shared/codes/event.ts";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { dayOf, isMonth } from "../../shared/rules/calendar.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import type { Value } from "../../shared/schema/field.ts";
import type { PublicationKind } from "../../shared/schema/publication.ts";
import { PUBLICATIONS } from "../../shared/schema/publications.ts";
import { dayInWords } from "../../shared/words/dates.ts";
import { draftWords } from "../../shared/words/publication.ts";
import type { Deps } from "../http/deps.ts";
import { registerOf } from "../imports/batch.ts";
import type { WriteContext } from "../records/context.ts";
import { createRecord } from "../records/write.ts";
import { openForm } from "../sign-ups/open-form.ts";
import { getRecord, type StoredRecord } from "../store/records.ts";
import { readCommittee } from "./committee.ts";
import { aidSource } from "./sources/aid-source.ts";
import { electionSource } from "./sources/election-source.ts";
import { noticedEvent } from "./sources/event-source.ts";

type Given = Readonly<Record<string, unknown>>;

/**
 * Drafts a publication in one step (一键生成): everything its source says is filled in, and can be edited afterwards. What
 * is given stands above what is filled in. `opensForm` says that the event's sign-up form may be opened along with it.
 */
export async function makeDraft(
  deps: Deps,
  community: string,
  given: Given,
  context: WriteContext,
  { opensForm }: { readonly opensForm: boolean },
): Promise<StoredRecord> {
  const kind = PUBLICATIONS.get(String(given.kind));
  if (!kind) throw invalid({ path: "kind", code: given.kind === undefined ? "required" : "not-in-list" });
  if (kind.atOnce) throw invalid({ path: "kind", code: "at-once-only" });
  const committee = await readCommittee(deps, community);
  if (kind.source === "election") {
    return makeOfElection(deps, community, kind, given, committee.name.zh, context);
  }
  if (kind.source === "applications") return makeUntyped(deps, community, kind, given, committee.name.zh, context);
  const filled: Record<string, Value> = {
    places: kind.places,
    signature: committee.name.zh,
    signedOn: dayOf(deps.now()),
    ...(kind.name === "finance" && monthFilled(given.month)),
    ...(kind.name !== "finance" && { addressee: draftWords.everyone }),
    ...(kind.source === "event" &&
      typeof given.event === "string" &&
      (await eventFilled(deps, community, given.event, committee.name.zh, opensForm))),
  };
  return createRecord(deps, registerOf("publications"), community, { ...filled, ...given }, context);
}

/** Columns that may be given to a draft of which nothing is typed. */
const SHOWN = new Set(["kind", "from", "to", "places", "applications"]);
/** How many applications one display holds. */
const DISPLAYED_MAX = 100;

/** Drafts the display of applications (救助公示): which ones is all that is said, everything else is theirs. */
async function makeUntyped(
  deps: Deps,
  community: string,
  kind: PublicationKind,
  given: Given,
  signature: string,
  context: WriteContext,
): Promise<StoredRecord> {
  const stranger = Object.keys(given).filter((path) => !SHOWN.has(path));
  if (stranger.length > 0) throw invalid(...stranger.map((path) => ({ path, code: "not-taken" })));
  const { applications: ids } = given;
  const isList = Array.isArray(ids) && ids.length > 0 && ids.every((id) => typeof id === "string" && /^\w+$/.test(id));
  if (!isList) throw invalid({ path: "applications", code: "required" });
  const applications = [...new Set<string>(ids)];
  if (applications.length > DISPLAYED_MAX) {
    throw invalid({ path: "applications", code: "too-many-rows", params: { max: DISPLAYED_MAX } });
  }
  // Whatever stands against them is told at once.
  await aidSource(deps, community, applications);
  const title = kind.heading.zh;
  const filled = { places: kind.places, title, signature, signedOn: dayOf(deps.now()) };
  const values = { ...filled, ...given, applications: applications.join(" ") };
  return createRecord(deps, registerOf("publications"), community, values, { ...context, byAction: true });
}

/** Columns that may be given to a draft of an election's list. */
const OF_ELECTION = new Set(["kind", "from", "to", "places", "election"]);

/** Drafts a list of an election (选民名单、候选人公示): shown until election day, and nothing of it is typed. */
async function makeOfElection(
  deps: Deps,
  community: string,
  kind: PublicationKind,
  given: Given,
  signature: string,
  context: WriteContext,
): Promise<StoredRecord> {
  const stranger = Object.keys(given).filter((path) => !OF_ELECTION.has(path));
  if (stranger.length > 0) throw invalid(...stranger.map((path) => ({ path, code: "not-taken" })));
  if (typeof given.election !== "string") throw invalid({ path: "election", code: "required" });
  // Whatever stands against it is told at once.
  await electionSource(deps, community, kind.name, given.election);
  const day = (await getRecord(deps, "elections", community, given.election))?.values.day;
  const today = dayOf(deps.now());
  const to = typeof day === "string" && day >= today ? { to: day } : {};
  const filled = { places: kind.places, title: kind.heading.zh, signature, signedOn: today, ...to };
  return createRecord(deps, registerOf("publications"), community, { ...filled, ...given }, context);
}

/** Drafts a correction (更正): a new version of something posted, that says what was wrong. */
export async function makeCorrection(
  deps: Deps,
  community: string,
  id: string,
  correction: string | undefined,
  context: WriteContext,
): Promise<StoredRecord> {
  const earlier = await getRecord(deps, "publications", community, id);
  if (!earlier) throw new Refusal("not-found");
  const { values } = earlier;
  if (values.state !== "posted") throw new Refusal("conflict", [{ path: "state", code: "not-posted" }]);
  if (!correction?.trim()) throw invalid({ path: "correction", code: "required" });
  if (PUBLICATIONS.get(String(values.kind))?.atOnce) throw invalid({ path: "kind", code: "at-once-only" });
  const kept = [
    "title",
    "kind",
    "affairs",
    "addressee",
    "body",
    "event",
    "month",
    "applications",
    "election",
    "to",
    "places",
    "signature",
  ];
  const same = Object.fromEntries(kept.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]]])));
  const given = { ...same, signedOn: dayOf(deps.now()), corrects: id, correction: correction.trim() };
  return createRecord(deps, registerOf("publications"), community, given, { ...context, byAction: true });
}

function monthFilled(month: unknown): Record<string, Value> {
  if (typeof month !== "string" || !isMonth(month)) throw invalid({ path: "month", code: "not-a-month" });
  return { title: draftWords.monthTitle(month), affairs: "finance" };
}

async function eventFilled(
  deps: Deps,
  community: string,
  id: string,
  committee: string,
  opensForm: boolean,
): Promise<Record<string, Value>> {
  const event = await noticedEvent(deps, community, id);
  if (opensForm && event.gather.slice(0, 10) >= dayOf(deps.now())) await openForm(deps, community, "sign-up", id);
  const day = dayInWords(event.gather.slice(0, 10), "zh");
  const groups = (event.target ?? [])
    .filter((code) => code !== "everyone")
    .map((code) => codeLabel(audience, code, "zh"));
  const activities = (event.stops ?? []).flatMap(({ activity }) => (activity ? [activity] : []));
  const { title, coOrganisers } = event;
  return {
    title: title.slice(0, 80),
    addressee: groups.length > 0 ? draftWords.of(groups) : draftWords.everyone,
    body: [
      draftWords.opening({ committee, day, title, coOrganisers }),
      ...(activities.length > 0 ? [draftWords.offers(activities)] : []),
    ].join("\n"),
    to: event.end.slice(0, 10),
  };
}
