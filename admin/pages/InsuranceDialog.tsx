import { useCallback, useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { ReasonDialog } from "../layout/ReasonDialog.tsx";
import type { RecordView } from "../providers/contract.ts";
import { GuestTable } from "./GuestTable.tsx";
import type { Guest } from "./guests.ts";

type Props = { readonly event: RecordView; readonly base: string; readonly onClose: () => void };

/**
 * The list for an insurer (保险名单): ID numbers in full, after a purpose that every person's history keeps.
 * They live in this dialog alone and go with it; nothing of them is stored in the browser.
 */
export function InsuranceDialog({ event, base, onClose }: Props) {
  const words = useWords().events;
  const { http, path } = useWorkspace();
  const [reason, setReason] = useState("");
  const [guests, setGuests] = useState<readonly Guest[]>();
  const ask = async (why: string) => {
    const answer = await http<{ guests: readonly Guest[] }>("POST", `${base}/lists/insurance`, {
      body: { reason: why },
    });
    setGuests(answer.guests);
    setReason(why);
  };
  // Only the resident picked is read: the others were, and their histories say so once.
  const pick = useCallback(
    async (guest: string, resident: string) => {
      const { value } = await http<{ value: string | null }>(
        "POST",
        `${path}/registers/residents/records/${encodeURIComponent(resident)}/reveal`,
        { body: { field: "idNo", reason } },
      );
      setGuests((all) => all?.map((one) => (one.id === guest ? { ...one, idNo: value } : one)));
    },
    [http, path, reason],
  );
  if (!guests) {
    return (
      <ReasonDialog
        name={`insurance.${event.id}`}
        title={words.insurance}
        text={words.insuranceText}
        onGive={ask}
        onClose={onClose}
      />
    );
  }
  return <GuestTable event={event} reason={reason} guests={guests} onPick={pick} onClose={onClose} />;
}
