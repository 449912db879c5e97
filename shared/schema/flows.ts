import { flows as catalogue } from "../flows/catalogue.gen.ts";
import type { Values } from "./field.ts";
import type { Flow } from "./flow.ts";
import type { Register } from "./register.ts";
import { registerNamed } from "./registers.ts";

/** Every flow of the product, by name. A definition that does not fit its list is told when it is loaded. */
export const FLOWS: ReadonlyMap<string, Flow> = new Map(catalogue.map((flow: Flow) => [flow.name, fitting(flow)]));

const byRegister = new Map<string, Flow[]>();
for (const flow of FLOWS.values()) byRegister.set(flow.register, [...(byRegister.get(flow.register) ?? []), flow]);

/** The flows that records of a list may follow. */
export function flowsOf(register: string): readonly Flow[] {
  return byRegister.get(register) ?? [];
}

/** The flow that a record with these values follows, if any. */
export function flowOf(register: string, values: Values): Flow | undefined {
  return flowsOf(register).find(({ when }) => when === undefined || when.in.includes(String(values[when.field] ?? "")));
}

/** The list whose records follow a flow. */
export function registerOfFlow({ name, register }: Flow): Register {
  const found = registerNamed(register);
  if (!found) throw new Error(`${name}: no list ${register}`);
  return found;
}

function fitting(flow: Flow): Flow {
  const register = registerOfFlow(flow);
  const state = register.fields[flow.state];
  if (state?.kind !== "code" || !state.byAction) throw new Error(`${flow.name}: ${flow.state} is no state`);
  const wordless = Object.keys(flow.states).find((name) => !Object.hasOwn(state.codes.codes, name));
  if (wordless !== undefined) throw new Error(`${flow.name}: no words for ${wordless}`);
  const named = [
    ...(flow.when ? [flow.when.field] : []),
    ...[flow.due, flow.on].flatMap((column) => column ?? []),
    ...Object.values(flow.moves).flatMap(({ takes = [], needs = [], on, by }) =>
      [...takes, ...needs, on, by].flatMap((column) => column ?? []),
    ),
    ...Object.values(flow.states).flatMap(({ due }) => (due?.from ? [due.from] : [])),
  ];
  const missing = named.find((column) => !register.fields[column]);
  if (missing !== undefined) throw new Error(`${flow.name}: no column ${missing}`);
  return flow;
}
