import { createLine } from "../providers/line.ts";

/** The line of this page to its server. */
export const line = createLine({
  probe: async () => (await quickly("/healthz")).ok,
  isNewer: async () => {
    const entry = document.querySelector('script[type="module"][src^="/assets/"]')?.getAttribute("src");
    const page = await quickly("/admin/");
    return page.ok && entry !== null && entry !== undefined && !(await page.text()).includes(`"${entry}"`);
  },
  later: (run, ms) => void setTimeout(run, ms),
});

const PATIENCE_MS = 8_000;

/** Past every cache; a line that only hangs is none. */
async function quickly(path: string): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS);
  return fetch(path, { cache: "no-store", signal: abort.signal }).finally(() => clearTimeout(timer));
}
