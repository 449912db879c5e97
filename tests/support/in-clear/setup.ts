import { afterAll } from "vitest";
import { takeFound, watchEverything } from "./watch.ts";

/** Goes before every test file: after its last test, nothing it wrote or answered held an identity number in clear. */
watchEverything();

afterAll(async () => {
  const found = await takeFound();
  if (found.length > 0) throw new Error(`Identity numbers in clear:\n${found.slice(0, 40).join("\n")}`);
});
