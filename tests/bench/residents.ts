import { commit } from "../../functions/records/commit.ts";
import type { WriteContext } from "../../functions/records/context.ts";
import { planCreate } from "../../functions/records/plan.ts";
import { identityMaker } from "../../infra/local/demo/identities.ts";
import { addDays } from "../../shared/rules/calendar.ts";
import { checkCharacter } from "../../shared/rules/identity-number.ts";
import type { Register } from "../../shared/schema/register.ts";
import { registerNamed } from "../../shared/schema/registers.ts";
import { COMMUNITY, type TestApi } from "../support/api.ts";

const context: WriteContext = { actor: { account: "bench", name: "bench" }, action: "import" };
const made = identityMaker();
/** Numbers of another division than the tests' workbooks use, so that an import meets none of them. */
const identity = (birth: string, sex: "1" | "2") => {
  const body = `500199${made(birth, sex).slice(6, 17)}`;
  return body + checkCharacter(body);
};

/** A list by name; a bench that names another has a mistake. */
export function register(name: string): Register {
  const found = registerNamed(name);
  if (!found) throw new Error(`No list ${name}`);
  return found;
}

/** A group, a dwelling and a household, and the household's id. */
export async function oneHousehold({ deps }: TestApi): Promise<string> {
  const made: string[] = [];
  const add = async (name: string, values: Record<string, unknown>) => {
    const plan = await planCreate(deps, register(name), COMMUNITY, values, context);
    await commit(deps, [plan]);
    made.push(plan.record.id);
  };
  await add("groups", { no: 1 });
  await add("dwellings", { building: "1", unit: "1", room: "101", group: made[0] });
  await add("households", { no: "1", dwelling: made[1] });
  return made[2] ?? "";
}

/** Values of the nth resident. */
export function resident(index: number, household: string): Record<string, unknown> {
  const birth = addDays("1940-01-01", index % 29_000);
  const sex = index % 2 === 0 ? "1" : "2";
  return {
    name: `居民${String(index).padStart(7, "0")}`,
    household,
    idNo: identity(birth, sex),
    phone: `1440${String(index).padStart(7, "0")}`,
  };
}

/** Writes residents `from` to `to`, twenty to a transaction, as an import does. */
export async function writeResidents({ deps }: TestApi, from: number, to: number, household: string): Promise<void> {
  const residents = register("residents");
  for (let start = from; start < to; start += 20) {
    const numbers = Array.from({ length: Math.min(20, to - start) }, (_, offset) => start + offset);
    const plans = await Promise.all(
      numbers.map((index) =>
        planCreate(deps, residents, COMMUNITY, resident(index, household), context, { referencesHold: true }),
      ),
    );
    await commit(deps, plans);
  }
}
