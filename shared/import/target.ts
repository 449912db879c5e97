import type { Field } from "../schema/field.ts";
import type { Register } from "../schema/register.ts";
import { registerNamed } from "../schema/registers.ts";
import { addressHeadings } from "../words/import.ts";

/** What one column of a file can stand for: a column of the list itself, or of a record its rows imply. */
export type Target = {
  /** `name`, `household.no`, `household.dwelling` (a whole address), or `id`. */
  readonly path: string;
  /** Reference path of the record the column belongs to: `""` for the list itself, `household.dwelling`. */
  readonly base: string;
  readonly key: string;
  readonly field: Field;
  /** Headings that mean it; the first are its own labels, the rest what files also call it. */
  readonly words: readonly string[];
  /** Why a file's column for it is left aside. */
  readonly barred?: "restricted" | "by-action-only";
};

/** Who imports: which restricted columns they see, and which lists they may add to. */
export type Importer = {
  readonly sees: (restricted: string) => boolean;
  readonly mayImport: (register: string) => boolean;
};

const RECORD_ID: Field = { kind: "text", label: { zh: "id", en: "id" }, max: 120 };

/** Everything a column of a file for this list can stand for. */
export function targetsOf(register: Register, importer: Importer): readonly Target[] {
  const own = fieldTargets(register, "", importer, () => true);
  const implied = (register.implies ?? []).flatMap((base) => {
    const referenced = impliedRegister(register, base);
    if (!importer.mayImport(referenced.name)) return [];
    // A reference inside an implied record is reached by its own path or not at all: its words mean people's names.
    return fieldTargets(
      referenced,
      base,
      importer,
      (field) => field.kind !== "reference" && field.kind !== "references",
    );
  });
  return [
    { path: "id", base: "", key: "id", field: RECORD_ID, words: ["id"] },
    ...own,
    ...implied,
    ...references(register),
  ];
}

/** The list that a reference path ends in. */
export function impliedRegister(register: Register, base: string): Register {
  let reached = register;
  for (const key of base === "" ? [] : base.split(".")) {
    const field = reached.fields[key];
    const next = field?.kind === "reference" ? registerNamed(field.to) : undefined;
    if (!next) throw new Error(`${register.name}: ${base} leads nowhere`);
    reached = next;
  }
  return reached;
}

function fieldTargets(
  register: Register,
  base: string,
  importer: Importer,
  takes: (field: Field) => boolean,
): Target[] {
  return Object.entries(register.fields)
    .filter(([, field]) => takes(field))
    .map(([key, field]) => {
      const barred = field.byAction
        ? "by-action-only"
        : field.restricted && !importer.sees(field.restricted)
          ? "restricted"
          : undefined;
      const path = base === "" ? key : `${base}.${key}`;
      const words = [field.label.zh, field.label.en, ...(field.aliases ?? [])];
      const whole = base === "" && isPlace(field) ? [...words, ...addressHeadings] : words;
      return { path, base, key, field, words: whole, ...(barred && { barred }) };
    });
}

/** Deeper references as one column: an address for the dwelling of a resident's household. */
function references(register: Register): Target[] {
  return (register.implies ?? [])
    .filter((path) => path.includes("."))
    .map((path) => {
      const parts = path.split(".");
      const key = parts.pop() ?? "";
      const base = parts.join(".");
      const field = impliedRegister(register, base).fields[key];
      if (!field) throw new Error(`${register.name}: ${path} leads nowhere`);
      const words = [field.label.zh, field.label.en, ...(field.aliases ?? [])];
      return { path, base, key, field, words: isPlace(field) ? [...words, ...addressHeadings] : words };
    });
}

function isPlace(field: Field): boolean {
  return field.kind === "reference" && field.to === "dwellings";
}
