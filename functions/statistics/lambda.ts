import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createStatistics } from "./app.ts";

export const handler = lambdaHandler(createStatistics(lambdaDeps()));
