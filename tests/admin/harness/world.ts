import type { Linli } from "../../support/linli.ts";

/** Somebody who can sign in on the page, and whose session a test may use to prepare records. */
export type Person = {
  readonly login: string;
  readonly password: string;
  readonly call: <T>(method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<T>;
};

export type World = {
  readonly community: string;
  readonly district: Person;
  readonly director: Person;
  readonly clerks: readonly [Person, Person];
};

const AREA = "500100";
const STREET = "500100001";
const COMMUNITY = "500100001001";
const PASSWORD = "correct horse battery";

/** One community as real people would set it up: area account, street, community, director, two clerks. */
export async function settle(linli: Pick<Linli, "url" | "invoke">): Promise<World> {
  const first = (await linli.invoke("auth", { invite: { area: AREA, name: "District office" } })) as { path: string };
  const district = await takeUp(linli, first.path, "district");
  await district.call("POST", `/api/areas/${AREA}/streets`, { code: STREET, name: "First street" });
  await district.call("POST", `/api/areas/${AREA}/communities`, { code: COMMUNITY, name: "First community" });
  const invited = (by: Person, name: string, posts: string[]) =>
    by.call<{ path: string }>("POST", `/api/communities/${COMMUNITY}/invitations`, { name, posts });
  const director = await takeUp(linli, (await invited(district, "Zhou Min", ["director"])).path, "director");
  const one = await takeUp(linli, (await invited(director, "Li Hua", ["clerk"])).path, "clerk-one");
  const two = await takeUp(linli, (await invited(director, "Wang Fang", ["clerk"])).path, "clerk-two");
  return { community: COMMUNITY, district, director, clerks: [one, two] };
}

/** Somebody takes up an invitation. */
export async function takeUp(linli: Pick<Linli, "url">, path: string, login: string): Promise<Person> {
  const response = await fetch(linli.url + path, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: linli.url },
    body: new URLSearchParams({ login, password: PASSWORD, repeat: PASSWORD }).toString(),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (response.status !== 303 || !cookie) throw new Error(`${login}: ${response.status} ${await response.text()}`);
  return { login, password: PASSWORD, call: (...ask) => call(linli, cookie, ...ask) };
}

async function call<T>(
  linli: Pick<Linli, "url">,
  cookie: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(linli.url + path, {
    method,
    headers: {
      cookie,
      origin: linli.url,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
