import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createApi } from "./app.ts";

export const handler = lambdaHandler(createApi(lambdaDeps()));
