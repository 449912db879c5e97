import { type Client, takeUp } from "../../infra/local/demo/client.ts";
import { committeeOf } from "../../infra/local/demo/committee-records.ts";
import { importSheet } from "../../infra/local/demo/imports.ts";
import { addRecords, listRecords } from "../../infra/local/demo/records.ts";
import { addDays, dayOf } from "../../shared/rules/calendar.ts";
import { people, plainRows } from "../support/workbooks.ts";
import type { Member, Post, Scene, Site } from "./site.ts";

const AREA = "500100";
const PER_STREET = 20;
const PASSWORD = "correct horse battery";
const POSTS = ["director", "clerk", "cashier"] as const;
/** Communities that are set up at the same time. */
const AT_ONCE = 4;

type Wanted = {
  readonly baseUrl: string;
  readonly invite: (wanted: { area: string; name: string }) => Promise<{ url: string }>;
  readonly communities: number;
  /** Residents of each community, by its place. */
  readonly residentsOf: (place: number) => number;
  readonly log: (line: string) => void;
};

/** A district with its communities, each with staff, residents, money, open forms and a notice on the board. */
export async function settle({ baseUrl, invite, communities, residentsOf, log }: Wanted): Promise<Scene> {
  const { url } = await invite({ area: AREA, name: "区民政局" });
  const district = await takeUp(baseUrl, new URL(url).pathname, "district", PASSWORD);
  const today = dayOf(Date.now());
  const places = Array.from({ length: communities }, (_, place) => ({ place, ...placeOf(place) }));
  for (const street of new Set(places.map(({ street }) => street))) {
    await district.call("POST", `/api/areas/${AREA}/streets`, { code: street, name: `第 ${street.slice(-2)} 街道` });
  }
  const sites: Site[] = [];
  const waiting = [...places];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      await district.call("POST", `/api/areas/${AREA}/communities`, { code: one.code, name: one.name });
      sites[one.place] = await settleSite(baseUrl, district, one, residentsOf(one.place), today);
      if ((one.place + 1) % 10 === 0) log(`  ${one.place + 1} of ${communities} communities`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const client = (await district.call("POST", `/api/areas/${AREA}/clients`, { name: "load" })) as Record<
    string,
    string
  >;
  const { clientId = "", clientSecret = "" } = client;
  return { sites, today: () => dayOf(Date.now()), district: { area: AREA, clientId, clientSecret } };
}

function placeOf(place: number): { street: string; code: string; name: string } {
  const street = `${AREA}${String(1 + Math.floor(place / PER_STREET)).padStart(3, "0")}`;
  return {
    street,
    code: `${street}${String(1 + (place % PER_STREET)).padStart(3, "0")}`,
    name: `第 ${place + 1} 社区`,
  };
}

async function settleSite(
  baseUrl: string,
  district: Client,
  { code, name }: { code: string; name: string },
  residents: number,
  today: string,
): Promise<Site> {
  const { staff, clients } = await hire(baseUrl, district, code);
  const { clerk, director, cashier } = clients;
  const [committee = ""] = await addRecords(clerk, code, "committees", [committeeOf({ code, name }, "街道")]);
  const [organiser = ""] = await addRecords(clerk, code, "bodies", [{ name: `${name}居民委员会`, layer: "execution" }]);
  const numbers = { next: 0 };
  for (let start = 0; start < residents; start += 4_000) {
    const some = people(Math.min(4_000, residents - start), start);
    await importSheet(clerk, code, "residents", plainRows(some), () => {});
  }
  const [first] = await listRecords(clerk, code, "households");
  const listed = await listRecords(clerk, code, "residents");
  const form = async (kind: string, record: string) => {
    const opened = await clerk.call("POST", `/api/communities/${code}/forms`, { kind, record });
    return (opened as { code: string }).code;
  };
  const [event = ""] = await addRecords(clerk, code, "events", [eventOn(organiser, addDays(today, 12))]);
  const [survey = ""] = await addRecords(clerk, code, "surveys", [surveyUntil(addDays(today, 30))]);
  await endow(cashier, director, code, today);
  await publish(clerk, director, code, addDays(today, 20));
  return {
    code,
    staff,
    organiser,
    household: first?.id ?? "",
    residents: listed.map(({ id, version }) => ({ id, version })),
    forms: {
      signUp: await form("sign-up", event),
      survey: await form("survey", survey),
      opinion: await form("opinion", committee),
    },
    registers: new Map(),
    since: new Map(),
    next: () => {
      numbers.next += 1;
      return numbers.next;
    },
  };
}

/** The district appoints the director, and the director the others. */
async function hire(baseUrl: string, district: Client, code: string) {
  const staff: Partial<Record<Post, Member>> = {};
  const clients: Partial<Record<Post, Client>> = {};
  for (const post of POSTS) {
    const by = clients.director ?? district;
    const path = `/api/communities/${code}/invitations`;
    const invited = (await by.call("POST", path, { name: `${post} ${code.slice(-5)}`, posts: [post] })) as {
      path: string;
    };
    const login = `${post}-${code}`;
    const client = await takeUp(baseUrl, invited.path, login, PASSWORD);
    clients[post] = client;
    staff[post] = { login, password: PASSWORD, token: client.token };
  }
  return { staff: staff as Record<Post, Member>, clients: clients as Record<Post, Client> };
}

const eventOn = (organiser: string, day: string) => ({
  title: "周末卫生日",
  kind: "sanitation",
  organiser,
  target: ["everyone"],
  place: "居委会门前",
  gather: `${day}T08:30`,
  end: `${day}T10:30`,
  status: "open",
});

const surveyUntil = (day: string) => ({
  title: "社区食堂满意度",
  purpose: "改进社区食堂的菜品和服务",
  closes: `${day}T18:00`,
  questions: [
    { key: "been", text: "您去过社区食堂吗？", type: "one", options: "去过/没去过", required: true },
    { key: "wish", text: "还有什么建议？", type: "text" },
  ],
});

/** Money to spend from. */
async function endow(cashier: Client, director: Client, code: string, today: string): Promise<void> {
  const vouchers = `/api/communities/${code}/ledger/vouchers`;
  const { id } = (await cashier.call("POST", vouchers, {
    date: today,
    kind: "in",
    book: "bank",
    line: "office-fund",
    source: "1",
    summary: "街道拨付办公经费",
    amountFen: 100_000_000,
    documentKind: "receipt",
    documentNo: "SJ00000001",
    attachments: 1,
    handler: "经办人",
    witness: "证明人",
    counterparty: "街道办事处",
  })) as { id: string };
  await cashier.call("POST", `${vouchers}/${id}/submit`);
  await director.call("POST", `${vouchers}/${id}/approve`);
}

async function publish(clerk: Client, director: Client, code: string, to: string): Promise<void> {
  const path = `/api/communities/${code}/publications`;
  const notice = { kind: "notice", title: "冬季用电用火安全提示", body: "天气转冷，请检查取暖设备。", to };
  const { id } = (await clerk.call("POST", path, notice)) as { id: string };
  await clerk.call("POST", `${path}/${id}/submit`, {});
  await director.call("POST", `${path}/${id}/approve`, {});
  await clerk.call("POST", `${path}/${id}/post`, {});
}
