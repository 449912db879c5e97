import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useEffect } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import { whileActive } from "../app/while-active.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useFlowWords } from "../flows/use-flow-words.ts";
import { useAnswer } from "../pages/use-answer.ts";
import type { TodayView } from "./contract.ts";
import { grouped } from "./groups.ts";
import { TodayRow } from "./TodayRow.tsx";

/** How often what waits is asked for again while somebody looks at it. */
const AGAIN_MS = 60_000;

/** What waits for the reader (今日), late first, then by what it is. */
export function TodayCard() {
  const { path } = useWorkspace();
  const language = useLanguage();
  const words = useFlowWords();
  const { loadFailed, opening } = useWords();
  const { value, problem, reload } = useAnswer<TodayView>(`${path}/today`);
  useEffect(() => whileActive(reload, { everyMs: AGAIN_MS }), [reload]);
  const groups = value ? grouped(value.items, language, words) : [];
  return (
    <Paper variant="outlined" component="section" sx={{ p: 2 }} aria-label={words.today}>
      <Box sx={{ display: "flex", alignItems: "baseline", gap: 1.5, flexWrap: "wrap" }}>
        <Typography variant="h2">{words.today}</Typography>
        {value ? <span className="linli-note">{value.day}</span> : null}
        {value && value.items.length > 0 ? <span>{words.waiting(value.items.length)}</span> : null}
      </Box>
      {value === undefined && problem === undefined ? <p className="linli-note">{opening}</p> : null}
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {value && value.items.length === 0 ? (
        <Box sx={{ py: 2, textAlign: "center" }}>
          <Typography>{words.nothing}</Typography>
          <p className="linli-note">{words.nothingText}</p>
        </Box>
      ) : null}
      {groups.map(({ key, title, items }) => (
        <Box component="section" key={key} sx={{ mt: 1.5 }}>
          <Typography variant="h3" sx={key === "late" ? { color: "error.main" } : {}}>
            {title} · {items.length}
          </Typography>
          <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
            {items.map((item) => (
              <TodayRow
                key={`${item.kind} ${item.id ?? `${item.duty?.name} ${item.title}`}`}
                item={item}
                onDone={reload}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Paper>
  );
}
