import { randomBytes } from "node:crypto";
import { type Client, takeUp } from "./client.ts";
import { AREA, EMPTY, OTHERS, type Place, POPULATED, STREETS } from "./places.ts";
import { type Staff, staffOf } from "./staff.ts";

export type Invite = (wanted: { area: string; name: string }) => Promise<{ url: string }>;

/** Somebody of the demo with everything a script needs to act as them. */
export type Member = Staff & { readonly password: string; readonly client: Client };

export type People = {
  readonly district: Client;
  readonly members: readonly Member[];
  /** Directors of the communities that have but a handful of records. They are nobody to sign in as. */
  readonly directors: readonly { readonly place: Place; readonly client: Client }[];
};

const NAMES = {
  first: ["周建民", "何晓慧", "吴秀珍", "郑海燕", "冯德明", "秦玉兰", "曹国华"],
  empty: ["许文斌", "唐雨桐", "宋丽娟", "罗志刚", "蒋素芬", "夏正荣", "丁秋生"],
} as const;

/** The district, its streets and communities, and everybody who works there, invited as in real use. */
export async function makePeople(baseUrl: string, invite: Invite): Promise<People> {
  const { url } = await invite({ area: AREA.code, name: `${AREA.name}民政局` });
  const secret = password();
  const district = await takeUp(baseUrl, new URL(url).pathname, "district", secret);
  const office: Member = {
    community: POPULATED.code,
    login: "district",
    name: `${AREA.name}民政局`,
    posts: ["district"],
    label: { zh: `${AREA.name}民政局（区级统计）`, en: "District office (statistics)" },
    password: secret,
    client: district,
  };
  await district.call("PUT", `/api/areas/${AREA.code}`, { name: AREA.name });
  for (const street of STREETS) await district.call("POST", `/api/areas/${AREA.code}/streets`, street);
  for (const place of [POPULATED, EMPTY, ...OTHERS]) {
    await district.call("POST", `/api/areas/${AREA.code}/communities`, place);
  }
  const street = STREETS[0];
  const members = [
    ...(await committee(baseUrl, district, POPULATED, "guihua", NAMES.first)),
    ...(await committee(baseUrl, district, EMPTY, "yinxing", NAMES.empty)),
    await invited(baseUrl, district, `/api/areas/${street.code}/invitations`, {
      community: POPULATED.code,
      login: "qingxi-street",
      name: `${street.name}办事处`,
      posts: ["street"],
      label: { zh: `${street.name}办事处`, en: `Street office, ${street.code}` },
    }),
    office,
  ];
  const directors = await Promise.all(
    OTHERS.map(async (place) => {
      const [staff] = staffOf(place, place.code, [`${place.name}主任`]);
      if (!staff) throw new Error("A committee has a director");
      const path = `/api/communities/${place.code}/invitations`;
      return { place, client: (await invited(baseUrl, district, path, staff, staff.posts)).client };
    }),
  );
  return { district, members, directors };
}

/** The district appoints the director; the director appoints the others. */
async function committee(
  baseUrl: string,
  district: Client,
  place: Place,
  prefix: string,
  names: readonly string[],
): Promise<Member[]> {
  const path = `/api/communities/${place.code}/invitations`;
  const [first, ...others] = staffOf(place, prefix, names);
  if (!first) throw new Error("A committee has a director");
  const director = await invited(baseUrl, district, path, first, first.posts);
  const members = [director];
  for (const other of others) members.push(await invited(baseUrl, director.client, path, other, other.posts));
  return members;
}

async function invited(
  baseUrl: string,
  by: Client,
  path: string,
  staff: Staff,
  posts?: readonly string[],
): Promise<Member> {
  const answer = (await by.call("POST", path, { name: staff.name, ...(posts && { posts }) })) as { path: string };
  const secret = password();
  return { ...staff, password: secret, client: await takeUp(baseUrl, answer.path, staff.login, secret) };
}

/** Passwords are new in each installation, so that a demo on an office network is not an open door. */
function password(): string {
  return randomBytes(24).toString("base64url").replace(/[-_]/g, "").slice(0, 14);
}
