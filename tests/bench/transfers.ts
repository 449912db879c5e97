import { get } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { clientWith } from "../../infra/local/demo/client.ts";
import { importSheet } from "../../infra/local/demo/imports.ts";
import { makePopulation } from "../../infra/local/demo/population.ts";
import { residentSheet } from "../../infra/local/demo/rosters.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import type { World } from "../admin/harness/world.ts";
import { TRIP } from "../functions/form/forms.ts";
import type { Linli } from "../support/linli.ts";
import type { Size } from "./bench-types.ts";

type Page = { readonly records: readonly unknown[]; readonly cursor?: string };

/** The page behind a poster's code: no more than this one answer is needed to fill it in. */
export async function formPage(linli: Linli, { community, director }: World): Promise<Size> {
  const day = addDays(dayOf(Date.now()), 30);
  const values = { ...TRIP, gather: `${day}T07:00`, end: `${day}T15:00` };
  const api = `/api/communities/${community}`;
  const event = await director.call<{ id: string }>("POST", `${api}/registers/events/records`, { values });
  const form = await director.call<{ code: string }>("POST", `${api}/forms`, { kind: "sign-up", record: event.id });
  const { raw, gzip } = await fetched(`${linli.url}/f/${form.code}`);
  return { raw: raw.length, gzip };
}

/** The demo's residents, imported, and then loaded as the console loads a list. */
export async function wholeList(linli: Linli, { community, director }: World) {
  const today = dayOf(Date.now());
  const { token } = await director.call<{ token: string }>("POST", "/auth/tokens", { label: "bench" });
  const sheet = residentSheet(makePopulation(today), today);
  await importSheet(clientWith(linli.url, token), community, "residents", sheet, () => {});
  const size = { raw: 0, gzip: 0, records: 0, requests: 0 };
  const address = `${linli.url}/api/communities/${community}/registers/residents/records`;
  for (let query = "limit=200"; query !== ""; ) {
    const { raw, gzip } = await fetched(`${address}?${query}`, { authorization: `Bearer ${token}` });
    const { records, cursor }: Page = JSON.parse(raw.toString());
    size.raw += raw.length;
    size.gzip += gzip;
    size.records += records.length;
    size.requests += 1;
    query = cursor === undefined ? "" : `limit=3000&cursor=${encodeURIComponent(cursor)}`;
  }
  return size;
}

/** An answer with the bytes that came; `fetch` would have unpacked them. */
function fetched(url: string, headers: Readonly<Record<string, string>> = {}): Promise<{ raw: Buffer; gzip: number }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip", ...headers } }, async (response) => {
      const bytes = await buffer(response);
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode} ${bytes}`));
      else
        resolve({
          raw: response.headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes,
          gzip: bytes.length,
        });
    }).once("error", reject);
  });
}
