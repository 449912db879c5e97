import { createHash, hkdfSync } from "node:crypto";
import * as z from "zod/mini";
import { Refusal } from "../../shared/contract/refusal.ts";
import { canonicalJson } from "../../shared/rules/canonical-json.ts";
import { onceKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { sealBytesWith, unsealBytesWith } from "../keys/box.ts";
import { openItems } from "../store/items.ts";
import { type PlannedItem, transact, transactItem } from "../store/transact.ts";
import { again } from "./posts.ts";

/** A request with an `Idempotency-Key`: whose, under which key, and what it asks for. */
export type OnceRequest = { readonly account: string; readonly key: string; readonly asked: unknown };

/** What a request would write, and what is then answered. */
export type PlannedAnswer<T> = { readonly items: readonly PlannedItem[]; readonly answer: T };

/** How long a repeated request gets the first answer again. */
const REMEMBERED_MS = 24 * 3_600_000;

const onceItem = z.object({ asked: z.string(), box: z.string(), expiresAt: z.int() });

/**
 * Does what is planned and answers; under an `Idempotency-Key` (幂等键) once, whatever address the key comes to again:
 * the first answer to the same request, secrets included, and a refusal to another one. The answer is kept for a day,
 * sealed with a key that comes half from the caller's own: the table and our root key together do not open it.
 */
export async function answerOnce<T>(
  deps: Deps,
  request: OnceRequest | undefined,
  plan: () => Promise<PlannedAnswer<T>>,
): Promise<T> {
  if (!request) {
    return again(async () => {
      const { items, answer } = await plan();
      await transact(deps, items);
      return answer;
    });
  }
  const key = onceKey(hashed([request.account, request.key]));
  const asked = hashed(request.asked);
  const ours = (half: Buffer) => Buffer.from(hkdfSync("sha256", half, request.key, key.pk, 32));
  const named = async (id: string) => {
    const half = await deps.keys.named(id, "once");
    return half && ours(half);
  };
  return again(async () => {
    const found = await openItems(deps.documents, deps.tables.accounts).get(key);
    const before = found && onceItem.parse(found);
    if (before && before.expiresAt > deps.now()) {
      if (before.asked !== asked) throw new Refusal("key-reused");
      return JSON.parse((await unsealBytesWith(named, key.pk, before.box)).toString("utf8"));
    }
    const { items, answer } = await plan();
    const newest = await deps.keys.newest("once");
    const sealing = { id: newest.id, key: ours(newest.key) };
    const box = sealBytesWith(sealing, key.pk, Buffer.from(JSON.stringify(answer ?? null), "utf8"));
    const expiresAt = deps.now() + REMEMBERED_MS;
    const put = { ...key, asked, box, expiresAt, ttl: Math.ceil(expiresAt / 1000) };
    const only = before ? { expiresAt: before.expiresAt } : ("absent" as const);
    // Of two at the same moment the later one looks again and finds the answer of the other.
    const mark = { item: transactItem(deps.tables.accounts, { put, only }), refusal: () => new Refusal("stale") };
    await transact(deps, [mark, ...items]);
    return answer;
  });
}

const hashed = (value: unknown) => createHash("sha256").update(canonicalJson(value)).digest("base64url");
