import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useEffect, useState } from "react";
import { useLanguage, useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { HistoryEntry, RecordView, RegisterView } from "../providers/contract.ts";
import { asValue } from "./columns.ts";
import { momentIn } from "./moment.ts";
import { useShow } from "./use-show.ts";

/** Who did what to a record, when, and why (变更历史). */
export function RecordHistory({ register, record }: { readonly register: RegisterView; readonly record: RecordView }) {
  const words = useWords().record;
  const { entries, failed } = useHistory(register, record);
  const { loadFailed, opening } = useWords();
  return (
    <section>
      <Typography variant="h3" sx={{ mt: 2 }}>
        {words.history}
      </Typography>
      {failed ? <p role="alert">{loadFailed}</p> : null}
      {!failed && entries === undefined ? <p>{opening}</p> : null}
      {entries?.length === 0 ? <p>{words.noHistory}</p> : null}
      <Box component="ol" sx={{ listStyle: "none", p: 0, m: 0 }}>
        {entries?.map((entry) => (
          <Entry key={`${entry.version} ${entry.at}`} register={register} entry={entry} />
        ))}
      </Box>
    </section>
  );
}

function Entry({ register, entry }: { readonly register: RegisterView; readonly entry: HistoryEntry }) {
  const words = useWords().record;
  const language = useLanguage();
  const show = useShow(register);
  return (
    <Box component="li" sx={{ py: 0.75, borderBottom: 1, borderColor: "divider" }}>
      <div className="linli-note">
        {momentIn(entry.at)} · {entry.by} · {words.actions[entry.action] ?? entry.action}
      </div>
      {Object.entries(entry.changes).map(([key, [before, after]]) => (
        <div key={key} style={{ overflowWrap: "anywhere" }}>
          {words.changed(
            register.fields[key]?.label[language] ?? key,
            show(key, asValue(before)) || words.nothing,
            show(key, asValue(after)) || words.nothing,
          )}
        </div>
      ))}
      {entry.reason ? <div>{words.because(entry.reason)}</div> : null}
    </Box>
  );
}

function useHistory(register: RegisterView, { id, version }: RecordView) {
  const { http, listOf } = useWorkspace();
  const [state, setState] = useState<{ entries?: readonly HistoryEntry[]; failed?: true }>({});
  const path = `${listOf(register.name).path}/records/${encodeURIComponent(id)}/history`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version means a new entry
  useEffect(() => {
    let wanted = true;
    http<readonly HistoryEntry[]>("GET", path).then(
      (entries) => wanted && setState({ entries: [...entries].sort((a, b) => (a.at < b.at ? 1 : -1)) }),
      () => wanted && setState({ failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [http, path, version]);
  return state;
}
