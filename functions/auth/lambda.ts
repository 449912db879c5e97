import { lambdaDeps } from "../http/deps.ts";
import { lambdaHandler } from "../http/lambda-handler.ts";
import { createAuth } from "./app.ts";
import { answerDirectly } from "./direct.ts";

const deps = lambdaDeps();
const answerRequest = lambdaHandler(createAuth(deps));

type Request = Parameters<typeof answerRequest>;

/** A request from the gateway has a request context; whatever has none came by direct invocation. */
export const handler = async (event: Request[0], context: Request[1]): Promise<unknown> =>
  "requestContext" in event ? answerRequest(event, context) : answerDirectly(deps, event);
