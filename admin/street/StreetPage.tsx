import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useEffect } from "react";
import { useWords } from "../app/use-words.ts";
import { whileActive } from "../app/while-active.ts";
import { useWorkspace } from "../app/workspace.ts";
import { Title } from "../layout/Title.tsx";
import { useAnswer } from "../pages/use-answer.ts";
import type { AreaView } from "../providers/contract.ts";
import { CommunityCard } from "./CommunityCard.tsx";
import type { AreaToday } from "./contract.ts";
import type { Dataset } from "./figures.ts";
import { Spending } from "./Spending.tsx";
import "./street.css";
import { Tasks } from "./Tasks.tsx";
import { useStreetWords } from "./use-street-words.ts";

/** How often what waits is asked for again while somebody looks at it. */
const AGAIN_MS = 120_000;

/**
 * The street office's page (街道工作台): its communities with their figures and directors, what waits for it, what is late
 * and handed over under its eyes, tasks and major expenditure. No resident stands here.
 */
export function StreetPage() {
  const words = useStreetWords();
  const { me } = useWorkspace();
  const streets = me.areas.filter(({ role }) => role === "street");
  return (
    <Box
      sx={{ p: { xs: 1.5, md: 3 }, maxWidth: 1080, display: "grid", gap: 3, gridTemplateColumns: "minmax(0, 1fr)" }}
      className="linli-street"
    >
      <Title title={words.title} />
      {streets.map((area) => (
        <Street key={area.code} area={area} />
      ))}
    </Box>
  );
}

function Street({ area }: { readonly area: AreaView }) {
  const words = useStreetWords();
  const { loadFailed, opening } = useWords();
  const base = `/api/areas/${area.code}`;
  const { value, problem, reload } = useAnswer<AreaToday>(`${base}/today`);
  const figures = useAnswer<Dataset>(`/statistics/v1/data/T01?area=${area.code}&by=area&format=json-stat`);
  useEffect(() => whileActive(reload, { everyMs: AGAIN_MS }), [reload]);
  const communities = value?.communities ?? [];
  const items = communities.flatMap((one) => one.items);
  const waiting = items.filter(({ waits }) => waits).length;
  const late = communities.reduce((sum, one) => sum + one.late, 0);
  return (
    <section>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, flexWrap: "wrap", mb: 1 }}>
        <Typography variant="h1">{area.name}</Typography>
        {value ? <span className="linli-note">{value.day}</span> : null}
        {value ? <span>{words.communities(communities.length)}</span> : null}
        {waiting > 0 ? <Chip size="small" color="warning" label={words.waiting(waiting)} /> : null}
        {late > 0 ? <Chip size="small" color="error" label={words.late(late)} /> : null}
        <Button size="small" className="linli-street-acts" sx={{ ml: "auto" }} onClick={() => window.print()}>
          {words.print}
        </Button>
      </Box>
      {value === undefined && problem === undefined ? <p className="linli-note">{opening}</p> : null}
      {problem === undefined ? null : <p role="alert">{problem || loadFailed}</p>}
      <Box
        component="ul"
        sx={{ listStyle: "none", m: 0, p: 0, display: "grid", gap: 1, gridTemplateColumns: "minmax(0, 1fr)" }}
      >
        {communities.map((community) => (
          <CommunityCard key={community.code} community={community} figures={figures.value} onMoved={reload} />
        ))}
      </Box>
      <Tasks path={`${base}/tasks`} />
      <Spending path={`${base}/major-spending`} />
    </section>
  );
}
