import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useTheme } from "@mui/material/styles";
import useMediaQuery from "@mui/material/useMediaQuery";
import { useEffect, useId } from "react";
import { useNotify } from "react-admin";
import { listWords } from "../../shared/words/lists.ts";
import { useLanguage, useWords } from "../app/use-words.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { RecordView } from "../providers/contract.ts";
import { GuestPaper } from "./GuestPaper.tsx";
import type { Guest } from "./guests.ts";

/** So long the numbers stand on a screen that its reader may have left. */
const SHOWN_MS = 10 * 60_000;

type Props = {
  readonly event: RecordView;
  readonly reason: string;
  readonly guests: readonly Guest[];
  readonly onPick: (guest: string, resident: string) => Promise<void>;
  readonly onClose: () => void;
};

/** Guests with their ID numbers on screen and, from here, on paper. */
export function GuestTable({ event, reason, guests, onPick, onClose }: Props) {
  const words = useWords();
  const { columns } = listWords[useLanguage()];
  const notify = useNotify();
  const titleId = useId();
  const isNarrow = useMediaQuery(useTheme().breakpoints.down("sm"));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs from the first sight
  useEffect(() => {
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  const pick = (guest: string, resident: string) =>
    onPick(guest, resident).catch((error: unknown) => notify(troubleOf(error, words), { type: "error" }));
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth fullScreen={isNarrow}>
      <DialogTitle id={titleId}>{words.events.insurance}</DialogTitle>
      {/* Reached by Tab, so that the keyboard scrolls it. */}
      <DialogContent tabIndex={0} sx={{ px: { xs: 1, sm: 3 } }}>
        {guests.length === 0 ? <p>{words.events.noGuests}</p> : null}
        {guests.length > 0 ? (
          <table className="linli-table linli-guests">
            <thead>
              <tr>
                <th scope="col">{columns.name}</th>
                <th scope="col">{columns.idNo}</th>
                <th scope="col">{columns.phone}</th>
                <th scope="col">{columns.persons}</th>
              </tr>
            </thead>
            <tbody>
              {guests.map((guest) => (
                <tr key={guest.id}>
                  <th scope="row">{guest.name}</th>
                  <td>
                    <IdNumber guest={guest} onPick={pick} />
                  </td>
                  <td>{guest.phone}</td>
                  <td>{guest.partySize}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
      </DialogContent>
      <DialogActions>
        {guests.length > 0 ? (
          <Button variant="contained" onClick={() => window.print()}>
            {words.print}
          </Button>
        ) : null}
        <Button onClick={onClose}>{words.close}</Button>
      </DialogActions>
      <GuestPaper event={event} reason={reason} guests={guests} />
    </Dialog>
  );
}

type NumberProps = {
  readonly guest: Guest;
  readonly onPick: (guest: string, resident: string) => Promise<unknown>;
};

function IdNumber({ guest: { id, name, idNo, candidates }, onPick }: NumberProps) {
  const words = useWords().events;
  if (candidates.length === 0) return idNo ?? words.noNumber;
  return (
    <>
      {idNo === null ? null : <span>{idNo} </span>}
      <select
        defaultValue=""
        aria-label={`${name}: ${words.which}`}
        onChange={({ target }) => void onPick(id, target.value)}
      >
        <option value="" disabled>
          {words.which}
        </option>
        {candidates.map((candidate) => (
          <option key={candidate.id} value={candidate.id}>
            {candidate.birth ?? candidate.id}
          </option>
        ))}
      </select>
    </>
  );
}
