import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Deps } from "../../../functions/http/deps.ts";

/** A worker that dies at its n-th transaction, before or after the database has made it true, and does nothing more. */
export function dyingAt(deps: Deps, transaction: number, when: "before" | "after"): Deps {
  return dying(deps, transaction, when, [TransactWriteCommand]);
}

/** The same at its n-th write of whatever kind. */
export function dyingAtWrite(deps: Deps, write: number, when: "before" | "after"): Deps {
  return dying(deps, write, when, [TransactWriteCommand, PutCommand, UpdateCommand, DeleteCommand]);
}

type Class = abstract new (...parameters: never) => unknown;

function dying(deps: Deps, nth: number, when: "before" | "after", counted: readonly Class[]): Deps {
  let count = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new Error("killed");
  };
  const documents = new Proxy(deps.documents, {
    get(target, key) {
      if (key !== "send") return Reflect.get(target, key);
      return async (command: Parameters<typeof target.send>[0]) => {
        if (isDead) die();
        const isNth = counted.some((one) => command instanceof one) && ++count === nth;
        if (isNth && when === "before") die();
        const answer = await target.send(command);
        if (isNth) die();
        return answer;
      };
    },
  });
  return { ...deps, documents };
}
