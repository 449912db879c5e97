import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { bodySizeFindings, SIZED_BODIES } from "../../shared/rules/body-size.ts";
import type { Finding } from "../../shared/rules/finding.ts";
import { delegateFindings } from "../../shared/rules/party-delegates.ts";
import { representativeFindings } from "../../shared/rules/representation.ts";
import { MEETINGS } from "../../shared/schema/meetings.ts";
import type { Effect } from "../flows/effect.ts";
import { readRules } from "../rules/read-rules.ts";
import { refuseFailing } from "../votes/act.ts";
import { rollOf } from "../votes/roll.ts";

/** Refuses an entry of the step for the numbers that it breaks; what only warns lets it be. */
function refuseEntry(path: string, findings: readonly Finding[]): void {
  const failing = findings.filter(({ level }) => level === "fails");
  if (failing.length > 0) throw invalid(...failing.map(({ code, params = {} }) => ({ path, code, params })));
}

/** The seats that are made public are as many as the body may have (S3.2, S3.3). */
export const seatsFit: Effect = async (deps, { community, values }, _context, given) => {
  const seats = given.seats ?? values.seats;
  const wanted = values.kind === "party" ? (given.partyBody ?? values.partyBody) : "committee";
  const body = SIZED_BODIES.find((one) => one === wanted);
  // What is missing, or is no number, the step itself refuses.
  if (typeof seats !== "number" || body === undefined) return {};
  refuseEntry("seats", bodySizeFindings(body, seats, await readRules(deps, community), String(values.day)));
  return {};
};

/** Representatives on election day are as many, and as many of them residents, as they should be (C3, S3.10). */
export const representativesFit: Effect = async (deps, { community, values }) => {
  // Households, or all voters, vote without representatives.
  if ((values.electorate ?? "representatives") !== "representatives") return {};
  const kind = MEETINGS.get("representatives");
  if (!kind) throw new Error("There is no meeting of representatives");
  const day = String(values.day);
  const rules = await readRules(deps, community);
  const roll = await rollOf(deps, community, kind, { at: day }, rules);
  if (roll.length === 0) throw new Refusal("conflict", [{ path: "representatives", code: "roll-empty" }]);
  const residents = roll.filter(({ unit }) => !unit).length;
  refuseFailing(representativeFindings(roll.length, residents, rules, day), []);
  return { also: { representatives: roll.length } };
};

/** Delegates only above so many members, so many of them, and with the approval of the district (S3.9). */
export const delegatesFit: Effect = async (deps, { community, values }, _context, given) => {
  const { members, delegates = 0, delegatesNo } = given;
  if (typeof members !== "number" || typeof delegates !== "number" || delegates === 0) return {};
  const day = String(values.day);
  refuseEntry("delegates", delegateFindings(members, delegates, await readRules(deps, community), day));
  if (!delegatesNo) throw invalid({ path: "delegatesNo", code: "approval-needed" });
  return {};
};
