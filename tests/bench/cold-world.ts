import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { build } from "esbuild";
import { nameKey, totalsKey } from "../../functions/counts/keys.ts";
import { accountKey, holderKey, sessionKey } from "../../functions/guard/account-keys.ts";
import { functionBundle, root } from "../../infra/build/paths.ts";
import { openAwsEndpoint } from "../../infra/local/aws-endpoint.ts";
import { openParameterStore } from "../../infra/local/parameter-store.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { openTestForms } from "../functions/form/forms.ts";
import { COMMUNITY } from "../support/api.ts";
import { TEST_TABLES } from "../support/tables.ts";
import { PLAIN_ENGINE } from "./plain-engine.ts";

/** A function that has not started yet, and the first event it gets. */
export type Cold = {
  readonly name: string;
  readonly request: string;
  readonly bundle: string;
  readonly event: unknown;
};

const AREA = COMMUNITY.slice(0, 6);

/** The services that functions call, with an account, a client and an open form; functions run in other processes. */
export async function openColdWorld() {
  const linli = await openTestForms(PLAIN_ENGINE);
  const day = addDays(dayOf(Date.now()), 30);
  const { code } = await linli.event({ gather: `${day}T07:00`, end: `${day}T15:00` });
  const put = (TableName: string, Item: Record<string, unknown>) =>
    linli.documents.send(new PutCommand({ TableName, Item }));
  const token = async (account: string, session: Record<string, unknown>) => {
    const secret = randomBytes(32).toString("base64url");
    await put(TEST_TABLES.accounts, {
      ...accountKey(account),
      account,
      name: "Bench",
      login: account,
      areas: [],
      epoch: 0,
    });
    const expiresAt = Date.now() + 3_600_000;
    await put(TEST_TABLES.accounts, { ...sessionKey(secret), account, epoch: 0, expiresAt, ...session });
    return { authorization: `Bearer ${secret}` };
  };
  const terms = [{ id: "p0", post: "clerk", from: "2020-01-01" }];
  await put(TEST_TABLES.records, { ...holderKey(COMMUNITY, "clerk"), terms, version: 1 });
  const clerk = await token("clerk", { kind: "bearer" });
  const client = await token("client", { kind: "client", area: AREA });

  await put(TEST_TABLES.counts, { ...nameKey(COMMUNITY), name: "First community" });
  await put(TEST_TABLES.counts, { ...totalsKey(COMMUNITY), "T01.residents": 3060 });

  const role = { name: "bench", id: "bench", asset: "", handler: "", timeoutMs: 0, memory: 0, environment: {} };
  const everything = { ...role, statements: [{ Effect: "Allow" as const, Action: "*", Resource: "*" }] };
  const endpoint = await openAwsEndpoint({
    engine: linli.engine,
    parameters: openParameterStore(undefined),
    callerOf: () => everything,
    onProblem: console.error,
  });
  const folder = await mkdtemp(join(tmpdir(), "linli-bench-"));
  const bare = join(folder, "bare.mjs");
  await writeFile(bare, 'export const handler = async () => ({ statusCode: 200, body: "{}" });');
  const reference = join(folder, "reference.mjs");
  await buildReference(reference);

  const list = `/api/communities/${COMMUNITY}/registers/residents/records`;
  const cold = (name: string, request: string, event: unknown): Cold => ({
    name,
    request,
    bundle: pathToFileURL(join(functionBundle(name), "lambda.mjs")).href,
    event,
  });
  const asked = (name: string, path: string, headers: Record<string, string> = {}) =>
    cold(name, `GET ${path.replace(COMMUNITY, "{c}").replace(code, "{code}")}`, get(path, headers));
  return {
    environment: {
      RECORDS_TABLE: TEST_TABLES.records,
      COUNTS_TABLE: TEST_TABLES.counts,
      ACCOUNTS_TABLE: TEST_TABLES.accounts,
      KEY_PARAMETER: "/linli/bench/root-key",
      AWS_REGION: "cn-north-1",
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      AWS_ENDPOINT_URL_DYNAMODB: endpoint.url,
      AWS_ENDPOINT_URL_SSM: endpoint.url,
      AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x",
      TZ: ":UTC",
    },
    all: (round: number): Cold[] => [
      { name: "bare", request: "-", bundle: pathToFileURL(bare).href, event: get("/") },
      { name: "reference", request: "GET /", bundle: pathToFileURL(reference).href, event: get("/") },
      asked("site", "/admin/"),
      asked("api", list, clerk),
      asked("auth", "/auth/sign-in"),
      asked("form", `/f/${code}`),
      asked("poster", `/p/${code}`),
      asked("statistics", "/statistics/v1/data/T01", client),
      cold("jobs", "change of a job", { Records: [{ dynamodb: { Keys: keys(`J#${COMMUNITY}`, "none") } }] }),
      cold("counts", "a new resident", { Records: [newResident(`r${round}`)] }),
    ],
    close: async () => {
      await endpoint.close();
      await linli.engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a function would be without anything of ours: the router, the client, one read. */
async function buildReference(outfile: string): Promise<void> {
  const contents = `
    import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
    import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
    import { Hono } from "hono";
    import { handle } from "hono/aws-lambda";
    const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    const read = () => documents.send(new GetCommand({ TableName: "Records", Key: { pk: "none", sk: "none" } }));
    export const handler = handle(new Hono().get("/", async (c) => c.json((await read()).Item ?? {})));
  `;
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  });
}

const get = (path: string, headers: Readonly<Record<string, string>> = {}) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  headers: { host: "localhost", "x-forwarded-proto": "https", "accept-encoding": "gzip", ...headers },
  requestContext: {
    domainName: "localhost",
    http: { method: "GET", path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "bench" },
    requestId: "1",
    routeKey: "$default",
    stage: "$default",
  },
  isBase64Encoded: false,
});

const keys = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });

const newResident = (id: string) => ({
  eventName: "INSERT",
  dynamodb: {
    Keys: keys(`R#residents#${COMMUNITY}`, id),
    NewImage: {
      ...keys(`R#residents#${COMMUNITY}`, id),
      version: { N: "1" },
      values: { M: { sex: { S: "1" }, birth: { S: "1950-01-01" }, live: { S: "here" } } },
    },
    SequenceNumber: "1",
    ApproximateCreationDateTime: Math.floor(Date.now() / 1000),
  },
});
