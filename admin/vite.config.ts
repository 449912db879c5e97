import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Office computers stop at Chromium 109, some at Safari 15.4; nothing here may need more. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/",
  plugins: [react()],
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
