import { expect, test } from "vitest";
import { openApiDocument } from "../../../functions/api/openapi.ts";
import { effectOf } from "../../../functions/flows/effects.ts";
import { FLOWS } from "../../../shared/schema/flows.ts";
import { ACTIONS } from "./actions/all.ts";

/** Requests that write nothing but a note that somebody looked, or can be asked as often as one likes by what they are. */
const NOTHING_TO_LOSE = new Set([
  "post /communities/{c}/registers/{r}/records/{id}/reveal",
  "post /communities/{c}/registers/{r}/reveal",
  "post /communities/{c}/events/{id}/lists/insurance",
  "post /communities/{c}/rules/calculations/{name}",
  "post /communities/{c}/surveys/{id}/recount",
]);
/** What writes by itself. A consequence that only looks, or hands its items to the move's transaction, is moved as any. */
const WRITES = /\b(commit|transact|writeTogether|putItem|updateItem|deleteItem|\w+Record|send)\(/;

const covered = new Set(ACTIONS.flatMap(({ covers }) => covers));

test("every request of the API that writes is killed between its steps, or it is said why it need not be", () => {
  const writing = Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => method !== "get")
      .map((method) => `${method} ${path}`),
  );
  const known = (route: string) => covered.has(route) || NOTHING_TO_LOSE.has(route);
  expect(writing.filter((route) => !known(route))).toEqual([]);
  const routes = new Set(writing);
  const named = [...NOTHING_TO_LOSE, ...[...covered].filter((name) => name.includes("/"))];
  expect(named.filter((route) => !routes.has(route))).toEqual([]);
});

test("every move with a path of its own, and every move whose consequence writes by itself, is killed between its steps", () => {
  const moves = [...FLOWS.values()].flatMap((flow) =>
    Object.keys(flow.moves).map((move) => ({
      name: `${flow.name} ${move}`,
      own: flow.path !== undefined,
      writes: WRITES.test(String(effectOf(flow, move) ?? "").replace(/\b(get|held|required?)Record\(/g, "")),
    })),
  );
  const left = moves.filter(({ name }) => !covered.has(name));
  expect(left.filter(({ own, writes }) => own || writes).map(({ name }) => name)).toEqual([]);
  const names = new Set(moves.map(({ name }) => name));
  const named = [...covered].filter((name) => !/\/|^form /.test(name));
  expect(named.filter((name) => !names.has(name))).toEqual([]);
});
