import { dayOf } from "../../shared/rules/calendar.ts";
import { logFault } from "../http/log.ts";
import { advance, countedCommunities } from "./calendar.ts";
import type { CountsDeps } from "./counted-items.ts";

const AT_ONCE = 8;

/** The new day (每日): birthdays move people to their next age band, ended months are closed, community by community. */
export async function countDay(deps: CountsDeps): Promise<void> {
  const day = dayOf(deps.now());
  const behind: string[] = [];
  for await (const [community, reached] of countedCommunities(deps)) if (reached < day) behind.push(community);
  let failures = 0;
  const work = async () => {
    for (let next = behind.shift(); next !== undefined; next = behind.shift()) {
      try {
        await advance(deps, next, day);
      } catch (error) {
        logFault(error);
        failures += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // The caller runs the day again; communities that are done are done.
  if (failures > 0) throw new Error(`${failures} communities could not be brought to ${day}.`);
}
