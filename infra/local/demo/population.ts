import { addDays, ageOn } from "../../../shared/rules/calendar.ts";
import { identityMaker, phoneMaker } from "./identities.ts";
import { fullName, surname } from "./names.ts";
import { type Random, randomFrom } from "./random.ts";

export type Dwelling = { building: number; unit: number; room: string; use: string };
export type Person = {
  name: string;
  sex: "1" | "2";
  birth: string;
  idNo: string;
  relation: string;
  household: number;
  phone: string;
  dwelling: Dwelling;
};
export type Population = { dwellings: Dwelling[]; residents: Person[] };

const BUILDINGS = 18;
const UNITS = 4;
const FLOORS = 6;
/** Dwellings by use: 1,368 in all, of which the first two kinds are lived in. */
const USES = { 自住: 923, 出租: 277, 空置: 114, 商铺: 40, 集体宿舍: 14 };
/** Households by size: 1,200 with 3,060 persons. */
const SIZES: Readonly<Record<number, number>> = { 1: 264, 2: 384, 3: 300, 4: 156, 5: 72, 6: 24 };

/** The people of the populated community and where they live; the same for the same day. */
export function makePopulation(today: string): Population {
  const random = randomFrom(20_260_101);
  const uses = random.shuffled(Object.entries(USES).flatMap(([use, count]) => Array<string>(count).fill(use)));
  const dwellings = rooms().map((room, index) => ({ ...room, use: uses[index] ?? "自住" }));
  const homes = dwellings.filter(({ use }) => use === "自住" || use === "出租");
  const sizes = random.shuffled(
    Object.entries(SIZES).flatMap(([size, count]) => Array<number>(count).fill(Number(size))),
  );
  const identity = identityMaker();
  const phone = phoneMaker(1_000_001);
  const residents = sizes.flatMap((size, index) => {
    const dwelling = homes[index];
    if (!dwelling) throw new Error("More households than homes");
    return family(random, size, today).map(({ sex, birth, relation, name }) => ({
      name,
      sex,
      birth,
      relation,
      idNo: identity(birth, sex),
      household: index + 1,
      dwelling,
      phone: hasPhone(random, ageOn(birth, today)) ? phone() : "",
    }));
  });
  return { dwellings, residents };
}

function rooms(): Omit<Dwelling, "use">[] {
  const all: Omit<Dwelling, "use">[] = [];
  for (let building = 1; building <= BUILDINGS; building += 1) {
    for (let unit = 1; unit <= UNITS; unit += 1) {
      for (let floor = 1; floor <= FLOORS; floor += 1) {
        // The ground floor has a fourth door, onto the street.
        const doors = floor === 1 ? 4 : 3;
        for (let door = 1; door <= doors; door += 1) all.push({ building, unit, room: `${floor}0${door}` });
      }
    }
  }
  return all;
}

type Member = { name: string; sex: "1" | "2"; birth: string; relation: string };

/** A family of that size: a head, then spouse, children and the head's parents as the size allows. */
function family(random: Random, size: number, today: string): Member[] {
  const familyName = surname(random);
  const sexOfHead = random.next() < 0.54 ? "1" : "2";
  const isOld = random.next() < ({ 1: 0.5, 2: 0.42 }[size] ?? 0.02);
  const age = isOld ? random.between(60, 88) : random.between(size >= 3 ? 27 : 23, size >= 3 ? 49 : 59);
  const member = (relation: string, sex: "1" | "2", years: number, family: string): Member => {
    const birth = addDays(today, -Math.floor(years * 365.25) - random.between(1, 364));
    return { relation, sex, birth, name: fullName(random, family, sex, Number(birth.slice(0, 4))) };
  };
  const members = [member("户主", sexOfHead, age, familyName)];
  const other = sexOfHead === "1" ? "2" : "1";
  const fathersName = sexOfHead === "1" ? familyName : surname(random);
  const hasSpouse = size >= 2 && random.next() < (size === 2 ? 0.84 : 0.95);
  if (hasSpouse) {
    const spouse = Math.max(22, age + random.between(-4, 3));
    members.push(member("配偶", other, spouse, sexOfHead === "1" ? surname(random) : fathersName));
  }
  for (let child = 0; members.length < size; child += 1) {
    const isGrandparent = size >= 4 && child >= (size === 4 ? 1 + Number(random.next() < 0.5) : size - 4) && age < 60;
    const sex = random.next() < 0.51 ? "1" : "2";
    if (isGrandparent) {
      const parentSex = members.some(({ relation }) => relation === "父亲") ? "2" : "1";
      const years = Math.max(58, Math.min(92, age + random.between(22, 30)));
      members.push(
        member(parentSex === "1" ? "父亲" : "母亲", parentSex, years, parentSex === "1" ? familyName : surname(random)),
      );
    } else {
      const years = Math.max(0, age - random.between(23, 34) - child * random.between(1, 3));
      members.push(member(sex === "1" ? "子" : "女", sex, Math.min(years, 45), fathersName));
    }
  }
  return members;
}

function hasPhone(random: Random, age: number): boolean {
  if (age < 8) return false;
  return random.next() < (age < 14 ? 0.5 : age > 75 ? 0.7 : 0.97);
}
