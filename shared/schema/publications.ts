import { publicationKind, publicationPlace } from "../codes/publication.ts";
import { publications as catalogue } from "../publications/catalogue.gen.ts";
import { PARAMETERS } from "./parameters.ts";
import type { PublicationKind } from "./publication.ts";
import { registerNamed } from "./registers.ts";

/** Every kind of publication, by name. A definition that names what there is not is told when it is loaded. */
export const PUBLICATIONS: ReadonlyMap<string, PublicationKind> = new Map(
  catalogue.map((kind: PublicationKind) => [kind.name, fitting(kind)]),
);

/** The kind of that name; a fault when there is none. */
export function publicationNamed(name: string): PublicationKind {
  const kind = PUBLICATIONS.get(name);
  if (!kind) throw new Error(`No publication ${name}`);
  return kind;
}

function fitting(kind: PublicationKind): PublicationKind {
  const { name, places, days, needs } = kind;
  if (!Object.hasOwn(publicationKind.codes, name)) throw new Error(`${name}: no words`);
  if (!PARAMETERS.has(days)) throw new Error(`${name}: no parameter ${days}`);
  const stranger = places.find((place) => !Object.hasOwn(publicationPlace.codes, place));
  if (stranger !== undefined) throw new Error(`${name}: no place ${stranger}`);
  const { fields = {} } = registerNamed("publications") ?? {};
  const missing = needs.find((column) => !Object.hasOwn(fields, column));
  if (missing !== undefined) throw new Error(`${name}: no column ${missing}`);
  return kind;
}
