import { randomBytes } from "node:crypto";
import { hashPassword } from "../../functions/auth/password.ts";
import { anAreaAccount, anInstallation, signIn } from "../functions/auth/installation.ts";
import type { Bench } from "./bench-types.ts";
import { printTable, quantile, times } from "./table.ts";

/** Signing in, beside the password's key alone (scrypt, RFC 7914), which is made dear on purpose. */
export const benchSignIn: Bench = async ({ quick }) => {
  const linli = await anInstallation();
  await anAreaAccount(linli, "500100", "district");
  const kinds: Record<string, () => Promise<unknown>> = {
    "scrypt alone": () => hashPassword(randomBytes(12).toString("base64url")),
    "sign-in, one after another": () => accepted(signIn(linli, "district")),
    "sign-in, four at once": () => Promise.all(Array.from({ length: 4 }, () => accepted(signIn(linli, "district")))),
    "an account that nobody has": () => signIn(linli, "nobody"),
  };
  const spent = new Map(Object.keys(kinds).map((name) => [name, [] as number[]]));
  // Rounds alternate, so that a busy moment of the machine does not fall on one kind alone.
  for (let round = 0; round < (quick ? 3 : 40); round++) {
    for (const [name, run] of Object.entries(kinds)) {
      // Nobody is locked out for having been asked for often.
      linli.clock.now += 3_600_000;
      const started = performance.now();
      await run();
      spent.get(name)?.push(performance.now() - started);
    }
  }
  const bare = quantile(spent.get("scrypt alone") ?? [], 0.5);
  const rows = [...spent].map(([name, ms]) => {
    const [middle, late] = [quantile(ms, 0.5), quantile(ms, 0.95)];
    return [name, middle.toFixed(0), late.toFixed(0), times(middle / bare)];
  });
  printTable(["", "p50 ms", "p95 ms", "x scrypt"], rows);
  linli.close();
};

async function accepted(answer: Promise<Response>): Promise<void> {
  const { status } = await answer;
  if (status !== 303) throw new Error(`Signing in was answered ${status}`);
}
