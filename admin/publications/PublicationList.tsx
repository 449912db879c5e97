import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { publicationKind, publicationState } from "../../shared/codes/publication.ts";
import { codeLabel } from "../../shared/schema/codes.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { RecordView } from "../providers/contract.ts";
import { ChainCheck } from "./ChainCheck.tsx";
import { HistoryFile } from "./HistoryFile.tsx";
import { NewPublication } from "./NewPublication.tsx";
import { usePublicationWords } from "./publications.ts";

/** Everything that was drafted and posted, newest first. */
export function PublicationList() {
  const words = usePublicationWords();
  const language = useLanguage();
  const { loadFailed } = useWords();
  const { path, community, registerOf } = useWorkspace();
  const { value, problem } = useAnswer<{ records: readonly RecordView[] }>(
    `${path}/registers/publications/records?limit=1000`,
  );
  const [state, setState] = useState("");
  const [making, setMaking] = useState<"notice" | "finance" | "guide">();
  const mayWrite = registerOf("publications")?.rights.write === true;
  const found = [...(value?.records ?? [])].filter((record) => state === "" || record.values.state === state).reverse();
  return (
    <>
      <Typography variant="h1">{words.title}</Typography>
      <p>{words.intro}</p>
      <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center", mb: 2 }}>
        {mayWrite ? (
          <>
            <Button variant="contained" onClick={() => setMaking("notice")}>
              {words.newNotice}
            </Button>
            <Button variant="outlined" onClick={() => setMaking("finance")}>
              {words.newFinance}
            </Button>
            <Button variant="outlined" onClick={() => setMaking("guide")}>
              {words.newGuide}
            </Button>
          </>
        ) : null}
        <Link href={`/c/${community.code}`} target="_blank">
          {words.publicBoard}
        </Link>
        <Link href={`/kiosk/${community.code}`} target="_blank">
          {words.kiosk}
        </Link>
        <ChainCheck />
        <HistoryFile />
        <TextField
          select
          size="small"
          label={words.filter}
          value={state}
          onChange={(event) => setState(event.target.value)}
          sx={{ minWidth: 120 }}
        >
          <MenuItem value="">{words.all}</MenuItem>
          {Object.keys(publicationState.codes).map((code) => (
            <MenuItem key={code} value={code}>
              {codeLabel(publicationState, code, language)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value && found.length === 0 ? <p>{words.nothing}</p> : null}
      <ul className="linli-publications">
        {found.map((record) => (
          <Line key={record.id} record={record} />
        ))}
      </ul>
      {making ? <NewPublication kind={making} onClose={() => setMaking(undefined)} /> : null}
    </>
  );
}

function Line({ record }: { readonly record: RecordView }) {
  const words = usePublicationWords();
  const language = useLanguage();
  const { today } = useWorkspace();
  const { title, kind, state, no, to } = record.values;
  const isOver = state === "posted" && String(to) < today();
  return (
    <li>
      <Link href={`#/publishing/${record.id}`} className="linli-publication" underline="none">
        <b>{String(title)}</b>
        <span>
          <Chip
            size="small"
            color={state === "posted" && !isOver ? "success" : state === "submitted" ? "warning" : "default"}
            label={isOver ? words.over : codeLabel(publicationState, String(state), language)}
          />{" "}
          {codeLabel(publicationKind, String(kind), language)}
          {typeof no === "number" ? ` · ${words.no(no)}` : ""}
          {typeof to === "string" ? ` · ${words.until(to)}` : ""}
        </span>
      </Link>
    </li>
  );
}
