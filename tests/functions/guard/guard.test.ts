import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tryUpTo } from "../../../functions/auth/tries.ts";
import { areaKey, holderKey } from "../../../functions/guard/account-keys.ts";
import type { Actor } from "../../../functions/guard/actor.ts";
import { requireArea, requireRight, rightsIn } from "../../../functions/guard/rights-in.ts";
import { refuseForeignOrigin, requireOwnOrigin } from "../../../functions/guard/same-origin.ts";
import { httpApp } from "../../../functions/http/http-app.ts";
import { openItems } from "../../../functions/store/items.ts";
import type { Refusal } from "../../../shared/contract/refusal.ts";
import { openTestEngine } from "../../support/engine.ts";
import { anInstallation, type Installation } from "../auth/installation.ts";

const COMMUNITY = "500112013004";
const actor = (given: Partial<Actor> = {}): Actor => ({ account: "a", name: "A", via: "session", areas: [], ...given });

let linli: Installation;
beforeAll(async () => {
  linli = await anInstallation();
  const terms = [
    { id: "1", post: "clerk", from: "2026-11-24" },
    { id: "2", post: "director", from: "2026-12-01" },
    { id: "3", post: "cashier", from: "2020-01-01", until: "2026-11-24" },
  ];
  const items = openItems(linli.deps.documents, "records");
  await items.write(
    { put: { ...areaKey(COMMUNITY), code: COMMUNITY, name: "Longta" } },
    { put: { ...holderKey(COMMUNITY, "a"), account: "a", terms, version: 1 } },
  );
});
afterAll(() => linli.close());

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "allowed",
    (error: Refusal) => error.code,
  );

describe("rights in a community", () => {
  it("come from the posts held today: not those to come, not those that are over", async () => {
    const rights = await rightsIn(linli.deps, actor(), COMMUNITY);
    expect(rights.posts).toEqual(["clerk"]);
    const later = { ...linli.deps, now: () => Date.parse("2026-11-30T16:00:00Z") };
    expect((await rightsIn(later, actor(), COMMUNITY)).posts).toEqual(["clerk", "director"]);
  });

  it("are none for strangers, neighbours, programs and places that do not exist: nothing is found there", async () => {
    const district = [{ code: "500112", role: "district" }] as const;
    expect(await refused(rightsIn(linli.deps, actor({ account: "b" }), COMMUNITY))).toBe("not-found");
    expect(await refused(rightsIn(linli.deps, actor(), "500112013005"))).toBe("not-found");
    expect(await refused(rightsIn(linli.deps, actor({ via: "client" }), COMMUNITY))).toBe("not-found");
    expect(await refused(rightsIn(linli.deps, actor({ account: "b", areas: district }), "500112013999"))).toBe(
      "not-found",
    );
    expect((await rightsIn(linli.deps, actor({ account: "b", areas: district }), COMMUNITY)).roles).toEqual([
      "district",
    ]);
  });

  it("that are missing are told as such once the community is theirs", async () => {
    const rights = await rightsIn(linli.deps, actor(), COMMUNITY);
    expect(() => requireRight(rights, "grantPosts")).toThrow("no-right");
    expect(() => requireRight(rights, "write", "residents")).not.toThrow();
    const street = actor({ areas: [{ code: "500112013", role: "street" }] });
    expect(() => requireArea(street, "500112013", ["district"])).toThrow("no-right");
    expect(() => requireArea(street, "500112", ["district"])).toThrow("not-found");
  });
});

describe("where a write comes from", () => {
  const app = httpApp();
  app.post("/strict", (c) => {
    requireOwnOrigin({ publicUrl: "https://www.linli.example/x" }, c);
    return c.body(null, 204);
  });
  app.post("/open", (c) => {
    refuseForeignOrigin({}, c);
    return c.body(null, 204);
  });
  const status = async (path: string, headers: Record<string, string>) =>
    (await app.request(`http://office.local${path}`, { method: "POST", headers })).status;

  it("may be the public address or the one the request came to, with the scheme the gateway saw", async () => {
    expect(await status("/strict", { origin: "https://www.linli.example" })).toBe(204);
    expect(await status("/strict", { origin: "http://office.local" })).toBe(204);
    expect(await status("/strict", { origin: "https://office.local", "x-forwarded-proto": "https" })).toBe(204);
    expect(await status("/strict", { origin: "https://office.local" })).toBe(403);
    expect(await status("/strict", { origin: "http://office.local:81" })).toBe(403);
    expect(await status("/strict", {})).toBe(403);
  });

  it("may stay unsaid only where no cookie speaks for anybody", async () => {
    expect(await status("/open", {})).toBe(204);
    expect(await status("/open", { origin: "null" })).toBe(403);
    expect(await status("/open", { "sec-fetch-site": "same-site" })).toBe(403);
  });
});

describe("writing items together", () => {
  it("succeeds in the end when others write at the same time, and all or nothing", async () => {
    const { client, documents, engine } = openTestEngine({ conflicts: { rate: 0.3 } });
    await client.send(
      new CreateTableCommand({
        TableName: "items",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
        KeySchema: [
          { AttributeName: "pk", KeyType: "HASH" },
          { AttributeName: "sk", KeyType: "RANGE" },
        ],
      }),
    );
    const items = openItems(documents, "items");
    const one = { pk: "A#1", sk: "x" };
    expect(await items.write({ put: { ...one, n: 1 }, only: "absent" })).toBe(true);
    expect(await items.write({ put: { ...one, n: 2 }, only: "absent" }, { put: { pk: "A#2", sk: "x" } })).toBe(false);
    expect(await items.get({ pk: "A#2", sk: "x" })).toBeUndefined();
    expect(await items.write({ change: one, set: { n: 2, set: "named like a word of theirs" }, only: { n: 1 } })).toBe(
      true,
    );
    expect(await items.write({ change: one, set: { n: 3 }, only: { n: 1 } })).toBe(false);
    expect(await items.get(one)).toMatchObject({ n: 2 });
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => tryUpTo(items, { pk: "W#1", sk: "x" }, 7, 1000, 500)),
    );
    expect(answers.filter((ends) => ends === undefined)).toHaveLength(7);
    expect(new Set(answers.filter((ends) => ends !== undefined))).toEqual(new Set([1500]));
    await engine.close();
  });
});
