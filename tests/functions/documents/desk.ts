import { gapTitle } from "../../../shared/schema/coverage.ts";
import { type Answer, type AnswerBody, type Caller, openTestApi, type TestApi } from "../../support/api.ts";

type People = { clerk: Caller; other: Caller; director: Caller; secretary: Caller };

/** A committee at work: its people, and the short ways in which a test asks for things. */
export type Desk = TestApi & People;

export async function openDesk(): Promise<Desk> {
  const linli = await openTestApi();
  return Object.assign(linli, await people(linli));
}

async function people({ as }: TestApi): Promise<People> {
  return {
    clerk: await as(["clerk"], { name: "王文书" }),
    other: await as(["security"], { name: "赵治安" }),
    director: await as(["director"], { name: "李主任" }),
    secretary: await as(["secretary"], { name: "周书记" }),
  };
}

/** Sets the clock to a morning in the committee's own time; everybody signs in anew. */
export async function at(desk: Desk, day: string): Promise<void> {
  desk.clock.now = Date.parse(`${day}T09:00:00+08:00`);
  Object.assign(desk, await people(desk));
}

/** Adds records of a list and answers their ids, in order. */
export async function add(who: Caller, list: string, rows: readonly object[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += 100) {
    const patches = rows.slice(start, start + 100).map((values) => ({ values }));
    const { body } = await who("POST", `/registers/${list}/patches`, { patches });
    for (const row of body) {
      if (!row.id) throw new Error(`${list}: ${JSON.stringify(row)}`);
      ids.push(row.id);
    }
  }
  return ids;
}

export async function addOne(who: Caller, list: string, values: object): Promise<string> {
  const [id] = await add(who, list, [values]);
  if (id === undefined) throw new Error(list);
  return id;
}

/** A record that is to be refused: its columns and why. */
export async function refused(who: Caller, list: string, values: object): Promise<string[]> {
  return problems(await who("POST", `/registers/${list}/records`, { values }));
}

/** `column code` of everything that stands against what was asked. */
export function problems({ status, body }: Answer): string[] {
  if (status < 400) throw new Error(`Not refused: ${JSON.stringify(body)}`);
  return (body.fields ?? []).map(({ path, code }) => `${path} ${code}`);
}

export function move(who: Caller, list: string, id: string, name: string, values: object = {}, reason?: string) {
  return who("POST", `/registers/${list}/records/${id}/moves/${name}`, { values, ...(reason && { reason }) });
}

/** A move that is to be taken: the record's values after it. */
export async function moved(...asked: Parameters<typeof move>): Promise<AnswerBody["values"]> {
  const { status, body } = await move(...asked);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.values;
}

export async function grant(who: Caller, post: string, person: string, more: object = {}): Promise<string> {
  const { status, body } = await who("POST", "/posts/grant", { post, person, from: "2026-01-01", ...more });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
}

export type Check = {
  total: number;
  covered: number;
  percent: number | null;
  gaps: { title: string | { zh: string; en: string }; why: { zh: string; en: string }; due?: string }[];
};

/** What a check finds. */
export async function check(who: Caller, name: string): Promise<Check> {
  const { status, body } = await who("GET", `/coverage/${name}`);
  if (status !== 200) throw new Error(`${name} ${status}`);
  return body as unknown as Check;
}

export const gaps = ({ gaps }: Check) => gaps.map((gap) => `${gapTitle(gap, "zh")}: ${gap.why.zh}`);

export type Item = {
  group: string;
  title: string;
  due?: string;
  daysLate: number;
  register?: string;
  duty?: { name: string };
};

export async function today(who: Caller): Promise<Item[]> {
  const { body } = await who("GET", "/today");
  return (body as unknown as { items: Item[] }).items;
}

/** Periods of a duty that wait for somebody. */
export async function open(who: Caller, duty: string): Promise<string[]> {
  return (await today(who)).filter((item) => item.duty?.name === duty).map(({ title }) => title);
}

/** A number of the committee's own, in force from `from` on; null leaves it open. */
export async function decide({ director }: Desk, parameter: string, value: unknown, from: string): Promise<void> {
  const decision = { decision: "居民代表会议决定", decidedOn: "2026-05-20" };
  const { status, body } = await director("POST", `/rules/${parameter}`, { value, from, ...decision });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** Changes a record as it now stands. */
export async function edit(who: Caller, list: string, id: string, values: object): Promise<Answer> {
  const { version } = (await who("GET", `/registers/${list}/records/${id}`)).body;
  return who("PATCH", `/registers/${list}/records/${id}`, { values }, { "if-match": String(version) });
}
