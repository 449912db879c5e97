import { devNull } from "node:os";
import { join, resolve } from "node:path";
import { type FunctionHost, hostFunction } from "./function-host.ts";
import type { FunctionPlan } from "./plan.ts";
import { LOCAL } from "./template.ts";

type Surroundings = {
  /** The access key by which the services know the function. */
  readonly key: string;
  /** The folder that the template's bundles are in. */
  readonly assets: string;
  /** Where the services are on this machine. */
  readonly endpoint: string;
  readonly print: (text: string) => void;
};

/** A function finds in its environment what Lambda would put there, and nothing of this machine's own. */
export function host(entry: FunctionPlan, { key, assets, endpoint, print }: Surroundings): FunctionHost {
  const bundle = resolve(assets, entry.asset);
  const [module = "", exportName = ""] = entry.handler.split(".");
  return hostFunction({
    start: {
      name: entry.name,
      arn: `arn:${LOCAL.partition}:lambda:${LOCAL.region}:${LOCAL.account}:function:${entry.id}`,
      memory: entry.memory,
      file: join(bundle, `${module}.mjs`),
      exportName,
    },
    timeoutMs: entry.timeoutMs,
    print,
    environment: {
      ...entry.environment,
      AWS_REGION: LOCAL.region,
      AWS_DEFAULT_REGION: LOCAL.region,
      AWS_ACCESS_KEY_ID: key,
      AWS_SECRET_ACCESS_KEY: key,
      AWS_CONFIG_FILE: devNull,
      AWS_SHARED_CREDENTIALS_FILE: devNull,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      AWS_LAMBDA_FUNCTION_NAME: entry.name,
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(entry.memory),
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      AWS_ENDPOINT_URL_SSM: endpoint,
      LAMBDA_TASK_ROOT: bundle,
      TZ: ":UTC",
    },
  });
}
