import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useWorkspace } from "../app/workspace.ts";
import { RecordForm } from "../pages/RecordForm.tsx";
import type { RecordView } from "../providers/contract.ts";
import { useFlowWords } from "./use-flow-words.ts";

/** The committee's opinion box (意见箱): its page, code and poster. */
export function OpinionBox({ record }: { readonly record: RecordView }) {
  const words = useFlowWords();
  const { registerOf } = useWorkspace();
  const cases = registerOf("cases");
  if (!cases) return null;
  return (
    <Box sx={{ mb: 2, display: "grid", gap: 1, justifyItems: "start" }}>
      <Typography variant="h3">{words.box}</Typography>
      <RecordForm
        kind="opinion"
        record={record.id}
        mayChange={cases.rights.forms}
        text={words.boxText}
        open={words.openBox}
      />
    </Box>
  );
}
