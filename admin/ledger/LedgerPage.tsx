import Box from "@mui/material/Box";
import Link from "@mui/material/Link";
import Tab from "@mui/material/Tab";
import Tabs from "@mui/material/Tabs";
import Typography from "@mui/material/Typography";
import { Suspense, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { part } from "../app/part.tsx";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import { ChainCheck } from "./ChainCheck.tsx";
import { DaysView } from "./DaysView.tsx";
import { Desk } from "./Desk.tsx";
import { JournalView } from "./JournalView.tsx";
import { amount, type Money, useLedgerWords } from "./ledger.ts";
import { MonthView } from "./MonthView.tsx";
import { PastBook } from "./PastBook.tsx";
import "./ledger.css";

const FundsView = part(() => import("./FundsView.tsx").then((view) => view.FundsView));

const TABS = ["desk", "journal", "days", "months", "funds", "past"] as const;
type TabName = (typeof TABS)[number];
/** Who may enter a past book. */
const PAST = ["cashier", "accountant", "director"];

/** The books of a community (财务账簿): approval, journals, days, months, and the past. */
export function LedgerPage() {
  const words = useLedgerWords();
  const { loadFailed } = useWords();
  const { path, community } = useWorkspace();
  const navigate = useNavigate();
  const { "*": rest = "" } = useParams();
  const tabs = TABS.filter((tab) => tab !== "past" || community.posts.some((post) => PAST.includes(post)));
  const tab: TabName = tabs.find((one) => one === rest) ?? "desk";
  const { value, problem, reload } = useAnswer<Money>(`${path}/ledger/balance`);
  const [turn, setTurn] = useState(0);
  const changed = () => {
    reload();
    setTurn((before) => before + 1);
  };
  return (
    <Box className="linli-ledger" sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1120 }}>
      <Title title={words.title} />
      <Box className="linli-ledger-head">
        <Typography variant="h1">{words.title}</Typography>
        <Link href="#/vouchers">{words.vouchers}</Link>
        <ChainCheck />
        <Balance money={value} />
      </Box>
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      <Tabs
        value={tab}
        onChange={(_, chosen: TabName) => navigate(`/ledger/${chosen}`)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={words.title}
        sx={{ borderBottom: 1, borderColor: "divider", mb: 2 }}
      >
        {tabs.map((one) => (
          <Tab key={one} value={one} label={words[one]} />
        ))}
      </Tabs>
      {tab === "desk" ? <Desk onChange={changed} /> : null}
      {tab === "journal" ? <JournalView key={turn} /> : null}
      {tab === "days" ? <DaysView onChange={changed} /> : null}
      {tab === "months" ? <MonthView onChange={changed} /> : null}
      {tab === "funds" ? (
        <Suspense>
          <FundsView key={turn} />
        </Suspense>
      ) : null}
      {tab === "past" ? <PastBook onChange={changed} /> : null}
    </Box>
  );
}

function Balance({ money }: { readonly money: Money | undefined }) {
  const words = useLedgerWords();
  const shown = (fen: number | undefined) => (fen === undefined ? "…" : amount(fen));
  return (
    <dl className="linli-balance" aria-label={words.balance}>
      <div>
        <dt>{words.cash}</dt>
        <dd>{shown(money?.cashFen)}</dd>
      </div>
      <div>
        <dt>{words.bank}</dt>
        <dd>{shown(money?.bankFen)}</dd>
      </div>
      <div>
        <dt>{words.total}</dt>
        <dd>{shown(money && money.cashFen + money.bankFen)}</dd>
      </div>
    </dl>
  );
}
