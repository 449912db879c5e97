import { meetingKind } from "../../shared/codes/meeting.ts";
import { voteOutcome } from "../../shared/codes/vote.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { shownParameter } from "../../shared/schema/parameter-value.ts";
import { PARAMETERS } from "../../shared/schema/parameters.ts";
import { minuteInWords } from "../../shared/words/dates.ts";
import { rulesWords } from "../../shared/words/rules.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { sourceMark } from "../rules/source-mark.ts";
import type { MeetingView, VoteView } from "./contract.ts";
import { namesOf } from "./officers.ts";
import { ResultTable } from "./ResultTable.tsx";
import { useVoteWords } from "./use-vote-words.ts";

type Props = { readonly vote: VoteView; readonly meeting: MeetingView };

/** The result sheet (表决结果单, S3.20): figures, votes of each name, by which rules, and lines for the signatures. */
export function ResultPaper({ vote, meeting }: Props) {
  const words = useVoteWords();
  const language = useLanguage();
  const { community } = useWorkspace();
  const { values, rules } = vote;
  const { at, place, kind, title } = meeting.values;
  const facts = [
    [words.meetingResult, `${String(title)} (${codeLabel(meetingKind, String(kind), language)})`],
    [words.when, minuteInWords(String(at), language)],
    [words.place, String(place ?? "")],
    [words.title, [String(values.title), typeof values.round === "number" ? words.round(values.round) : ""].join(" ")],
    [words.by(""), String(values.countedBy ?? "")],
    [words.votesNeeded(Number(values.needed ?? 0)), codeLabel(voteOutcome, String(values.outcome), language)],
  ] as const;
  return (
    <article className="linli-result">
      <h1>{`${community.name} ${words.result}`}</h1>
      <dl>
        {facts
          .filter(([, fact]) => fact !== "")
          .map(([label, fact]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      <ResultTable vote={vote} />
      <h2>{words.rules}</h2>
      <ul>
        {rules.map((rule) => {
          const parameter = PARAMETERS.get(rule.parameter);
          const mark = sourceMark(rulesWords[language], rule);
          return parameter && rule.value !== null ? (
            <li key={parameter.name}>
              {parameter.label[language]}: {shownParameter(parameter, rule.value, language)} ({rule.source[language]}
              {mark && `, ${mark.text}`})
            </li>
          ) : null;
        })}
      </ul>
      <div className="linli-sign">
        {(["head", "scrutineer", "teller"] as const).map((role) => (
          <p key={role}>
            {words[role]} {namesOf(meeting.values, role)}
            <span>{words.signature}</span>
          </p>
        ))}
      </div>
    </article>
  );
}
