import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useEffect, useState } from "react";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { MovesView, MoveView } from "../flows/contract.ts";
import { MoveDialog } from "../flows/MoveDialog.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import type { RegisterView } from "../providers/contract.ts";
import type { MeetingView } from "./contract.ts";

type Props = { readonly register: RegisterView; readonly meeting: MeetingView; readonly onMoved: () => void };

/** What may be done with a meeting now (会议办理): called, arranged, opened, closed, put off. */
export function MeetingMoves({ register, meeting, onMoved }: Props) {
  const language = useLanguage();
  const { path, listOf } = useWorkspace();
  const id = encodeURIComponent(meeting.id);
  const { value, reload } = useAnswer<MovesView>(`${path}/registers/meetings/records/${id}/moves`);
  const [chosen, setChosen] = useState<MoveView>();
  const { version } = meeting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version may stand in another state
  useEffect(reload, [version, reload]);
  if (!value || value.moves.length === 0) return null;
  return (
    <Box sx={{ display: "flex", gap: 1, flexWrap: "wrap", my: 1 }}>
      {value.moves.map((move) => (
        <Button
          key={move.name}
          size="medium"
          variant={["call", "open", "close"].includes(move.name) ? "contained" : "outlined"}
          onClick={() => setChosen(move)}
        >
          {move.label[language]}
        </Button>
      ))}
      {chosen ? (
        <MoveDialog
          register={register}
          record={meeting}
          move={chosen}
          path={`${path}/meetings/${id}`}
          onClose={() => setChosen(undefined)}
          onMoved={() => {
            setChosen(undefined);
            onMoved();
            void listOf("meetings").refresh();
          }}
        />
      ) : null}
    </Box>
  );
}
