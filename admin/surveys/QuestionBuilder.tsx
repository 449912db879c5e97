import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useEffect, useId, useMemo, useState } from "react";
import { sheetWords } from "../../shared/words/sheet.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { DraftNote } from "../layout/DraftNote.tsx";
import { useDraft, useTyped } from "../layout/draft.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import { Problem, type ServerField } from "../providers/http.ts";
import { columnsOf } from "../records/columns.ts";
import { entrySentence } from "../records/entry-sentence.ts";
import { applied, listOf, rowsOf } from "../sheet/RowsDialog.tsx";
import { Sheet } from "../sheet/Sheet.tsx";
import type { SheetColumn, SheetRow } from "../sheet/types.ts";
import { QuestionPreview } from "./QuestionPreview.tsx";
import { useSurveyWords } from "./use-survey.ts";

type Props = { readonly register: RegisterView; readonly record: RecordView; readonly onClose: () => void };

/** A survey's questions as a sheet of their own, with what residents will see below it (问卷编辑). */
export function QuestionBuilder({ register, record, onClose }: Props) {
  const words = useSurveyWords();
  const all = useWords();
  const language = useLanguage();
  const { http, path, listOf: recordsOf } = useWorkspace();
  const titleId = useId();
  const draft = useDraft(`surveys.${record.id}.questions`, record.version);
  const [rows, setRows] = useTyped(draft, "rows", () => rowsOf(record.values.questions));
  const [selected, setSelected] = useState<readonly string[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const columns = useQuestionColumns(register);
  const save = async () => {
    setBusy(true);
    setProblems([]);
    try {
      await http("PATCH", `${path}/registers/surveys/records/${encodeURIComponent(record.id)}`, {
        body: { values: { questions: listOf(rows) } },
        headers: { "if-match": String(draft.version) },
      });
      draft.drop();
      await recordsOf("surveys").refresh();
      onClose();
    } catch (error) {
      if (!(error instanceof Problem) || error.status === 401) setProblems([troubleOf(error, all)]);
      else if (error.status === 412) setProblems([words.builder.changed]);
      else setProblems(sentences(error, columns, words.builder.at));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => draft.entitle(words.builder.title), [draft, words]);
  const cancel = () => {
    draft.drop();
    onClose();
  };
  const remove = (ids: readonly string[]) => setRows((present) => present.filter(({ id }) => !ids.includes(id)));
  const move = (by: 1 | -1) => setRows((present) => moved(present, selected, by));
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xl" fullWidth disableRestoreFocus>
      <DialogTitle id={titleId}>{words.builder.title}</DialogTitle>
      <DialogContent onKeyDown={(event) => event.stopPropagation()} sx={{ px: { xs: 1, sm: 3 } }}>
        <DraftNote draft={draft} />
        <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap", mb: 1 }}>
          <span className="linli-note" style={{ flex: 1, minWidth: "16em" }}>
            {words.builder.help}
          </span>
          <Button variant="outlined" disabled={selected.length === 0} onClick={() => move(-1)}>
            {words.builder.up}
          </Button>
          <Button variant="outlined" disabled={selected.length === 0} onClick={() => move(1)}>
            {words.builder.down}
          </Button>
        </Box>
        <Box sx={{ height: "min(340px, 45vh)" }}>
          <Sheet
            plain
            canAdd
            columns={columns}
            rows={rows}
            words={sheetWords[language]}
            language={language}
            label={words.builder.title}
            cellState={() => undefined}
            stateVersion={0}
            onEdit={(edits) => setRows((present) => applied(present, edits))}
            onSelectionChange={setSelected}
            onDeleteRows={remove}
            onUndoNewRows={remove}
          />
        </Box>
        {problems.map((problem) => (
          <Alert key={problem} severity="error" sx={{ mt: 1 }}>
            {problem}
          </Alert>
        ))}
        <Typography variant="h3" sx={{ mt: 2, mb: 1 }}>
          {words.builder.preview}
        </Typography>
        <QuestionPreview rows={listOf(rows)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={cancel}>{all.cancel}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void save()}>
          {sheetWords[language].save}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function useQuestionColumns(register: RegisterView): readonly SheetColumn[] {
  const workspace = useWorkspace();
  const language = useLanguage();
  return useMemo(() => {
    const context = {
      language,
      titles: workspace.titles,
      today: workspace.today,
      canRead: (name: string) => workspace.registerOf(name) !== undefined,
      sentence: entrySentence,
    };
    return columnsOf(register, context).find(({ key }) => key === "questions")?.fields ?? [];
  }, [register, language, workspace]);
}

/** The rows with the selected ones a place further up or down; what stands at the end stays there. */
function moved(rows: readonly SheetRow[], selected: readonly string[], by: 1 | -1): readonly SheetRow[] {
  const order = [...rows];
  const places = order.flatMap(({ id }, index) => (selected.includes(id) ? [index] : []));
  for (const place of by === 1 ? places.reverse() : places) {
    const [one, other] = [order[place], order[place + by]];
    if (!one || !other || selected.includes(other.id)) continue;
    order[place] = other;
    order[place + by] = one;
  }
  return order;
}

/** What the server found wrong, by the number of the question and the heading of its column. */
function sentences(
  error: Problem,
  columns: readonly SheetColumn[],
  at: (question: number, column: string, message: string) => string,
): readonly string[] {
  const fields: readonly ServerField[] = error.body.fields ?? [];
  if (fields.length === 0) return [error.message];
  return fields.map(({ path, message }) => {
    const [, index, key] = /^questions\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const label = columns.find((column) => column.key === key)?.label;
    return index === undefined ? message : at(Number(index) + 1, label ?? "", message);
  });
}
