import { builtBundle } from "./build/synth.ts";
import { linliApp } from "./linli-app.ts";
import { RegionRefused } from "./region-guard.ts";

try {
  // The command line passes the region of the user's profile; `-c region=…` wins over it.
  linliApp({ region: process.env.CDK_DEFAULT_REGION, bundleOf: builtBundle });
} catch (error) {
  if (!(error instanceof RegionRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
