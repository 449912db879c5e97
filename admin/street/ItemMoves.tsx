import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MovesView, MoveView } from "../flows/contract.ts";
import { MoveDialog } from "../flows/MoveDialog.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { RuleNote } from "../rules/RuleNote.tsx";

type Props = {
  readonly register: RegisterView;
  readonly id: string;
  readonly state: string;
  readonly onMoved: () => void;
};

/** The steps that the street may take with a record (审批), as buttons; each asks for what it needs, and why. */
export function ItemMoves({ register, id, state, onMoved }: Props) {
  const { path } = useWorkspace();
  const language = useLanguage();
  const record = `${path}/registers/${register.name}/records/${encodeURIComponent(id)}`;
  const moves = useAnswer<MovesView>(`${record}/moves`);
  const held = useAnswer<RecordView>(record);
  const [chosen, setChosen] = useState<MoveView>();
  const { reload } = moves;
  // Somebody else may have moved it on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has other steps
  useEffect(reload, [state, reload]);
  if (!moves.value || !held.value || moves.value.path !== undefined) return null;
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", flexBasis: "100%", pb: 0.5 }}>
      {moves.value.moves.map((move, index) => (
        <Button
          key={move.name}
          size="small"
          variant={index === 0 ? "contained" : "outlined"}
          onClick={() => setChosen(move)}
        >
          {move.label[language]}
        </Button>
      ))}
      {moves.value.rule ? <RuleNote rule={moves.value.rule} /> : null}
      {chosen ? (
        <MoveDialog
          register={register}
          record={held.value}
          move={chosen}
          path={`${record}/moves`}
          onClose={() => setChosen(undefined)}
          onMoved={() => {
            setChosen(undefined);
            moves.reload();
            held.reload();
            onMoved();
          }}
        />
      ) : null}
    </Box>
  );
}
