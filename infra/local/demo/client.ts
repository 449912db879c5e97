/** What the seeding asks of a running installation: the same calls that people and scripts make. */
export type Client = {
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
  readonly token: string;
};

/** A script's way in with a Bearer token. A refusal is a fault of the demo and says so. */
export function clientWith(baseUrl: string, token: string): Client {
  const call: Client["call"] = async (method, path, body, headers = {}) => {
    const isFile = body instanceof Uint8Array;
    const response = await fetch(baseUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "accept-language": "zh",
        ...(body !== undefined && !isFile && { "content-type": "application/json" }),
        ...headers,
      },
      // A copy in a plain ArrayBuffer, which is what fetch's type wants of bytes.
      ...(body !== undefined && { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text === "" ? undefined : JSON.parse(text);
  };
  return { call, token };
}

/** Takes up an invitation as its person would, and makes a token for scripts in the session that follows. */
export async function takeUp(baseUrl: string, path: string, login: string, password: string): Promise<Client> {
  const cookie = await postForm(baseUrl, path, { login, password, repeat: password });
  const response = await fetch(`${baseUrl}/auth/tokens`, {
    method: "POST",
    headers: { cookie, origin: baseUrl, "content-type": "application/json" },
    body: JSON.stringify({ label: "demo" }),
  });
  if (!response.ok) throw new Error(`No token for ${login}: ${response.status} ${await response.text()}`);
  const { token } = (await response.json()) as { token: string };
  return clientWith(baseUrl, token);
}

/** Posts a page's form and gives the session cookie that comes back. */
async function postForm(baseUrl: string, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const response = await fetch(baseUrl + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin: baseUrl, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields),
  });
  if (response.status !== 303) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
  return (response.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";
}
