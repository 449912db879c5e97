import { votes as catalogue } from "../votes/catalogue.gen.ts";
import { MEETINGS } from "./meetings.ts";
import { PARAMETERS } from "./parameters.ts";
import type { VoteRule } from "./vote.ts";

/** Every rule by which meetings vote, by name. A definition that names what there is not is told when it is loaded. */
export const VOTES: ReadonlyMap<string, VoteRule> = new Map(
  catalogue.map((rule: VoteRule) => [rule.name, fitting(rule)]),
);

function fitting(rule: VoteRule): VoteRule {
  const { name, meetings, quorum, pass, electorates = {}, margin, seats, proposers } = rule;
  const stranger =
    meetings.find((kind) => !MEETINGS.has(kind)) ?? Object.keys(electorates).find((kind) => !meetings.includes(kind));
  if (stranger !== undefined) throw new Error(`${name}: no meeting ${stranger}`);
  const named = [
    quorum,
    pass,
    ...Object.values(electorates).flatMap((one) => [one.quorum, one.pass]),
    margin?.rate,
    margin?.least,
    seats?.least,
    seats?.most,
    ...Object.values(proposers ?? {}),
  ];
  const unknown = named.find((parameter) => parameter !== undefined && !PARAMETERS.has(parameter));
  if (unknown !== undefined) throw new Error(`${name}: no parameter ${unknown}`);
  return rule;
}
