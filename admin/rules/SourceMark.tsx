import { useRulesWords } from "./rules.ts";
import { type SourceState, sourceMark } from "./source-mark.ts";

/** The mark beside a number that its source does not simply give (未核对, 系统默认). */
export function SourceMark({ of }: { readonly of: SourceState }) {
  const mark = sourceMark(useRulesWords(), of);
  if (!mark) return null;
  return (
    <span className={`linli-${mark.kind}`} title={mark.hint}>
      {mark.text}
    </span>
  );
}
