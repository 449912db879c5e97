/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { Language } from "../../shared/schema/label.ts";
import { minuteInWords } from "../../shared/words/dates.ts";
import { type ListWords, listWords } from "../../shared/words/lists.ts";
import type { Guest, SeatedGuest, SeatList } from "./seat-list.ts";

const style = [
  "@page{size:A4;margin:14mm}",
  '*{box-sizing:border-box}body{margin:0 auto;max-width:182mm;padding:16px;color:#111;font:15px/1.45 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}',
  "h1{margin:0;font-size:22px}h2{margin:20px 0 6px;font-size:17px}p{margin:4px 0}",
  "h2{break-after:avoid}.wide{overflow-x:auto}a{color:inherit;text-decoration:none}",
  "table{width:100%;border-collapse:collapse}th,td{border:1px solid #555;padding:5px 6px;text-align:left;vertical-align:top}",
  "th{background:#eee;font-weight:600}thead{display:table-header-group}tr{break-inside:avoid}",
  "thead th,.name{white-space:nowrap}.narrow{width:3.5em;text-align:center}.soft{color:#444}",
  "@media print{body{padding:0;max-width:none}.screen{display:none}.wide{overflow:visible}}",
].join("");

/**
 * The seat list on paper (乘车名单), A4: who sits where, whom to call, and a box to tick at the door.
 * Without vehicles it is the list for the door alone (签到名单).
 */
export function SeatListPage({ list, language, now }: { list: SeatList; language: Language; now: string }) {
  const words = listWords[language];
  const { event } = list;
  const placed = list.unseated.reduce((sum, { partySize }) => sum + partySize, 0);
  const hasVehicles = list.vehicles.length > 0;
  const name = hasVehicles ? words.bus : words.attendance;
  const isEmpty =
    list.waiting.length + list.unseated.length + list.vehicles.flatMap(({ guests }) => guests).length === 0;
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={language === "zh" ? "zh-CN" : "en"}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>{`${name} · ${event.title}`}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <main>
            <p class="screen soft">{words.print}</p>
            <h1>{`${event.title} · ${name}`}</h1>
            <p>{`${minuteInWords(event.gather, language)} · ${event.place}`}</p>
            <p class="soft">{`${words.printed(now)} · ${words.confidential}`}</p>
            {isEmpty ? <p>{words.nobody}</p> : null}
            {list.vehicles.map(({ plate, seats, taken, guests }) => (
              <Guests key={plate} words={words} title={words.vehicle(plate, taken, seats)} guests={guests} />
            ))}
            <Guests
              words={words}
              title={hasVehicles ? words.noSeat : words.noVehicles(placed)}
              guests={list.unseated}
            />
            <Guests words={words} title={words.waiting} guests={list.waiting} />
          </main>
        </body>
      </html>
    </>
  );
}

type GuestsProps = {
  readonly words: ListWords;
  readonly title: string;
  readonly guests: readonly (Guest | SeatedGuest)[];
};

function Guests({ words, title, guests }: GuestsProps) {
  if (guests.length === 0) return null;
  const { columns } = words;
  // Columns that nobody has anything in leave their room to the others.
  const hasContacts = guests.some(({ emergency }) => emergency !== undefined);
  const hasNotes = guests.some(({ hasHealth }) => hasHealth);
  return (
    <section>
      <h2>{title}</h2>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th class="narrow">{guests.some((guest) => "seat" in guest) ? columns.seat : columns.number}</th>
              <th>{columns.name}</th>
              <th>{columns.phone}</th>
              <th class="narrow">{columns.persons}</th>
              <th class="narrow">{columns.age}</th>
              {hasContacts ? <th>{columns.emergency}</th> : null}
              {hasNotes ? <th class="narrow">{columns.health}</th> : null}
              <th class="narrow">{columns.here}</th>
            </tr>
          </thead>
          <tbody>
            {guests.map((guest, index) => (
              <tr key={guest.id}>
                <td class="narrow">{"seat" in guest ? guest.seat : index + 1}</td>
                <td class="name">{guest.name}</td>
                <td>
                  <a href={`tel:${guest.phone}`}>{guest.phone}</a>
                </td>
                <td class="narrow">{guest.partySize}</td>
                <td class="narrow">{guest.age}</td>
                {hasContacts ? <td>{guest.emergency}</td> : null}
                {hasNotes ? <td class="narrow">{guest.hasHealth ? words.hasHealth : ""}</td> : null}
                <td class="narrow">{guest.state === "came" ? "✓" : ""}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
