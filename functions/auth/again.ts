import type { Context } from "hono";
import type { FieldProblem } from "../../shared/contract/refusal.ts";
import type { Account } from "../guard/account-items.ts";
import type { Deps } from "../http/deps.ts";
import { sourceAddress } from "../http/origin.ts";
import { isSecondStep } from "./second-step.ts";
import { checkLogin } from "./sign-in.ts";

/** Names of the inputs in which somebody signed in proves once more who they are. */
export type AgainInputs = { readonly password: string; readonly code: string };

/** The problem with the password that somebody signed in gives once more (再次验证); tries count as at the door. */
export async function wrongPassword(
  deps: Deps,
  c: Context,
  { login = "" }: Account,
  form: URLSearchParams,
  input: string,
): Promise<FieldProblem | undefined> {
  const given = { login, password: form.get(input) ?? "", address: sourceAddress(c) };
  return (await checkLogin(deps, given)) ? undefined : { path: input, code: "wrong-password" };
}

/** The same with every step that the door asks for. Password first: a code is used up only along with the right one. */
export async function wrongSteps(
  deps: Deps,
  c: Context,
  account: Account,
  form: URLSearchParams,
  inputs: AgainInputs,
): Promise<FieldProblem[]> {
  const problem = await wrongPassword(deps, c, account, form, inputs.password);
  if (problem) return [problem];
  if (account.totp === "" || (await isSecondStep(deps, account, form.get(inputs.code) ?? ""))) return [];
  return [{ path: inputs.code, code: "wrong-code" }];
}
