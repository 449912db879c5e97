import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createForm } from "../../../functions/form/app.ts";
import type { Deps } from "../../../functions/http/deps.ts";
import { cancelTicket, lineOf, readLine, takeTicket } from "../../../functions/sign-ups/line.ts";
import { settle } from "../../../functions/sign-ups/settle.ts";
import { COMMUNITY } from "../../support/api.ts";
import { openTestForms, type TestForms } from "../form/forms.ts";

let linli: TestForms;
beforeEach(async () => {
  linli = await openTestForms();
});
afterEach(() => linli.engine.close());

/** The same collaborators, but the record's transaction never arrives: the function died after the ticket. */
function dying(deps: Deps): Deps {
  const documents = new Proxy(deps.documents, {
    get: (target, key) =>
      key !== "send"
        ? Reflect.get(target, key)
        : (command: object) => {
            if (command.constructor.name === "TransactWriteCommand") throw new Error("the function was stopped");
            return Reflect.apply(Reflect.get(target, "send"), target, [command]);
          },
  });
  return { ...deps, documents };
}

const send = (app: ReturnType<typeof createForm>, code: string, body: Record<string, string>) =>
  app.request(`/f/${code}`, {
    method: "POST",
    body: new URLSearchParams(body).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });

describe("the line of arrivals", () => {
  test("450 arrivals at once get 450 tickets, each once, and asking again gives the first one", async () => {
    const tokens = Array.from({ length: 450 }, (_, index) => `t${index}`);
    await Promise.all(tokens.map((token) => takeTicket(linli.deps, "event", { token, party: 1 })));
    const line = lineOf(await readLine(linli.deps, "event"));
    expect(line.tickets.map(({ token }) => token).sort()).toEqual([...tokens].sort());
    await Promise.all(tokens.slice(0, 50).map((token) => takeTicket(linli.deps, "event", { token, party: 1 })));
    expect(lineOf(await readLine(linli.deps, "event"))).toEqual(line);
  });

  test("many machines that each serve a few give no ticket twice and lose none", async () => {
    const machines = Array.from(
      { length: 15 },
      (): Deps => ({
        ...linli.deps,
        documents: new Proxy(linli.deps.documents, { get: (target, key) => Reflect.get(target, key) }),
      }),
    );
    const tokens = Array.from({ length: 250 }, (_, index) => `t${index}`);
    const taken = tokens.map((token, index) => {
      const [machine = linli.deps, other = linli.deps] = [machines[index % 15], machines[(index + 1) % 15]];
      return Promise.all([machine, other].map((deps) => takeTicket(deps, "event", { token, party: 1 })));
    });
    for (const [index, lines] of (await Promise.all(taken)).entries()) {
      for (const line of lines) expect(lineOf(line).tickets.map(({ token }) => token)).toContain(`t${index}`);
    }
    const line = lineOf(await readLine(linli.deps, "event"));
    expect(line.tickets.map(({ token }) => token).sort()).toEqual([...tokens].sort());
  });

  test("a ticket given up twice at once is given up once", async () => {
    const line = await takeTicket(linli.deps, "event", { token: "a", party: 1 });
    await Promise.all([1, 2].map(() => cancelTicket(linli.deps, "event", line, "a")));
    const { shards } = await readLine(linli.deps, "event");
    expect(shards[0]?.cancelled).toEqual(["a"]);
  });
});

describe("an interruption between ticket and record", () => {
  test("is finished when the page is sent again, at the place in the line it had", async () => {
    const { id, code } = await linli.event({ capacity: 1 });
    const body = { ...(await linli.opened(code)), name: "先到", phone: "13800000001", consent: "1" };
    expect((await send(createForm(dying(linli.deps)), code, body)).status).toBe(500);
    const second = await linli.signUp(code, { name: "后到", phone: "13800000002" });
    expect((await linli.get(second.location)).text).toContain('data-state="waiting"');
    const again = await linli.post(`/f/${code}`, body);
    expect(again.status).toBe(303);
    expect((await linli.get(again.location)).text).toContain('data-state="ok"');
    expect(lineOf(await readLine(linli.deps, id)).tickets).toHaveLength(2);
  });

  test("is cleared away by the next reader after a minute, and whoever waits moves up", async () => {
    const { id, code } = await linli.event({ capacity: 1 });
    const body = { ...(await linli.opened(code)), name: "先到", phone: "13800000001", consent: "1" };
    await send(createForm(dying(linli.deps)), code, body);
    const second = await linli.signUp(code, { name: "后到", phone: "13800000002" });
    await settle(linli.deps, COMMUNITY, id);
    expect((await linli.get(second.location)).text).toContain('data-state="waiting"');
    linli.clock.now += 61_000;
    expect((await linli.get(second.location)).text).toContain('data-state="ok"');
    const late = await linli.post(`/f/${code}`, body);
    expect(late.status).toBe(422);
    const { token } = Object.fromEntries(
      [...late.text.matchAll(/name="(token)" value="([^"]+)"/g)].map((m) => [m[1], m[2]]),
    );
    linli.clock.now += 3_000;
    const fresh = await linli.post(`/f/${code}`, { ...body, token: token ?? "" });
    expect((await linli.get(fresh.location)).text).toContain('data-state="waiting"');
  });

  test("of a cancellation is finished by the next reader", async () => {
    const { id, code } = await linli.event({ capacity: 1 });
    const first = await linli.signUp(code, { name: "先到", phone: "13800000001" });
    const second = await linli.signUp(code, { name: "后到", phone: "13800000002" });
    const stopped: Deps = {
      ...linli.deps,
      documents: new Proxy(linli.deps.documents, {
        get: (target, key) =>
          key !== "send"
            ? Reflect.get(target, key)
            : (command: object) => {
                if (command.constructor.name === "UpdateCommand") throw new Error("the function was stopped");
                return Reflect.apply(Reflect.get(target, "send"), target, [command]);
              },
      }),
    };
    const cancel = await createForm(stopped).request(first.location, {
      method: "POST",
      body: "action=cancel",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(cancel.status).toBe(500);
    expect((await linli.get(first.location)).text).toContain('data-state="cancelled"');
    expect((await linli.get(second.location)).text).toContain('data-state="ok"');
    expect(lineOf(await readLine(linli.deps, id)).cancelled.size).toBe(1);
  });
});
