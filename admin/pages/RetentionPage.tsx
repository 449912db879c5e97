import Box from "@mui/material/Box";
import Table from "@mui/material/Table";
import TableBody from "@mui/material/TableBody";
import TableCell from "@mui/material/TableCell";
import TableContainer from "@mui/material/TableContainer";
import TableHead from "@mui/material/TableHead";
import TableRow from "@mui/material/TableRow";
import Typography from "@mui/material/Typography";
import { minuteOf } from "../../shared/rules/calendar.ts";
import type { Label } from "../../shared/schema/label.ts";
import { retentionWords } from "../../shared/words/retention.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { useAnswer } from "./use-answer.ts";

type Retention = {
  readonly rules: readonly {
    readonly register: string;
    readonly label: Label;
    /** What the time counts from. */
    readonly from: Label;
    readonly days: number;
  }[];
  readonly runs: readonly {
    readonly day: string;
    readonly register: string;
    readonly deleted: number;
    readonly at: string;
  }[];
};

/** How long lists are kept, and what was deleted when their time had run out (到期删除): numbers, and no person. */
export function RetentionPage() {
  const { path } = useWorkspace();
  const { loadFailed } = useWords();
  const language = useLanguage();
  const words = retentionWords[language];
  const { value, problem } = useAnswer<Retention>(`${path}/retention`);
  return (
    <Box sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 960 }}>
      <Title title={words.title} />
      <Typography variant="h1">{words.title}</Typography>
      <p>{words.about}</p>
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      <ul>
        {value?.rules.map(({ register, label, from, days }) => (
          <li key={register}>{words.rule(label[language], from[language], days)}</li>
        ))}
      </ul>
      {value?.runs.length === 0 ? <p className="linli-note">{words.none}</p> : null}
      {value && value.runs.length > 0 ? <Runs {...value} /> : null}
    </Box>
  );
}

function Runs({ rules, runs }: Retention) {
  const language = useLanguage();
  const words = retentionWords[language];
  const nameOf = (register: string) => rules.find((rule) => rule.register === register)?.label[language] ?? register;
  return (
    <TableContainer>
      <Table
        size="small"
        aria-label={words.caption}
        sx={{ "& td, & th": { px: { xs: 0.75, md: 2 }, fontSize: { xs: "0.8rem", md: "0.875rem" } } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>{words.day}</TableCell>
            <TableCell>{words.list}</TableCell>
            <TableCell align="right">{words.deleted}</TableCell>
            <TableCell>{words.finished}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {runs.map(({ day, register, deleted, at }) => (
            <TableRow key={`${day} ${register}`}>
              <TableCell sx={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>{day}</TableCell>
              <TableCell>{nameOf(register)}</TableCell>
              <TableCell align="right">{deleted.toLocaleString("en")}</TableCell>
              <TableCell sx={{ fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }}>
                {minuteOf(Date.parse(at)).replace("T", " ")}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
