import { setTimeout } from "node:timers/promises";
import { addResident } from "./actions/staff.ts";
import type { Scene, Site } from "./site.ts";
import type { Ask } from "./wire.ts";

const LOOK_MS = 100;
const WITHIN_MS = 30_000;

/** Adds a resident where nobody else adds any, and waits until the district's figure shows them (统计延迟). */
export async function statisticsLag(ask: Ask, site: Site, scene: Scene): Promise<number> {
  const { clientId, clientSecret } = scene.district;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const { access_token: token } = (await ask("POST", "/auth/token", { form })).json<{ access_token: string }>();
  const figure = async () =>
    (await ask("GET", `/statistics/v1/data/T01?area=${site.code}&period=now`, { token })).text();
  const before = await figure();
  await addResident(ask, site, scene);
  const added = performance.now();
  while ((await figure()) === before) {
    if (performance.now() - added > WITHIN_MS)
      throw new Error(`The district's figure did not follow in ${WITHIN_MS} ms.`);
    await setTimeout(LOOK_MS);
  }
  return performance.now() - added;
}
