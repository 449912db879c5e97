import { useRulesWords } from "./rules.ts";

/** The mark of a number that nobody has read in the law's own text (未核对). */
export function Unchecked() {
  const words = useRulesWords();
  return (
    <span className="linli-unchecked" title={words.uncheckedHint}>
      {words.unchecked}
    </span>
  );
}
