import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import { candidateOffice, proposersKind, voteMethod } from "../../shared/codes/vote.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { isOnPeople } from "../../shared/schema/vote.ts";
import { VOTES } from "../../shared/schema/vote-rules.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useDraft, useTyped } from "../layout/draft.ts";
import { FormDialog } from "../layout/FormDialog.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import type { MeetingView } from "./contract.ts";
import { useVoteWords } from "./use-vote-words.ts";

type Props = { readonly meeting: MeetingView; readonly onClose: () => void; readonly onPrepared: () => void };

/** Prepares a vote (准备表决): the rule, what it is on, and for how many seats. */
export function PrepareVote({ meeting, onClose, onPrepared }: Props) {
  const words = useVoteWords();
  const language = useLanguage();
  const { http, path } = useWorkspace();
  const rules = [...VOTES.values()].filter(({ meetings }) => meetings.includes(String(meeting.values.kind)));
  const draft = useDraft(`meetings.${meeting.id}.vote`);
  const [chosen, setChosen] = useTyped(
    draft,
    "rule",
    () => (rules.find(({ decides }) => decides) ?? rules[0])?.name ?? "",
  );
  const [values, setValues] = useTyped<Readonly<Record<string, string>>>(draft, "values", {});
  const rule = VOTES.get(chosen);
  const proposals = usePut(meeting.id);
  const set = (name: string) => (event: { target: { value: string } }) =>
    setValues((before) => ({ ...before, [name]: event.target.value }));
  const number = (name: string) => (values[name] ? { [name]: Number(values[name]) } : {});
  const text = (name: string) => (values[name] ? { [name]: values[name] } : {});
  const submit = async () => {
    const body = {
      rule: chosen,
      ...text("title"),
      ...text("method"),
      ...(rule?.decides ? text("proposal") : {}),
      ...(rule && isOnPeople(rule) ? { ...text("office"), ...number("seats") } : {}),
      ...(rule?.proposers ? { ...text("proposersKind"), ...number("proposers"), ...number("proposersOf") } : {}),
    };
    await http("POST", `${path}/meetings/${encodeURIComponent(meeting.id)}/votes`, { body });
    onPrepared();
  };
  const isReady = rule !== undefined && (!isOnPeople(rule) || Number(values.seats) > 0);
  const figure = { htmlInput: { inputMode: "numeric" } } as const;
  return (
    <FormDialog
      title={words.prepare}
      confirm={words.prepare}
      ready={isReady}
      draft={draft}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{words.prepareText}</p>
      <TextField select fullWidth label={words.rule} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {rules.map(({ name, label }) => (
          <MenuItem key={name} value={name}>
            {label[language]}
          </MenuItem>
        ))}
      </TextField>
      {rule?.decides && proposals.length > 0 ? (
        <TextField select fullWidth label={words.proposal} value={values.proposal ?? ""} onChange={set("proposal")}>
          <MenuItem value="">{words.noProposal}</MenuItem>
          {proposals.map(({ id, values: { title } }) => (
            <MenuItem key={id} value={id}>
              {String(title)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {values.proposal ? null : (
        <TextField fullWidth label={words.title} value={values.title ?? ""} onChange={set("title")} />
      )}
      {rule && isOnPeople(rule) ? (
        <>
          <TextField
            required
            fullWidth
            label={words.seats}
            value={values.seats ?? ""}
            onChange={set("seats")}
            slotProps={figure}
          />
          <TextField select fullWidth label={words.office} value={values.office ?? ""} onChange={set("office")}>
            <MenuItem value="">{words.allOffices}</MenuItem>
            {(rule.offices ?? []).map((office) => (
              <MenuItem key={office} value={office}>
                {codeLabel(candidateOffice, office, language)}
              </MenuItem>
            ))}
          </TextField>
        </>
      ) : null}
      {rule?.proposers ? (
        <>
          <TextField
            select
            fullWidth
            label={words.proposersKind}
            value={values.proposersKind ?? ""}
            onChange={set("proposersKind")}
          >
            {Object.keys(rule.proposers).map((kind) => (
              <MenuItem key={kind} value={kind}>
                {codeLabel(proposersKind, kind, language)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            fullWidth
            label={words.proposers}
            value={values.proposers ?? ""}
            onChange={set("proposers")}
            slotProps={figure}
          />
          <TextField
            fullWidth
            label={words.proposersOf}
            value={values.proposersOf ?? ""}
            onChange={set("proposersOf")}
            slotProps={figure}
          />
        </>
      ) : null}
      <TextField
        select
        fullWidth
        label={words.method}
        value={values.method ?? (rule?.secret ? "ballot" : "hands")}
        onChange={set("method")}
      >
        {Object.keys(voteMethod.codes).map((method) => (
          <MenuItem key={method} value={method}>
            {codeLabel(voteMethod, method, language)}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}

/** Proposals that were put to this meeting and are not decided yet. */
function usePut(meeting: string): readonly RecordView[] {
  const { path } = useWorkspace();
  const { value } = useAnswer<{ records: readonly RecordView[] }>(`${path}/registers/proposals/records?limit=3000`);
  return (value?.records ?? []).filter(({ values }) => values.meeting === meeting && values.state === "put");
}
