import type { Label } from "./label.ts";
import type { Register } from "./register.ts";
import { REGISTERS } from "./registers.ts";

/** Until when records of a list are kept (保存期限), read from its definition (`event.end` or a column of its own). */
export type Retention = {
  readonly register: Register;
  /** The list whose records say when the time begins: the one referred to, or the list itself. */
  readonly source: string;
  /** The column that refers to the source; absent when the list is its own. */
  readonly via?: string;
  /** The source's column of a day or minute from which the time counts. */
  readonly column: string;
  readonly days: number;
};

const DATED = new Set(["date", "dateTime"]);

function read(register: Register): Retention[] {
  if (!register.retention) return [];
  const { from, days } = register.retention;
  const [first = "", second] = from.split(".");
  const reference = second === undefined ? undefined : register.fields[first];
  if (second !== undefined && reference?.kind !== "reference")
    throw new Error(`${register.name}: no reference ${first}`);
  const source = reference?.kind === "reference" ? REGISTERS.get(reference.to) : register;
  const column = second ?? first;
  if (!source || !DATED.has(source.fields[column]?.kind ?? "") || source.fields[column]?.sealed) {
    throw new Error(`${register.name}: no day or minute ${from}`);
  }
  return [{ register, source: source.name, ...(second !== undefined && { via: first }), column, days }];
}

/** Every list whose records are deleted after some time. A definition that makes no sense is told when it is loaded. */
export const RETENTIONS: readonly Retention[] = [...REGISTERS.values()].flatMap(read);

/** How long records of a list are kept, if that ends. */
export function retentionOf(register: Register): Retention | undefined {
  return RETENTIONS.find((retention) => retention.register.name === register.name);
}

/** What a list's time counts from, in words: the column that refers to the source, and the source's own. */
export function fromLabel({ register, source, via, column }: Retention): Label {
  const end = REGISTERS.get(source)?.fields[column]?.label ?? { zh: column, en: column };
  const whose = via === undefined ? undefined : register.fields[via]?.label;
  return whose ? { zh: `${whose.zh}${end.zh}`, en: `${whose.en}: ${end.en}` } : end;
}

/** What is kept for a time that counts from records of this list. */
export function retainedBy(source: string): readonly Retention[] {
  return RETENTIONS.filter((retention) => retention.source === source);
}
