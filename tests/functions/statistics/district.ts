import { randomBytes } from "node:crypto";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { accountKey, areaKey, sessionKey } from "../../../functions/guard/account-keys.ts";
import { createStatistics } from "../../../functions/statistics/app.ts";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { TEST_TABLES } from "../../support/tables.ts";
import { openWorld } from "../counts/world.ts";

export const DISTRICT = "500112";

export type Got = { status: number; headers: Headers; text: string; json: () => Dataset };
/** What tests look at in an answer. */
export type Dataset = {
  id: string[];
  size: number[];
  value: (number | null)[];
  status?: Record<string, string>;
  dimension: Record<string, { category: { index: string[]; label: Record<string, string> } }>;
  areas: { code: string; name: string; level: string; parent?: string }[];
  indicators: { id: string; definition: string }[];
  code: string;
  fields: { path: string; code: string; message: string }[];
};

/** A district with streets and communities, the counting, the staff API and the statistics, all on the real engine. */
export async function openDistrict(
  communities: Readonly<Record<string, string>>,
  now = "2026-11-24T09:00",
  options: Partial<EngineOptions> = {},
) {
  const world = await openWorld(now, options);
  const { deps, pump, clock } = world;
  const put = (TableName: string, Item: Record<string, unknown>) =>
    deps.documents.send(new PutCommand({ TableName, Item }));
  for (const [code, name] of Object.entries(communities)) {
    await put(TEST_TABLES.records, { ...areaKey(code), name });
  }
  const app = createStatistics(deps);

  const token = async (code: string, kind: "client" | "bearer" | "session" = "client") => {
    const [secret, account] = [randomBytes(24).toString("base64url"), deps.newId()];
    const role = code.length === 6 ? "district" : "street";
    const areas = code === "" ? [] : [{ code, role }];
    const session = { kind, account, epoch: 0, expiresAt: deps.now() + 1e10, ...(kind === "client" && { area: code }) };
    await put(TEST_TABLES.accounts, { ...accountKey(account), account, name: "Test", login: account, areas, epoch: 0 });
    await put(TEST_TABLES.accounts, { ...sessionKey(secret), ...session });
    return secret;
  };
  const asking =
    (headers: Record<string, string>) =>
    async (path: string, more: Record<string, string> = {}): Promise<Got> => {
      const response = await app.request(path, { headers: { host: "localhost", ...headers, ...more } });
      const bytes = await response.arrayBuffer();
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
    };
  return {
    ...world,
    app,
    token,
    /** A district's program. */
    program: async (code = DISTRICT) => asking({ authorization: `Bearer ${await token(code)}` }),
    /** Somebody at a screen. */
    person: async (code = DISTRICT) => asking({ cookie: `session=${await token(code, "session")}` }),
    stranger: asking({}),
    /** Counts what was written, and lets the promised five seconds pass. */
    settle: async () => {
      await pump.run();
      clock.now += 5_000;
    },
  };
}

export const code = (street: number, community: number) =>
  `${DISTRICT}${String(street).padStart(3, "0")}${String(community).padStart(3, "0")}`;
