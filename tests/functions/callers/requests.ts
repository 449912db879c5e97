import { type Caller, COMMUNITY } from "../../support/api.ts";
import type { Action, Rig } from "../faults/rig.ts";
import { type Asked, DISTRICT, STREET } from "./callers.ts";

/** A request, and the same sent by whom the action was made ready for. */
export type Held = { readonly asked: Asked; readonly own: () => Promise<{ status: number }> };

/** The request an action would send, with everything made ready for it, and not sent; absent where a resident acts. */
export async function requestOf(action: Action, rig: Rig): Promise<Held | undefined> {
  let isReady = false;
  let held: Held | undefined;
  const holding =
    (caller: Caller): Caller =>
    async (method, path, body, headers) => {
      if (!isReady || method === "GET") return caller(method, path, body, headers);
      const asked = { method, path: `/api/communities/${COMMUNITY}${path}`, body, ...(headers && { headers }) };
      held = { asked, own: () => caller(method, path, body, headers) };
      return { status: 200, body: {} as never, headers: new Headers() };
    };
  const staff = ["clerk", "deputy", "director", "secretary", "cashier", "accountant", "council", "street"] as const;
  const callers = Object.fromEntries(staff.map((name) => [name, holding(rig[name])]));
  const ready = await action.ready({ ...rig, ...callers, as: async (posts, who) => holding(await rig.as(posts, who)) });
  if (!action.covers.some((name) => !name.startsWith("form ") && name !== "opinion rate")) return undefined;
  isReady = true;
  await ready.ask("the request");
  return held;
}

/** A route of the table with its parts put in, and what is sent there. */
export type Put = readonly [route: string, parts?: Readonly<Record<string, string>>, body?: unknown];

export function askedOf([route, parts = {}, body]: Put): Asked {
  const [method = "", template = ""] = route.replace(/ \(.*\)$/, "").split(" ");
  const known: Readonly<Record<string, string>> = { c: COMMUNITY, ...parts };
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name] ?? `no-${name}`));
  return { method, path: /^\/(openapi.json|me|areas|communities)/.test(path) ? `/api${path}` : path, body };
}

