import { areaOf, streetOf } from "./division-code.ts";

/** A district with its streets and communities (区-街道-社区), in order of their codes. */
export type AreaTree = {
  readonly codes: readonly string[];
  indexOf(code: string): number | undefined;
  /** Of each community: itself, its street, its district. */
  readonly paths: readonly AreaPath[];
  /** The paths that go through an area. */
  through(area: number): readonly AreaPath[];
  /** Paths of a few other streets, a few communities each: the next streets in order, the last followed by the first. */
  elsewhere(street: number): readonly AreaPath[];
};

export type AreaPath = readonly [community: number, street: number, district: number];

/** More streets and communities would offer more choice, and take longer to look through. */
const [STREETS_OFFERED, COMMUNITIES_OFFERED] = [8, 3];

/** The areas that these communities of one district make up. */
export function areaTree(communities: Iterable<string>): AreaTree {
  const leaves = [...new Set(communities)].sort();
  const codes = [...new Set(leaves.flatMap((code) => [areaOf(code), streetOf(code), code]))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const at = (code: string) => indexes.get(code) ?? 0;
  const paths = leaves.map((code): AreaPath => [at(code), at(streetOf(code)), at(areaOf(code))]);
  const through = new Map<number, AreaPath[]>();
  for (const [area, path] of paths.flatMap((path) => path.map((area) => [area, path] as const))) {
    const known = through.get(area);
    if (known) known.push(path);
    else through.set(area, [path]);
  }
  const streets = codes.filter((code) => code.length === 9).map(at);
  return {
    codes,
    indexOf: (code) => indexes.get(code),
    paths,
    through: (area) => through.get(area) ?? [],
    elsewhere: (street) => {
      const place = streets.indexOf(street);
      const others = [...streets.slice(place + 1), ...streets.slice(0, place)].slice(0, STREETS_OFFERED);
      return others.flatMap((other) => (through.get(other) ?? []).slice(0, COMMUNITIES_OFFERED));
    },
  };
}
