import { checkCharacter } from "../../../shared/rules/identity-number.ts";

/** 500100 is the heading of a city in the statistical code, not a county: nobody was issued a number with it. */
const PREFIX = "500100";

/** Gives identity numbers that hold and belong to nobody, each once. */
export function identityMaker(): (birth: string, sex: "1" | "2") => string {
  const taken = new Map<string, number>();
  return (birth, sex) => {
    const day = birth.replace(/-/g, "");
    const key = day + sex;
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    const sequence = String(count * 2 + (sex === "1" ? 1 : 0)).padStart(3, "0");
    const body = PREFIX + day + sequence;
    return body + checkCharacter(body);
  };
}

/** Mobile numbers of a range that is given to machines, not to people. */
export function phoneMaker(first: number): () => string {
  let next = first;
  return () => `1440${String(next++).padStart(7, "0")}`;
}
