import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useId, useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";

type Guest = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly partySize: number;
  readonly idNo: string | null;
  readonly candidates: readonly { readonly id: string; readonly birth: string | null }[];
};

/** The list for an insurer (保险名单): ID numbers in full, after a purpose that every person's history keeps. */
export function InsuranceDialog({ base, onClose }: { readonly base: string; readonly onClose: () => void }) {
  const words = useWords().events;
  const { http } = useWorkspace();
  const [reason, setReason] = useState("");
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [guests, setGuests] = useState<readonly Guest[]>();
  const ask = async (why: string, choice: Readonly<Record<string, string>>) => {
    const body = { reason: why, picked: choice };
    setGuests((await http<{ guests: readonly Guest[] }>("POST", `${base}/lists/insurance`, { body })).guests);
    setReason(why);
    setPicked(choice);
  };
  if (!guests) {
    return (
      <ReasonDialog
        title={words.insurance}
        text={words.insuranceText}
        onGive={(why) => ask(why, {})}
        onClose={onClose}
      />
    );
  }
  return (
    <GuestTable
      guests={guests}
      onPick={(id, resident) => void ask(reason, { ...picked, [id]: resident })}
      onClose={onClose}
    />
  );
}

type TableProps = {
  readonly guests: readonly Guest[];
  readonly onPick: (id: string, resident: string) => void;
  readonly onClose: () => void;
};

function GuestTable({ guests, onPick, onClose }: TableProps) {
  const words = useWords();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{words.events.insurance}</DialogTitle>
      <DialogContent>
        {guests.length === 0 ? <p>{words.events.noGuests}</p> : null}
        <table className="linli-table">
          <tbody>
            {guests.map(({ id, name, phone, partySize, idNo, candidates }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{phone}</td>
                <td>{words.events.persons(partySize)}</td>
                <td>
                  {idNo ?? (candidates.length > 0 ? null : words.events.noNumber)}
                  {idNo === null && candidates.length > 0 ? (
                    <select
                      defaultValue=""
                      aria-label={words.events.which}
                      onChange={(event) => onPick(id, event.target.value)}
                    >
                      <option value="" disabled>
                        {words.events.which}
                      </option>
                      {candidates.map((candidate) => (
                        <option key={candidate.id} value={candidate.id}>
                          {candidate.birth ?? candidate.id}
                        </option>
                      ))}
                    </select>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
