import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Link from "@mui/material/Link";
import { Suspense, useState } from "react";
import { Link as RouterLink } from "react-router-dom";
import { part } from "../app/part.tsx";
import { useLanguage } from "../app/use-words.ts";
import { useFlowWords } from "../flows/use-flow-words.ts";
import type { TodayItem } from "./contract.ts";

// Its form comes when a duty is written down; the first screen does without.
const DutyDialog = part(() => import("./DutyDialog.tsx").then((dialog) => dialog.DutyDialog));

const row = {
  display: "flex",
  flexWrap: "wrap",
  columnGap: 1,
  rowGap: 0.25,
  alignItems: "center",
  py: 0.75,
  borderTop: 1,
  borderColor: "divider",
} as const;

/** One thing that waits: what it is, where it stands, by when, and one click to where it is done. */
export function TodayRow({ item, onDone }: { readonly item: TodayItem; readonly onDone: () => void }) {
  const words = useFlowWords();
  const language = useLanguage();
  const { kind, label, state, since, due, daysLate, climbed, people } = item;
  const isLate = daysLate > 0;
  return (
    <Box component="li" sx={row}>
      <Box sx={{ flex: "1 1 16em", minWidth: 0, overflowWrap: "anywhere" }}>
        <Name item={item} onDone={onDone} />
      </Box>
      {isLate && kind === "record" ? <span className="linli-note">{label[language]}</span> : null}
      {state ? <Chip size="small" variant="outlined" label={state[language]} /> : null}
      {people === undefined ? null : (
        <Chip size="small" color="primary" variant="outlined" label={words.people(people)} />
      )}
      {climbed ? <Chip size="small" variant="outlined" label={words.climbed} /> : null}
      <Box component="span" sx={{ minWidth: "8em", textAlign: { sm: "right" }, fontVariantNumeric: "tabular-nums" }}>
        {isLate ? (
          <Chip size="small" color="error" label={words.daysLate(daysLate)} title={due} />
        ) : due ? (
          words.dueBy(due)
        ) : since ? (
          <span className="linli-note">{words.since(since)}</span>
        ) : null}
      </Box>
    </Box>
  );
}

function Name({ item, onDone }: { readonly item: TodayItem; readonly onDone: () => void }) {
  const words = useFlowWords();
  const language = useLanguage();
  const [writing, setWriting] = useState(false);
  const { kind, label, title, register, id, duty } = item;
  if (kind !== "duty" || !duty) {
    return (
      <Link component={RouterLink} to={`/${register}?row=${encodeURIComponent(id ?? "")}`}>
        {title || label[language]}
      </Link>
    );
  }
  const name = words.doneTitle(label[language], duty.period);
  if (duty.fulfilment !== "record") {
    // A record of its list shows it done, or the books do.
    const place = register === undefined ? { to: "/ledger", title: words.toLedger } : { to: `/${register}` };
    return (
      <Link component={RouterLink} {...place}>
        {name}
      </Link>
    );
  }
  return (
    <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, alignItems: "center" }}>
      <span>{name}</span>
      <Button size="small" variant="outlined" aria-label={`${words.done}: ${name}`} onClick={() => setWriting(true)}>
        {words.done}
      </Button>
      {writing ? (
        <Suspense>
          <DutyDialog item={item} duty={duty} onClose={() => setWriting(false)} onDone={onDone} />
        </Suspense>
      ) : null}
    </Box>
  );
}
