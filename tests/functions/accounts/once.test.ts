import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashOf, onceKey } from "../../../functions/guard/account-keys.ts";
import { openItems } from "../../../functions/store/items.ts";
import { canonicalJson } from "../../../shared/rules/canonical-json.ts";
import { aDistrict, COMMUNITY, DISTRICT, type District, type Staff } from "./a-district.ts";

let at: District;
beforeAll(async () => {
  at = await aDistrict();
});
afterAll(() => at.linli.close());

const send = async (who: Staff, path: string, key: string, json?: unknown, method?: string) => {
  const headers = { "idempotency-key": key };
  const answer = await at.ask(path, {
    cookie: who.cookie,
    headers,
    ...(json !== undefined && { json }),
    ...(method && { method }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
};
const CLIENTS = `/areas/${DISTRICT}/clients`;
const INVITATIONS = `/communities/${COMMUNITY}/invitations`;

describe("a request that comes again under its Idempotency-Key", () => {
  it("gets the first answer again, its secret included, and nothing happens twice", async () => {
    for (const [who, path, json] of [
      [at.district, CLIENTS, { name: "Bureau" }],
      [at.district, `/areas/${DISTRICT}/streets`, { code: "500112021", name: "Longxi" }],
      [at.district, `/areas/${DISTRICT}/invitations`, { name: "Second hand" }],
      [at.director, INVITATIONS, { name: "New clerk", posts: ["clerk"] }],
    ] as const) {
      const answers = await Promise.all([1, 2, 3].map(() => send(who, path, `first ${path}`, json)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    }
    const { clients } = await (await at.ask(CLIENTS, { cookie: at.district.cookie })).json();
    expect(clients.map(({ name }: { name: string }) => name)).toEqual(["Bureau"]);
    const secrets = `${CLIENTS}/${clients[0].clientId}/secrets`;
    const [one, two] = [await send(at.district, secrets, "more", {}), await send(at.district, secrets, "more", {})];
    expect([one.body.clientSecret, one.body.secrets]).toEqual([two.body.clientSecret, 2]);
    const gone = [1, 2].map(() => send(at.district, `${CLIENTS}/${clients[0].clientId}`, "gone", undefined, "DELETE"));
    expect((await Promise.all(gone)).map(({ status }) => status)).toEqual([204, 204]);
  });

  it("is refused when it asks for something else, at whatever address; another caller's key is another key", async () => {
    expect((await send(at.director, INVITATIONS, "mine", { name: "Anna" })).status).toBe(201);
    for (const [path, other] of [
      [INVITATIONS, { name: "Berta" }],
      [`/communities/${COMMUNITY}/accounts/${at.street.account}/invitations`, { secondStep: "drop" }],
    ] as const) {
      const refused = await send(at.director, path, "mine", other);
      expect([refused.status, refused.body.code]).toEqual([422, "key-reused"]);
    }
    expect((await send(at.street, INVITATIONS, "mine", { name: "Berta" })).status).toBe(201);
  });

  it("is remembered for a day, sealed: the table shows no secret", async () => {
    const { body } = await send(at.district, CLIENTS, "a day", { name: "Day" });
    const key = onceKey(hashOf(canonicalJson([at.district.account, "a day"])));
    const kept = await openItems(at.linli.deps.documents, "accounts").get(key);
    expect(kept).toBeDefined();
    expect(JSON.stringify(kept)).not.toContain(body.clientSecret);
    expect(JSON.stringify(kept)).not.toContain("a day");
    at.linli.clock.now += 25 * 3_600_000;
    const cookie = await at.session(at.district.account);
    const next = await send({ ...at.district, cookie }, CLIENTS, "a day", { name: "Day" });
    expect([next.status, next.body.clientId === body.clientId]).toEqual([201, false]);
  });
});
