import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useLanguage } from "../app/use-words.ts";
import type { RegisterView } from "../providers/contract.ts";
import { momentIn } from "../records/moment.ts";
import { useShow } from "../records/use-show.ts";
import type { StepView } from "./contract.ts";
import { useFlowWords } from "./use-flow-words.ts";

type Props = { readonly register: RegisterView; readonly state: string; readonly steps: readonly StepView[] };

/** The steps a record has taken, in order: to which state, when, by whom, and which were late. */
export function Steps({ register, state, steps }: Props) {
  const words = useFlowWords();
  const show = useShow(register);
  const language = useLanguage();
  return (
    <Box component="ol" sx={{ listStyle: "none", m: 0, p: 0 }}>
      {steps.map(({ move, to, by, at, on, late, label }) => (
        <Box
          component="li"
          key={`${at} ${move}`}
          sx={{ display: "flex", gap: 1, flexWrap: "wrap", py: 0.5, borderBottom: 1, borderColor: "divider" }}
        >
          <strong>{label ? label[language] : show(state, to)}</strong>
          <span className="linli-note">
            {on === undefined ? momentIn(at) : `${on} (${words.entered(momentIn(at))})`} · {by}
          </span>
          {late ? <Chip size="small" color="error" variant="outlined" label={words.late} /> : null}
        </Box>
      ))}
    </Box>
  );
}
