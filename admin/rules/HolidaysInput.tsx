import TextField from "@mui/material/TextField";
import { addDays, isDay } from "../../shared/rules/calendar.ts";
import { useWorkspace } from "../app/workspace.ts";
import { useTypedHere } from "../layout/draft.ts";
import { useRulesWords } from "./rules.ts";
import type { ValueProps } from "./value-props.ts";

/** A year's days off and the days worked in exchange, as the State Council tells them each autumn (节假日安排). */
export function HolidaysInput({ onChange }: ValueProps) {
  const words = useRulesWords();
  const { today } = useWorkspace();
  const [year, setYear] = useTypedHere("year", () => String(Number(today().slice(0, 4)) + 1));
  const [off, setOff] = useTypedHere("off", "");
  const [work, setWork] = useTypedHere("work", "");
  const send = (next: { year?: string; off?: string; work?: string }) => {
    const [daysOff, daysWorked] = [readDays(next.off ?? off), readDays(next.work ?? work)];
    const isList = daysOff && daysWorked && daysOff.length > 0;
    onChange(isList ? { year: Number(next.year ?? year), off: daysOff, work: daysWorked } : undefined);
  };
  const area = (label: string, text: string, change: (text: string) => void) => (
    <TextField
      fullWidth
      multiline
      minRows={3}
      maxRows={8}
      label={label}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  );
  return (
    <>
      <TextField
        required
        fullWidth
        label={words.holidayYear}
        value={year}
        onChange={(event) => {
          setYear(event.target.value);
          send({ year: event.target.value });
        }}
        slotProps={{ htmlInput: { inputMode: "numeric" } }}
      />
      {area(words.daysOff, off, (text) => {
        setOff(text);
        send({ off: text });
      })}
      {area(words.daysWorked, work, (text) => {
        setWork(text);
        send({ work: text });
      })}
    </>
  );
}

/** Days of a text, one a line; two days on a line are a run from the first to the last. Undefined when a line is none. */
function readDays(text: string): readonly string[] | undefined {
  const days: string[] = [];
  for (const line of text.split(/[\n,;]/).filter((one) => one.trim() !== "")) {
    const [first, last = first, ...more] = line.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    if (first === undefined || last === undefined || more.length > 0 || !isDay(first) || !isDay(last)) return undefined;
    for (let day = first; day <= last && days.length < 366; day = addDays(day, 1)) days.push(day);
  }
  return [...new Set(days)].sort();
}
