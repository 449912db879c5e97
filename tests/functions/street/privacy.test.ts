import { beforeAll, describe, expect, test } from "vitest";
import { openApiDocument } from "../../../functions/api/openapi.ts";
import { AREA_ROLES, type Role } from "../../../shared/guard/roles.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";
import { type Caller, COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

const STREET = COMMUNITY.slice(0, 9);
/** Words that stand in lists of residents alone. Whoever reads one has read a person. */
const NAMES = ["赵隐一", "钱隐二", "孙隐三", "李隐四", "周隐五"];
const SECRETS = [...NAMES, "110105194912310", "13800138", "隐私事由", "隐私答复", "隐私收款人", "花生过敏"];

let linli: TestApi;
let street: Caller;
/** What stands for the parts of an address: ids that are there, of every kind. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  linli = await openTestApi();
  street = await linli.as([], { areas: [{ code: STREET, role: "street" }] });
  const clerk = await linli.as(["clerk"]);
  const director = await linli.as(["director"]);
  const cashier = await linli.as(["cashier"], { name: "Cashier" });
  const add = async (who: Caller, register: string, values: object) => {
    const made = await who("POST", `/registers/${register}/records`, { values });
    if (made.status !== 201) throw new Error(`${register}: ${JSON.stringify(made.body)}`);
    ids[register] = made.body.id;
    return made.body.id;
  };
  const group = await add(clerk, "groups", { no: 1 });
  const dwelling = await add(clerk, "dwellings", { building: "1", room: "101", use: "self", group, owner: NAMES[1] });
  const household = await add(clerk, "households", { no: "H1", dwelling, kind: "family" });
  const person = { name: NAMES[0], sex: "1", birth: "1949-12-31", household, relation: "02", live: "here" };
  const idNo = "11010519491231002X";
  const resident = await add(director, "residents", {
    ...person,
    idNo,
    sex: "2",
    phone: "13800138000",
    consistency: "unverified",
  });
  await add(director, "service-targets", { resident, kind: "alone-old", from: "2026-01-01" });
  const event = await add(clerk, "events", {
    title: "Trip",
    kind: "trip",
    gather: "2026-06-20T08:00",
    end: "2026-06-20T15:00",
    place: "Gate",
    capacity: 20,
  });
  await add(clerk, "sign-ups", { event, name: NAMES[2], phone: "13800138001", channel: "phone", health: "花生过敏" });
  const parties = [{ name: NAMES[3], phone: "13800138002", role: "reporter" }];
  const opinion = await add(clerk, "cases", { type: "opinion", cause: "隐私事由", parties });
  await clerk("POST", `/registers/cases/records/${opinion}/moves/classify`, { values: { addressee: ["town"] } });
  await clerk("POST", `/registers/cases/records/${opinion}/moves/answer`, { values: { answer: "隐私答复" } });
  await add(clerk, "cases", { type: "supervision", cause: "隐私事由", parties });
  await add(clerk, "tasks", { title: "Census", department: "statistics" });
  await add(cashier, "vouchers", {
    date: "2026-06-01",
    kind: "out",
    book: "cash",
    amountFen: 1000,
    line: "relief",
    source: "1",
    summary: `慰问 ${NAMES[4]}`,
    counterparty: "隐私收款人",
    documentKind: "receipt",
    documentNo: "1",
    handler: "Li",
    witness: "Wang",
  });
  const post = await director("POST", "/posts/grant", { person: "Cashier", post: "cashier", from: "2026-01-01" });
  ids.posts = post.body.id;
  await director("POST", "/handovers", { post: ids.posts, ended: "2026-06-30", endReason: "term" });
  // Everything has become late enough to climb.
  linli.clock.now = Date.parse("2026-08-01T09:00:00+08:00");
  street = await linli.as([], { areas: [{ code: STREET, role: "street" }] });
});

/** Lists at which writing is tried: of residents, one that the street moves, and one that it grants. */
const WRITTEN = ["residents", "handovers", "posts"];

/** Every address of the staff API that its document and its router know, with ids that are there put in. */
function addresses(): { method: string; path: string }[] {
  const documented = Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path: `/api${path}` })),
  );
  const routed = linli.api.routes
    .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
    .map(({ method, path }) => ({ method, path: path.replace(/:(\w+)(\{[^}]*\})?/g, "{$1}") }));
  const all = new Map([...documented, ...routed].map((one) => [`${one.method} ${one.path}`, one]));
  return [...all.values()].flatMap(({ method, path }) => {
    const isReading = method === "GET" || path.endsWith("/reveal");
    const lists = path.includes("{r}") ? (isReading ? [...REGISTERS.keys()] : WRITTEN) : [""];
    return lists.map((list) => ({ method, path: filled(path, list) }));
  });
}

