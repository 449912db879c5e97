import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { Link as RouterLink } from "react-router-dom";
import { type Gap, gapTitle } from "../../shared/schema/coverage.ts";
import type { Label } from "../../shared/schema/label.ts";
import { coverageWords } from "../../shared/words/coverage.ts";
import { pageTitles } from "../../shared/words/page-titles.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { useAnswer } from "../pages/use-answer.ts";

type Check = {
  readonly name: string;
  readonly label: Label;
  readonly definition: Label;
  readonly total: number;
  readonly covered: number;
  readonly percent: number | null;
  readonly missing: number;
};

/** What should be there and is not (核对): each check with its figures, and what is missing one click away. */
export function CoveragePage() {
  const { path } = useWorkspace();
  const language = useLanguage();
  const { loadFailed, opening } = useWords();
  const { value, problem } = useAnswer<{ day: string; checks: readonly Check[] }>(`${path}/coverage`);
  const checks = (value?.checks ?? []).filter(({ total }) => total > 0);
  // What there is to do stands first, each in the order of the catalogue.
  const cards = (isShown: (check: Check) => boolean) =>
    checks.filter(isShown).map((check) => <CheckCard key={check.name} check={check} />);
  return (
    <Box component="section" sx={{ p: 2, maxWidth: 900 }}>
      <Title title={pageTitles.checks[language]} />
      <Typography variant="h1">{pageTitles.checks[language]}</Typography>
      {value === undefined && problem === undefined ? <p className="linli-note">{opening}</p> : null}
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      {cards(({ missing }) => missing > 0)}
      {checks.some(({ missing }) => missing === 0) ? (
        <Typography variant="h2" sx={{ mt: 3 }}>
          {coverageWords[language].complete}
        </Typography>
      ) : null}
      {cards(({ missing }) => missing === 0)}
    </Box>
  );
}

function CheckCard({ check }: { readonly check: Check }) {
  const language = useLanguage();
  const words = coverageWords[language];
  const [isOpen, setOpen] = useState(false);
  const { name, label, definition, total, covered, percent, missing } = check;
  return (
    <Paper
      variant="outlined"
      component="details"
      sx={{ mt: 1, p: 1.5 }}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <Box component="summary" sx={{ cursor: "pointer" }}>
        <strong>{label[language]}</strong> <span>{words.figures(covered, total, percent)}</span>{" "}
        {missing > 0 ? (
          <Box component="span" sx={{ color: "error.main" }}>
            {words.missing(missing)}
          </Box>
        ) : null}
      </Box>
      <p className="linli-note">{definition[language]}</p>
      {isOpen && missing > 0 ? <Missing name={name} /> : null}
    </Paper>
  );
}

function Missing({ name }: { readonly name: string }) {
  const { path } = useWorkspace();
  const language = useLanguage();
  const { loadFailed, opening } = useWords();
  const { value, problem } = useAnswer<{ gaps: readonly Gap[] }>(`${path}/coverage/${name}`);
  if (problem !== undefined) return <p role="alert">{problem || loadFailed}</p>;
  if (!value) return <p className="linli-note">{opening}</p>;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {value.gaps
        .map((gap) => ({ ...gap, title: gapTitle(gap, language) }))
        .map(({ title, why, register, id, due }) => (
          <li key={`${id ?? ""} ${title} ${due ?? ""}`}>
            {register ? (
              <Link component={RouterLink} to={`/${register}${id ? `?row=${encodeURIComponent(id)}` : ""}`}>
                {title || why[language]}
              </Link>
            ) : (
              title
            )}{" "}
            {why[language]} {due ?? ""}
          </li>
        ))}
    </Box>
  );
}
