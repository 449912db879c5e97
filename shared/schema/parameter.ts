import type { Label } from "./label.ts";

/**
 * A share that must be reached (门槛). 过半数 is `more` than 1/2 and leaves the half out; 不少于三分之二 is `atLeast` 2/3
 * and takes the two thirds in.
 */
export type Threshold = { readonly kind: "more" | "atLeast"; readonly num: number; readonly den: number };

/** The days of one year on which offices rest, and the weekend days on which they work instead (节假日安排). */
export type Holidays = { readonly year: number; readonly off: readonly string[]; readonly work: readonly string[] };

/** What a parameter can hold. Null where the rule leaves the number open (未规定). */
export type ParameterValue = number | boolean | Threshold | Holidays | null;

/** Where a number is said, and whether anybody has read it in that text; what nobody has read is 未核对. */
export type Source = Label & {
  readonly read: boolean;
  /** The text asks for a control and leaves its number to the committee: the product's own acts until it decides. */
  readonly control?: true;
};

/** A value from its first day on, until a later one. */
export type Dated<V extends ParameterValue = ParameterValue> = {
  readonly from: string;
  readonly value: V;
  readonly source: Label;
  /** False: nobody has read the number in the law's own text. It then only warns. */
  readonly checked: boolean;
  /** Acts as the product's own control (系统默认): no text gives the number, so there is none to look up. */
  readonly control?: true;
};

/** Bounds of a committee's own value: of numbers, or the least demanding threshold. Unchecked ones only warn. */
export type Limits = {
  readonly min?: number;
  readonly max?: number;
  readonly threshold?: Threshold;
  readonly source: Label;
  readonly checked: boolean;
};

/** The sets of values a committee may start from: the source documents' (2002-2010), and the law's of 2026. */
export const PRESETS = ["seed", "law2026"] as const;
export type Preset = (typeof PRESETS)[number];

type Common = {
  readonly label: Label;
  /** What the number decides, where the label does not say. */
  readonly hint?: Label;
  /** Why no committee has a value of its own here. */
  readonly fixed?: Label;
  readonly limits?: Limits;
};
type Holding<V extends ParameterValue> = {
  readonly presets: Readonly<Record<Preset, readonly Dated<V>[]>>;
};

/**
 * A number used by a rule (规则参数): its values by preset and first day, each with its source.
 * `money` is integer fen; a `rate` is in hundredths of a percent (2000 = 20 %).
 */
export type ParameterDefinition = Common &
  (
    | ({ readonly kind: "number"; readonly unit: Label } & Holding<number | null>)
    | ({ readonly kind: "money" } & Holding<number | null>)
    | ({ readonly kind: "rate" } & Holding<number | null>)
    | ({ readonly kind: "threshold"; readonly of: Label } & Holding<Threshold>)
    | ({ readonly kind: "flag" } & Holding<boolean>)
    | ({ readonly kind: "holidays" } & Holding<Holidays>)
  );

/** A parameter with its full name, `topic.name`. */
export type Parameter = ParameterDefinition & { readonly name: string };

/** Parameters of one subject: one file of `shared/parameters`. */
export type ParameterTopic = {
  readonly topic: string;
  readonly label: Label;
  readonly parameters: readonly Parameter[];
};

/** The one way to state parameters; checks what the types cannot say when the file is loaded. */
export function defineParameters(
  topic: string,
  label: Label,
  parameters: Readonly<Record<string, ParameterDefinition>>,
): ParameterTopic {
  const named = Object.entries(parameters).map(([key, parameter]) => ({ ...parameter, name: `${topic}.${key}` }));
  for (const { name, presets } of named) {
    for (const preset of PRESETS) {
      const days = presets[preset].map(({ from }) => from);
      if (days.length === 0) throw new Error(`${name}: ${preset} has no value`);
      if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? ""))) {
        throw new Error(`${name}: the days of ${preset} are not in order`);
      }
    }
  }
  return { topic, label, parameters: named };
}

/** The first day of a value that holds since before anything the product records. */
export const ALWAYS = "1990-01-01";

/** A value with its first day and source. */
export function since<V extends ParameterValue>(from: string, value: V, source: Source): Dated<V> {
  const { read, control, ...label } = source;
  return { from, value, source: label, checked: read, ...(control && { control }) };
}

/** One value that both presets hold. */
export function inBoth<V extends ParameterValue>(value: V, source: Source, from = ALWAYS): Holding<V>["presets"] {
  const dated = [since(from, value, source)];
  return { seed: dated, law2026: dated };
}

/** Bounds of a committee's own value, and where they are said. */
export function within(bounds: Pick<Limits, "min" | "max" | "threshold">, source: Source): Limits {
  const { read, control: _, ...label } = source;
  return { ...bounds, source: label, checked: read };
}
