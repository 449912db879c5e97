import { createApi } from "../../../functions/api/app.ts";
import { openSession } from "../../../functions/auth/sessions.ts";
import { readAccount } from "../../../functions/guard/actor.ts";
import { anAreaAccount, anInstallation, type Call, call, takeUp } from "../auth/installation.ts";

export const DISTRICT = "500112";
export const STREET = "500112013";
export const COMMUNITY = "500112013004";
export const NEIGHBOUR = "500112013005";

export type Staff = {
  readonly account: string;
  readonly cookie: string;
  readonly login: string;
  /** Of an invitation that has not been taken up. */
  readonly path?: string;
};
export type District = Awaited<ReturnType<typeof aDistrict>>;

/** A district with a street and two communities, set up as a district sets them up, and the accounts for it. */
export async function aDistrict() {
  const linli = await anInstallation();
  const api = createApi(linli.deps);
  const ask = (path: string, given: Call = {}) => call(api, `/api${path}`, given);
  const district: Staff = await anAreaAccount(linli, DISTRICT, "district");
  const { cookie } = district;
  await ask(`/areas/${DISTRICT}`, { cookie, json: { name: "Yubei" }, method: "PUT" });
  await ask(`/areas/${DISTRICT}/streets`, { cookie, json: { code: STREET, name: "Longta" } });
  for (const code of [COMMUNITY, NEIGHBOUR]) {
    await ask(`/areas/${DISTRICT}/communities`, { cookie, json: { code, name: `Community ${code.slice(-1)}` } });
  }
  const invited = await (await ask(`/areas/${STREET}/invitations`, { cookie, json: { name: "Street office" } })).json();
  const street: Staff = { account: invited.account, login: "street", ...(await takeUp(linli, invited.path, "street")) };

  /** A session of an account, without the slow work of checking a password. */
  const session = async (id: string) => {
    const account = await readAccount(linli.deps, id);
    if (!account) throw new Error(`there is no account ${id}`);
    return `__Host-session=${await openSession(linli.deps, account, "")}`;
  };
  /** Somebody with posts in a community, invited by whoever may, and signed in. */
  const member = async (by: Staff, login: string, posts: readonly string[], community = COMMUNITY): Promise<Staff> => {
    const json = { name: `Name of ${login}`, posts };
    const answer = await ask(`/communities/${community}/invitations`, { cookie: by.cookie, json });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    const { account, path } = await answer.json();
    return { account, login, path, cookie: await session(account) };
  };
  const director = await member(street, "director", ["director"]);
  const grant = (by: Staff, account: string | undefined, post: string, more: object = {}, community = COMMUNITY) =>
    ask(`/communities/${community}/posts/grant`, {
      cookie: by.cookie,
      json: { account, post, from: "2026-11-24", ...more },
    });
  const end = (by: Staff, id: string, more: object = {}) =>
    ask(`/communities/${COMMUNITY}/posts/${id}/end`, {
      cookie: by.cookie,
      json: { until: "2026-11-24", endReason: "resign", ...more },
    });
  return { linli, ask, district, street, director, member, session, grant, end };
}
