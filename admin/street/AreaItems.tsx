import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import Typography from "@mui/material/Typography";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useFlowWords } from "../flows/use-flow-words.ts";
import type { AreaItem } from "./contract.ts";
import { HandoverPaper } from "./HandoverPaper.tsx";
import { ItemMoves } from "./ItemMoves.tsx";
import { useStreetWords } from "./use-street-words.ts";

type Props = { readonly title: string; readonly items: readonly AreaItem[]; readonly onMoved: () => void };

/** Things of one kind that concern the street, each with where it stands and what the street may do. */
export function AreaItems({ title, items, onMoved }: Props) {
  if (items.length === 0) return null;
  return (
    <section className="linli-street-items">
      <Typography variant="h3">
        {title} · {items.length}
      </Typography>
      <Box component="ul" sx={{ listStyle: "none", m: 0, p: 0 }}>
        {items.map((item, index) => (
          <OneItem
            key={`${item.register} ${item.id ?? `${item.group} ${item.since} ${index}`}`}
            item={item}
            onMoved={onMoved}
          />
        ))}
      </Box>
    </section>
  );
}

function OneItem({ item, onMoved }: { readonly item: AreaItem; readonly onMoved: () => void }) {
  const words = useStreetWords();
  const flow = useFlowWords();
  const language = useLanguage();
  const { registerOf } = useWorkspace();
  const { label, state, register, id, title, period, due, since, daysLate } = item;
  const list = register === undefined ? undefined : registerOf(register);
  return (
    <li>
      <strong>{[label[language], title ?? period].filter(Boolean).join(" · ")}</strong>
      {state ? <Chip size="small" variant="outlined" label={state[language]} /> : null}
      {item.waits ? <Chip size="small" color="warning" label={words.forUs} /> : null}
      {daysLate > 0 ? (
        <Chip size="small" color="error" label={flow.daysLate(daysLate)} title={due} />
      ) : (
        <span className="linli-note">{due ? flow.dueBy(due) : flow.since(since)}</span>
      )}
      {register === undefined && item.kind === "record" ? <span className="linli-note">{words.hidden}</span> : null}
      {list && id !== undefined && register === "handovers" ? <HandoverPaper register={list} id={id} /> : null}
      {list && id !== undefined && register !== "posts" ? (
        <ItemMoves register={list} id={id} state={state?.en ?? ""} onMoved={onMoved} />
      ) : null}
    </li>
  );
}