function filled(path: string, list: string): string {
  const known: Readonly<Record<string, string>> = { c: COMMUNITY, area: STREET, r: list };
  const place = (name: string) => {
    if (path.includes("/events/")) return ids.events;
    if (path.includes("/posts/")) return ids.posts;
    return ids[list] ?? ids[name];
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? place(name) ?? "1"));
}

/** Bodies that a route might take for its own. */
function bodiesOf(path: string): readonly object[] {
  if (path.endsWith("/reveal"))
    return [{ reason: "a reason", field: "idNo", ...(!path.includes("/records/") && { ids: ["1"] }) }];
  if (path.includes("/registers/")) return [path.endsWith("/patches") ? { patches: [{ values: {} }] } : { values: {} }];
  return [{}, { values: {} }, { reason: "a reason" }];
}

describe("a street account", () => {
  test("reads no resident, no sealed and no restricted column by any address of the interface, and breaks nothing", async () => {
    const all = addresses();
    expect(all.length).toBeGreaterThan(200);
    const told: string[] = [];
    const broken: string[] = [];
    for (const { method, path } of all) {
      for (const body of method === "GET" || method === "DELETE" ? [undefined] : bodiesOf(path)) {
        const answer = await street(method, path, body, { "if-match": "1", "accept-language": "zh" });
        const text =
          answer.body instanceof Uint8Array ? Buffer.from(answer.body).toString("latin1") : JSON.stringify(answer.body);
        if (SECRETS.some((secret) => text.includes(secret))) told.push(`${method} ${path}`);
        if (answer.status >= 500) broken.push(`${method} ${path}: ${answer.status}`);
      }
    }
    expect(told).toEqual([]);
    expect(broken).toEqual([]);
  }, 60_000);

  test("the same addresses tell the director, so that the words are looked for where they are", async () => {
    const director = await linli.as(["director"]);
    const found = new Set<string>();
    for (const list of ["residents", "sign-ups", "cases", "vouchers", "dwellings"]) {
      const text = JSON.stringify((await director("GET", `/registers/${list}/records`)).body);
      for (const secret of SECRETS) if (text.includes(secret)) found.add(secret);
    }
    expect(NAMES.filter((name) => !found.has(name))).toEqual([]);
  });

  test("its lists hold no sealed and no restricted column, today and by definition", async () => {
    const { body } = await street("GET", "/registers");
    const lists = body.registers.map(({ name }) => name);
    const { read }: Role = AREA_ROLES.street;
    expect(lists.sort()).toEqual([...REGISTERS.keys()].filter((name) => read !== "all" && read.includes(name)).sort());
    for (const name of lists) {
      const columns = Object.entries(REGISTERS.get(name)?.fields ?? {});
      expect(columns.filter(([, { sealed }]) => sealed).map(([key]) => `${name}.${key}`)).toEqual([]);
    }
    expect(lists).not.toEqual(expect.arrayContaining(["residents"]));
    for (const { fields } of body.registers) {
      expect(Object.values(fields).filter((field) => (field as { restricted?: string }).restricted)).toEqual([]);
    }
  });
});
