import { setTimeout } from "node:timers/promises";
import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";

type Hands = { readonly clerk: Client; readonly director: Client };
type Check = { readonly total: number; readonly gaps: readonly { readonly id: string }[] };

/** Registers the voters from the residents, and signs namesakes off; answers how many they are. */
export async function registerVoters(
  { clerk, director }: Hands,
  path: string,
  election: string,
  day: string,
): Promise<number> {
  const check = async (name: string) => (await clerk.call("GET", `${path}/coverage/voters-${name}`)) as Check;
  const values = { stepOn: addDays(day, -32) };
  await clerk.call("POST", `${path}/registers/elections/records/${election}/moves/enrol`, { values });
  // Whoever looks holds up the work itself: each look reads all residents and voters.
  while ((await check("missed")).gaps.length > 0) await setTimeout(1_500);
  const { total, gaps } = await check("double");
  for (const { id } of gaps) {
    const grounds = { values: { settledWhy: "同名同日生，经入户核实为两人" } };
    await director.call("POST", `${path}/registers/voters/records/${id}/moves/settle`, grounds);
  }
  return total;
}

/** Makes a list of an election public, and notes since when it hung on the wall. */
export async function publishList(
  { clerk, director }: Hands,
  path: string,
  { kind, election, on }: { readonly kind: string; readonly election: string; readonly on: string },
): Promise<void> {
  const { id } = (await clerk.call("POST", `${path}/publications`, { kind, election })) as { id: string };
  await clerk.call("POST", `${path}/publications/${id}/submit`, {});
  await director.call("POST", `${path}/publications/${id}/approve`, {});
  await clerk.call("POST", `${path}/publications/${id}/post`, {});
  const postings = [{ place: "board", on, by: "社区居委会" }];
  await clerk.call("POST", `${path}/publications/${id}/note`, { values: { postings } });
}
