import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/**
 * Names the console's scripts in the page, so that they are fetched along with the entry, which asks for them in any
 * case, and not only once it runs.
 */
const preloadConsole: Plugin = {
  name: "linli-preload-console",
  transformIndexHtml: {
    order: "post",
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [file] : []));
      const entry = chunks.find(({ isEntry }) => isEntry);
      const first = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("/app/Console.tsx"));
      const needed = first ? [first.fileName, ...first.imports] : [];
      const already = new Set([entry?.fileName, ...(entry?.imports ?? [])]);
      return needed
        .filter((file) => !already.has(file))
        .map((file) => ({
          tag: "link",
          injectTo: "head" as const,
          attrs: { rel: "modulepreload", crossorigin: "", href: `/${file}` },
        }));
    },
  },
};

/** Office computers stop at Chromium 109, some at Safari 15.4; nothing here may need more. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  plugins: [react(), preloadConsole],
  resolve: { dedupe: ["react", "react-dom", "@mui/material", "ra-core"] },
  worker: { format: "es" },
  build: {
    outDir: fileURLToPath(new URL("../.build/console", import.meta.url)),
    emptyOutDir: true,
    target: ["chrome109", "safari15.4"],
    assetsDir: "assets",
    // A file inlined as data: would be one more thing for the security policy to allow.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8787", "/auth": "http://127.0.0.1:8787" } },
});
