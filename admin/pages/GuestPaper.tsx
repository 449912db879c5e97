import { useState } from "react";
import { createPortal } from "react-dom";
import { minuteOf } from "../../shared/rules/calendar.ts";
import { minuteInWords } from "../../shared/words/dates.ts";
import { listWords } from "../../shared/words/lists.ts";
import { useLanguage } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import type { RecordView } from "../providers/contract.ts";
import "./guest-paper.css";
import type { Guest } from "./guests.ts";

type Props = { readonly event: RecordView; readonly reason: string; readonly guests: readonly Guest[] };

/**
 * The insurance list on paper (保险名单), A4 upright: one line for each person, those who come along with a name to be
 * written in. It is there only while the list is open, so that nobody else's print has it.
 */
export function GuestPaper({ event, reason, guests }: Props) {
  const language = useLanguage();
  const words = listWords[language];
  const { me, community } = useWorkspace();
  const [now] = useState(() => minuteOf(Date.now()).replace("T", " "));
  const { columns } = words;
  const lines = guests.flatMap(({ id, name, idNo, phone, partySize }) => [
    { key: id, name, idNo: idNo ?? "", phone },
    ...Array.from({ length: partySize - 1 }, (_, index) => ({
      key: `${id} ${index}`,
      name: `${words.companion} (${name})`,
      idNo: "",
      phone: "",
    })),
  ]);
  const missing = lines.filter(({ idNo }) => idNo === "").length;
  const { title, gather, place } = event.values;
  return createPortal(
    <div className="linli-paper">
      <h1>{`${String(title)} · ${words.insurance}`}</h1>
      <p>{[community.name, minuteInWords(String(gather), language), place].filter(Boolean).join(" · ")}</p>
      <p>{[words.total(lines.length), ...(missing > 0 ? [words.missing(missing)] : [])].join(" · ")}</p>
      <p>{[words.purpose(reason), words.by(me.name), words.printed(now), words.confidential].join(" · ")}</p>
      <table>
        <thead>
          <tr>
            <th>{columns.number}</th>
            <th>{columns.name}</th>
            <th>{columns.idNo}</th>
            <th>{columns.phone}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, idNo, phone }, index) => (
            <tr key={key}>
              <td>{index + 1}</td>
              <td>{name}</td>
              <td>{idNo}</td>
              <td>{phone}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}
