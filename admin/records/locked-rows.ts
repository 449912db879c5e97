import type { Values } from "../../shared/schema/field.ts";
import type { RegisterView } from "../providers/contract.ts";

/** Whether the record's flow has locked it: then no cell of its row is typed in (已提交、已审批的行锁定). */
export function isLockedRow({ flows = [] }: RegisterView, values: Values | undefined): boolean {
  if (!values) return false;
  const flow = flows.find(({ when }) => when === undefined || when.in.includes(String(values[when.field] ?? "")));
  return flow?.locked.includes(String(values[flow.state] ?? "")) ?? false;
}
