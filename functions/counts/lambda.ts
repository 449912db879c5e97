import { lambdaDeps } from "../http/deps.ts";
import { eventHandler } from "../http/event-handler.ts";
import { createCounts } from "./counts.ts";

export const handler = eventHandler(createCounts(lambdaDeps()));
