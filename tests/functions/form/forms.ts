import type { Hono } from "hono";
import { createForm } from "../../../functions/form/app.ts";
import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import { type Caller, openTestApi, type TestApi } from "../../support/api.ts";

/** What residents and staff do with one event, on the real engine. */
export type TestForms = TestApi & {
  form: Hono;
  clerk: Caller;
  /** Another event with its open form. */
  event: (values?: Record<string, unknown>) => Promise<{ id: string; code: string }>;
  get: (path: string, headers?: Record<string, string>) => Promise<Page>;
  post: (path: string, body: Record<string, string> | string, options?: { address?: string }) => Promise<Page>;
  /** A page's hidden inputs, a few seconds after it was made. */
  opened: (code: string) => Promise<Record<string, string>>;
  /** Opens the page, waits, fills it in and sends it. */
  signUp: (code: string, entries: Record<string, string>) => Promise<Page>;
};

export type Page = { status: number; text: string; headers: Headers; location: string };

/** An orchard trip on 10 June for which sign-up closes two days before. */
export const TRIP = {
  title: "摘杏一日游",
  kind: "trip",
  gather: "2026-06-10T07:00",
  end: "2026-06-10T15:00",
  place: "社区服务站门口",
  target: ["elderly"],
  capacity: 40,
  stops: [
    { time: "07:00", place: "服务站", activity: "出发" },
    { time: "13:00", place: "杏园", activity: "采摘" },
  ],
};

export async function openTestForms(options: Partial<EngineOptions> = {}): Promise<TestForms> {
  const api = await openTestApi(options);
  const form = createForm(api.deps);
  // A session of seven days from here reaches to the day of the trip.
  api.clock.now = Date.parse("2026-06-03T10:00:00+08:00");
  const clerk = await api.as(["clerk"]);
  const get: TestForms["get"] = async (path, headers = {}) => pageOf(await form.request(path, { headers }));
  const post: TestForms["post"] = async (path, body, { address = "10.0.0.1" } = {}) => {
    const response = await form.request(
      path,
      {
        method: "POST",
        body: typeof body === "string" ? body : new URLSearchParams(body).toString(),
        headers: { "content-type": "application/x-www-form-urlencoded" },
      },
      { event: { requestContext: { http: { sourceIp: address } } } },
    );
    return pageOf(response);
  };
  const opened: TestForms["opened"] = async (code) => {
    const page = await get(`/f/${code}`);
    if (page.status !== 200) throw new Error(`The form answers ${page.status}`);
    api.clock.now += 3_000;
    return hiddenInputs(page.text);
  };
  return {
    ...api,
    form,
    clerk,
    get,
    post,
    opened,
    event: async (values = {}) => {
      const made = await clerk("POST", "/registers/events/records", { values: { ...TRIP, ...values } });
      if (made.status !== 201) throw new Error(`The event was refused: ${JSON.stringify(made.body)}`);
      const opening = await clerk("POST", "/forms", { kind: "sign-up", record: made.body.id });
      return { id: made.body.id, code: opening.body.code };
    },
    signUp: async (code, entries) => post(`/f/${code}`, { ...(await opened(code)), consent: "1", ...entries }),
  };
}

/** All hidden inputs of a page, the trap included: browsers send it back empty. */
export function hiddenInputs(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries([...inputs.map(([, name = "", value = ""]) => [name, value]), ["website", ""]]);
}

async function pageOf(response: Response): Promise<Page> {
  return {
    status: response.status,
    text: await response.text(),
    headers: response.headers,
    location: response.headers.get("location") ?? "",
  };
}
