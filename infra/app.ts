import { builtBundle } from "./build/synth.ts";
import { linliApp } from "./linli-app.ts";

// The command line passes the region of the user's profile; `-c region=…` wins over it.
linliApp({ region: process.env.CDK_DEFAULT_REGION, bundleOf: builtBundle });
