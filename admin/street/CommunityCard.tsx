import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Paper from "@mui/material/Paper";
import Typography from "@mui/material/Typography";
import { useId, useState } from "react";
import { AreaItems } from "./AreaItems.tsx";
import type { CommunityToday } from "./contract.ts";
import { DirectorActs } from "./DirectorActs.tsx";
import { type Dataset, figureOf } from "./figures.ts";
import { InCommunity } from "./InCommunity.tsx";
import { useStreetWords } from "./use-street-words.ts";

type Props = {
  readonly community: CommunityToday;
  readonly figures: Dataset | undefined;
  readonly onMoved: () => void;
};

/** One community in a line: figures, director, what is open and late; opened, what the street has to do there. */
export function CommunityCard({ community, figures, onMoved }: Props) {
  const words = useStreetWords();
  const { code, name, director, open, late, items } = community;
  const waiting = items.filter(({ waits }) => waits);
  // A handover stays where it is while its steps go to and fro, so that nothing jumps away under somebody's hands.
  const handovers = items.filter(({ group }) => group === "handover");
  const others = items.filter(({ group }) => group !== "handover");
  const [shown, setShown] = useState(waiting.length > 0);
  const body = useId();
  const figure = (measure: string) => (figures ? figureOf(figures, code, measure) : "…");
  return (
    <Paper variant="outlined" component="li" className="linli-street-community">
      <button
        type="button"
        aria-expanded={shown}
        aria-controls={body}
        aria-label={words.details(name)}
        onClick={() => setShown(!shown)}
      >
        <span aria-hidden="true">{shown ? "▾" : "▸"}</span>
      </button>
      <Typography variant="h2">{name}</Typography>
      <span className="linli-street-figures">{words.figures(figure("households"), figure("residents"))}</span>
      {director ? (
        <span>
          {words.director} {director.person}{" "}
          <span className="linli-note">{director.until ? words.until(director.until) : words.noEnd}</span>
        </span>
      ) : (
        <Chip size="small" color="warning" label={words.vacant} />
      )}
      <span className="linli-street-counts">
        <span className="linli-note">{words.open(open)}</span>
        {late > 0 ? <Chip size="small" color="error" variant="outlined" label={words.late(late)} /> : null}
        {waiting.length > 0 ? <Chip size="small" color="warning" label={words.waiting(waiting.length)} /> : null}
      </span>
      <Box id={body} className="linli-street-body" hidden={!shown}>
        {shown ? (
          <InCommunity code={code}>
            <DirectorActs key={director?.post ?? ""} director={director} />
            <AreaItems title={words.forUs} items={others.filter(({ waits }) => waits)} onMoved={onMoved} />
            <AreaItems title={words.handovers} items={handovers} onMoved={onMoved} />
            <AreaItems title={words.climbed} items={others.filter(({ waits }) => !waits)} onMoved={onMoved} />
            {items.length === 0 ? <p className="linli-note">{words.none}</p> : null}
          </InCommunity>
        ) : null}
      </Box>
    </Paper>
  );
}
