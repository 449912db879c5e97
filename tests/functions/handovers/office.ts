import { type Caller, COMMUNITY, openTestApi, type TestApi } from "../../support/api.ts";

export const STREET = COMMUNITY.slice(0, 9);
const KEPT_OPEN = { seals: "公章 1 枚", books: "现金账 1 本", assets: "电脑 2 台", files: "12 盒" };
/** A list with something, or a word for nothing, of every kind. */
export const LIST = { ...KEPT_OPEN, cashFen: 31_250, openCases: "无", accounts: "对公账户 1 个" };
export const AUDIT = { auditor: "街道财政所", auditReport: "审 2026-6" };

export type Held = { readonly account: string; readonly post: string; readonly call: Caller };
export type Office = TestApi & {
  readonly street: Caller;
  /** Somebody with an account, and a post granted as it is granted in real life. */
  readonly holding: (by: Caller, name: string, post: string, more?: object) => Promise<Held>;
  readonly move: (who: Caller, id: string, name: string, values?: object, reason?: string) => ReturnType<Caller>;
};

/** A community with a street office above it; nobody holds a post yet. */
export async function anOffice(): Promise<Office> {
  const linli = await openTestApi();
  const street = await linli.as([], { name: "Street office", areas: [{ code: STREET, role: "street" }] });
  let count = 0;
  const holding: Office["holding"] = async (by, name, post, more = {}) => {
    count += 1;
    const account = `holder-${count}`;
    const call = await linli.as([], { name, account });
    const granted = await by("POST", "/posts/grant", { account, post, from: "2020-01-01", ...more });
    if (granted.status !== 201) throw new Error(JSON.stringify(granted.body));
    return { account, post: granted.body.id, call };
  };
  const move: Office["move"] = (who, id, name, values, reason) =>
    who("POST", `/registers/handovers/records/${id}/moves/${name}`, {
      ...(values && { values }),
      ...(reason !== undefined && { reason }),
    });
  return { ...linli, street, holding, move };
}
