import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

/** Node strips types but knows no JSX; the pages of functions are compiled as they are loaded. */
export function loadJsx(): void {
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith(".tsx")) return next(url, context);
      const text = readFileSync(fileURLToPath(url), "utf8");
      const { code } = transformSync(text, { loader: "tsx", jsx: "automatic", jsxImportSource: "hono/jsx" });
      return { format: "module", source: code, shortCircuit: true };
    },
  });
}
