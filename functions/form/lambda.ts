import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createForm } from "./app.ts";

export const handler = lambdaHandler(createForm(lambdaDeps()));
