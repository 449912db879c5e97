import { lambdaDeps } from "../http/deps.ts";
import { createCounts } from "./counts.ts";

export const handler = createCounts(lambdaDeps());
