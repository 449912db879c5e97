import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { post } from "../../shared/codes/post.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { moverWords } from "../../shared/words/flows.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { useShow } from "../records/use-show.ts";
import { RuleNote } from "../rules/RuleNote.tsx";
import type { MovesView, MoveView } from "./contract.ts";
import { MoveDialog } from "./MoveDialog.tsx";
import { Steps } from "./Steps.tsx";
import { useFlowWords } from "./use-flow-words.ts";

type Props = { readonly register: RegisterView; readonly record: RecordView };

/** Where a record of any list with a flow stands (办理): state, last day, the steps open to the reader, and those taken. */
export function FlowSection({ register, record }: Props) {
  const words = useFlowWords();
  const language = useLanguage();
  const { listOf } = useWorkspace();
  const list = listOf(register.name);
  const path = `${list.path}/records/${encodeURIComponent(record.id)}/moves`;
  const { value, reload } = useAnswer<MovesView>(path);
  const [chosen, setChosen] = useState<MoveView>();
  const show = useShow(register);
  const { version } = record;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version may stand in another state
  useEffect(reload, [version, reload]);
  if (!value) return null;
  const awaited = value.waitsFor.map((who) => moverWords[who]?.[language] ?? codeLabel(post, who, language));
  const isLate = (value.daysLate ?? 0) > 0;
  const state = register.flows?.[0]?.state ?? "state";
  return (
    <Box component="section" sx={{ mb: 2 }} aria-label={words.handling}>
      <Box sx={{ display: "flex", gap: 1, alignItems: "center", flexWrap: "wrap" }}>
        <Chip color="primary" size="small" label={show(state, value.state)} />
        {value.due ? <span>{words.dueBy(value.due)}</span> : null}
        {isLate ? <Chip color="error" size="small" label={words.daysLate(value.daysLate ?? 0)} /> : null}
        {value.rule ? <RuleNote rule={value.rule} /> : null}
      </Box>
      {value.path === undefined ? (
        <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", my: 1 }}>
          {value.moves.map((move, index) => (
            <Button key={move.name} variant={index === 0 ? "contained" : "outlined"} onClick={() => setChosen(move)}>
              {move.label[language]}
            </Button>
          ))}
          {value.moves.length === 0 ? <span className="linli-note">{words.nothingOpen(awaited)}</span> : null}
        </Box>
      ) : null}
      <Typography variant="h3" sx={{ mt: 1 }}>
        {words.steps}
      </Typography>
      <Steps register={register} state={state} steps={value.steps} />
      {chosen ? (
        <MoveDialog
          register={register}
          record={record}
          move={chosen}
          path={path}
          onClose={() => setChosen(undefined)}
          onMoved={() => {
            setChosen(undefined);
            reload();
            void list.refresh();
          }}
        />
      ) : null}
    </Box>
  );
}
