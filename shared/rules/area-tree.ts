import { areaOf, streetOf } from "./division-code.ts";

/** A district with its streets and communities (区-街道-社区), in order of their codes. */
export type AreaTree = {
  readonly codes: readonly string[];
  indexOf(code: string): number | undefined;
  /** Of each community: itself, its street, its district. */
  readonly paths: readonly (readonly [community: number, street: number, district: number])[];
};

/** The areas that these communities of one district make up. */
export function areaTree(communities: Iterable<string>): AreaTree {
  const leaves = [...new Set(communities)].sort();
  const codes = [...new Set(leaves.flatMap((code) => [areaOf(code), streetOf(code), code]))].sort();
  const indexes = new Map(codes.map((code, index) => [code, index]));
  const at = (code: string) => indexes.get(code) ?? 0;
  return {
    codes,
    indexOf: (code) => indexes.get(code),
    paths: leaves.map((code) => [at(code), at(streetOf(code)), at(areaOf(code))]),
  };
}
