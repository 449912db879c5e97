import { join } from "node:path";
import { loadConsole } from "./console-files.ts";
import { createSite } from "./site.ts";

export const handler = createSite(loadConsole(join(import.meta.dirname, "console")));
