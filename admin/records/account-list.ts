import type { Member } from "../pages/members.ts";
import type { RecordView, RegisterView } from "../providers/contract.ts";
import type { Http } from "../providers/http.ts";
import { createRecordList, type RecordList } from "./record-list.ts";

/** Accounts of a community, read as a list of their own, so that other lists can show whose they are. */
export const accountsRegister: RegisterView = {
  name: "accounts",
  label: { zh: "", en: "" },
  title: ["name"],
  fields: { name: { kind: "text", label: { zh: "", en: "" } } },
  rights: { read: true, write: false, import: false, export: false, reveal: false, forms: false },
};

/** An account stands in the list of posts by its id: shown as login name to whoever may see accounts, else left out. */
export function withAccountNames(registers: readonly RegisterView[], mayName: boolean): readonly RegisterView[] {
  return registers.map((register) => {
    const { account, ...fields } = register.fields;
    if (register.name !== "posts" || !account) return register;
    if (!mayName) return { ...register, fields };
    const named = { kind: "reference", to: accountsRegister.name, label: account.label, byAction: true } as const;
    // In its own place among the columns.
    return { ...register, fields: { ...register.fields, account: named } };
  });
}

export function createAccountList(http: Http, community: string): RecordList {
  const read = async (): Promise<readonly RecordView[]> => {
    const { accounts } = await http<{ accounts: readonly Member[] }>("GET", `${community}/accounts`);
    return accounts.map(({ account, name, login }) => ({
      id: account,
      version: 1,
      values: { name: login ?? name },
      updatedAt: "",
      updatedBy: "",
    }));
  };
  // The one answer there is serves as the only page, and as what changed.
  const ask = async (_method: string, path: string): Promise<unknown> =>
    path.includes("/changes")
      ? { changes: await read(), since: "", more: false }
      : { records: await read(), since: "" };
  return createRecordList(ask as Http, community, accountsRegister.name);
}