/** What stands for each part of a route's template in an address; absent where the address is of another route. */
export function partsOf(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const pattern = template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^/api${pattern}$`).exec(path)?.groups;
}

const EVENT = "/communities/{c}/events/{id}";
const SURVEY = "/communities/{c}/surveys/{id}";
const LIST = "/communities/{c}/registers/{r}";
/** What else is asked of the things that an action has been made ready for, by a route it covers. */
export const BESIDE: Readonly<Record<string, readonly (readonly [route: string, body?: unknown])[]>> = {
  [`${EVENT}/to-phone/{signUpId}/done`]: [
    [`GET ${EVENT}/lists/bus`],
    [`GET ${EVENT}/lists/bus.html`],
    [`POST ${EVENT}/lists/insurance`, { reason: "Insurance of the trip" }],
    [`GET ${EVENT}/to-phone`],
  ],
  [`${SURVEY}/publish`]: [
    [`GET ${SURVEY}/results`],
    [`POST ${SURVEY}/recount`],
    [`GET ${SURVEY}/results.xlsx`],
    [`GET ${SURVEY}/answers.xlsx`],
  ],
  [`${SURVEY}/doors`]: [[`GET ${SURVEY}/doors`]],
  [`${LIST}/records/{id}`]: [[`GET ${LIST}/records/{id}`], [`GET ${LIST}/records/{id}/history`]],
  [`${LIST}/records/{id}/moves/{move}`]: [[`GET ${LIST}/records/{id}/moves`]],
  "/communities/{c}/posts/grant": [
    ["POST /communities/{c}/posts/grant (director)", { account: "new", post: "director", from: "2026-01-01" }],
  ],
  [`${LIST}/imports/{id}`]: [[`GET ${LIST}/imports/{id}`], [`GET ${LIST}/imports/{id}/rows`]],
  "/communities/{c}/ledger/imports/{id}": [["GET /communities/{c}/ledger/imports/{id}"]],
  "/communities/{c}/publications/{id}/submit": [
    ["GET /communities/{c}/publications/{id}"],
    ["GET /communities/{c}/publications/{id}/page"],
  ],
  "/communities/{c}/meetings/{id}/attendance": [["GET /communities/{c}/meetings/{id}"]],
  "/communities/{c}/votes/{id}/open": [["GET /communities/{c}/votes/{id}"]],
};

/** A community with somebody in it, and what is asked there that no action covers. */
export async function plainRequests(rig: Rig): Promise<readonly Put[]> {
  const add = async (register: string, values: object) => {
    const { status, body } = await rig.director("POST", `/registers/${register}/records`, { values });
    if (status !== 201) throw new Error(`${register}: ${JSON.stringify(body)}`);
    return body.id;
  };
  const group = await add("groups", { no: 1 });
  const dwelling = await add("dwellings", { building: "1", room: "101", use: "self", group });
  const household = await add("households", { no: "H1", dwelling, kind: "family" });
  const resident = await add("residents", {
    name: "赵一",
    sex: "2",
    birth: "1949-12-31",
    household,
    relation: "02",
    live: "here",
    idNo: "11010519491231002X",
    consistency: "unverified",
  });
  const questions = [{ key: "say", text: "Anything else?", type: "text" }];
  const survey = await add("surveys", { title: "Survey", questions });
  await rig.clerk("POST", "/forms", { kind: "survey", record: survey });
  const columns = { columns: [{ header: "名称" }] };
  const { id: rows } = (await rig.clerk("POST", "/registers/bodies/imports", columns)).body;
  const invited = await rig.director("POST", "/invitations", { name: "Somebody" });
  const { account } = invited.body as unknown as { account: string };
  await rig.director("POST", "/posts/grant", { account, post: "clerk", from: "2026-01-01" });
  const district = await rig.as([], { account: "the-district", areas: [{ code: DISTRICT, role: "district" }] });
  const client = await district("POST", `/api/areas/${DISTRICT}/clients`, { name: "Program" });
  const { clientId } = client.body as unknown as { clientId: string };
  const [area, list] = ["/areas/{area}", "/communities/{c}/registers/{r}"];
  const since = async (r: string) => {
    const page = (await rig.director("GET", `/registers/${r}/records`)).body;
    return [`GET ${list}/changes?since=${encodeURIComponent(page.since)} (${r})`, { r }] as const;
  };
  const sealed = { field: "idNo", reason: "To compare it" };
  const [inStreet, inDistrict] = [{ area: STREET }, { area: DISTRICT }];
  const lists = [
    "bodies",
    "residents",
    "committees",
    "vouchers",
    "votes",
    "pay-sheets",
    "maternity-services",
    "census-sheets",
    "errands",
  ];
  const inCommunity = [
    ...[
      "registers",
      "accounts",
      "coverage",
      "forms",
      "history.ndjson",
      "retention",
      "rules",
      "today",
      "publications/chain",
    ],
    ...[
      "journal?book=cash&month=2026-05",
      "days?month=2026-05",
      "months",
      "receipts",
      "restricted-funds",
      "task-funds",
    ].map((page) => `ledger/${page}`),
    ...["vouchers", "lines", "balance?date=2026-05-31", "chain"].map((page) => `ledger/${page}`),
  ];
  return [
    ["GET /openapi.json"],
    ["GET /me"],
    [`GET ${area}`, inStreet],
    [`PUT ${area}`, inStreet, { name: "Garden Street" }],
    [`GET ${area}/streets`, inDistrict],
    [`GET ${area}/communities`, inStreet],
    [`POST ${area}/streets`, inDistrict, { code: "500100009", name: "New Street" }],
    [`POST ${area}/communities`, inStreet, { code: `${STREET}009`, name: "New community" }],
    [`GET ${area}/today`, inStreet],
    [`GET ${area}/tasks`, inStreet],
    [`GET ${area}/major-spending`, inStreet],
    [`GET ${area}/clients`, inDistrict],
    [`POST ${area}/clients`, inDistrict, { name: "Another" }],
    [`POST ${area}/clients/{id}/secrets`, { ...inDistrict, id: clientId }],
    [`DELETE ${area}/clients/{id}`, { ...inDistrict, id: clientId }],
    [`POST ${area}/invitations`, inStreet, { name: "Somebody" }],
    ["POST /communities/{c}/accounts/{account}/invitations", { account }, {}],
    ["GET /communities/{c}/coverage/{check}", { check: "stations" }],
    ["GET /communities/{c}/ledger/months/{month}", { month: "2026-05" }],
    ["GET /communities/{c}/ledger/years/{year}", { year: "2026" }],
    ["GET /communities/{c}/rules/{name}", { name: "meetings.quorum" }],
    [
      "POST /communities/{c}/rules/calculations/{name}",
      { name: "quorum" },
      { values: { vote: "representatives", due: 55 } },
    ],
    ["GET /communities/{c}/surveys/{id}/texts/{question}", { id: survey, question: "say" }],
    ...inCommunity.map((page): Put => [`GET /communities/{c}/${page}`]),
    ...lists.map((r): Put => [`GET ${list}/records (${r})`, { r }]),
    ...["bodies", "residents"].flatMap((r): Put[] =>
      ["export.xlsx", "export.csv"].map((what) => [`GET ${list}/${what} (${r})`, { r }]),
    ),
    await since("bodies"),
    await since("residents"),
    [`POST ${list}/reveal`, { r: "residents" }, { ...sealed, ids: [resident] }],
    [`POST ${list}/records/{id}/reveal`, { r: "residents", id: resident }, sealed],
    [`PUT ${list}/imports/{id}/rows`, { r: "bodies", id: rows }, { rows: [{ row: 2, cells: ["School"] }], last: true }],
  ];
}
