import * as z from "zod/mini";
import { validation } from "../errors.ts";

const schema = z.object({ tableId: z.number(), after: z.number(), at: z.number() });

/** A place in a stream: behind which record, and when the place was given out. */
export type ShardPlace = z.infer<typeof schema>;

export const writeIterator = (place: ShardPlace): string => Buffer.from(JSON.stringify(place)).toString("base64url");

export function readIterator(text: string): ShardPlace {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch {
    throw validation("Invalid ShardIterator");
  }
}
