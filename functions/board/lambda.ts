import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createBoard } from "./app.tsx";

export const handler = lambdaHandler(createBoard(lambdaDeps()));
