import type { Value, Values } from "../schema/field.ts";
import type { Language } from "../schema/label.ts";

/** A record that is already there, as far as an import must know it. */
export type Existing = {
  readonly id: string;
  /** Columns that are not sealed. */
  readonly values: Values;
  /** What everybody sees of the sealed ones. */
  readonly masks: Readonly<Record<string, string>>;
};

/** The lists an import looks into (索引). Sealed values are compared without being opened. */
export type ListIndex = {
  get(register: string, id: string): Promise<Existing | undefined>;
  /** The first record whose columns hold these values: those there before in order of ids, then those of the file. */
  find(register: string, columns: readonly string[], values: Values): Promise<Existing | undefined>;
  /** The last record whose columns hold these values. */
  findLast(register: string, columns: readonly string[], values: Values): Promise<Existing | undefined>;
  /** Whether more than one record holds them. */
  isAmbiguous(register: string, columns: readonly string[], values: Values): Promise<boolean>;
  /** Records whose reference column points to a record, in the same order. */
  referring(register: string, column: string, id: string): Promise<readonly Existing[]>;
  /** The record that these words name in a list, when exactly one bears them as its title. */
  titled(register: string, title: string): Promise<Existing | undefined>;
  titleOf(register: string, id: string, language: Language): Promise<string | undefined>;
  /** Whether a sealed column of a record holds this text. */
  holds(register: string, existing: Existing, column: string, text: Value): Promise<boolean>;
  /** All values of a record, sealed ones opened. */
  open(register: string, existing: Existing): Promise<Values>;
  /** Makes what an earlier row of the file will leave known to the later ones. */
  add(write: RowWrite): Promise<void>;
  /** Every record of a list: for lists that stay short, whatever the number of residents. */
  all(register: string): Promise<Iterable<Existing>>;
};

/** A record a row makes or changes; `given` are the columns that differ. */
export type RowWrite = {
  readonly register: string;
  readonly id: string;
  readonly create: boolean;
  readonly given: Values;
};
