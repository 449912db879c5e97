import type { Label } from "../schema/label.ts";
import type { Dated, Parameter, ParameterValue, Preset } from "../schema/parameter.ts";

/** What a committee decided in its own matters: the text it can point to, and its day (决议). */
export type Decision = { readonly text: string; readonly day: string };

/** A number as it acts on a day, with everything somebody may ask about it. */
export type InForce<V extends ParameterValue = ParameterValue> = {
  readonly parameter: string;
  readonly value: V;
  readonly from: string;
  readonly source: Label;
  /** False: 未核对. A rule that fails by it alone warns and does not block. */
  readonly checked: boolean;
  /** The product's own control (系统默认), where the text asks for one and gives no number. It blocks. */
  readonly control?: true;
  readonly origin: Preset | "own";
  readonly decision?: Decision;
  /**
   * The latest value before an unchecked one that was read in its own text. What fails by this one is blocked; what
   * fails only by the unchecked one is warned about. Absent where nothing was ever read.
   */
  readonly firm?: { readonly value: V; readonly source: Label };
};

/** What a preset alone says on a day; before its first day, what it says first. */
export function presetValue(parameter: Parameter, preset: Preset, day: string): InForce {
  const values: readonly Dated[] = parameter.presets[preset];
  const index = Math.max(
    0,
    values.findLastIndex(({ from }) => from <= day),
  );
  const dated = values[index];
  if (!dated) throw new Error(`${parameter.name} has no value`);
  const firm = dated.checked ? dated : values.slice(0, index).findLast(({ checked }) => checked);
  return {
    parameter: parameter.name,
    value: dated.value,
    from: dated.from,
    source: dated.source,
    checked: dated.checked,
    ...(dated.control && { control: dated.control }),
    origin: preset,
    ...(firm && { firm: { value: firm.value, source: firm.source } }),
  };
}
