import { meetings as catalogue } from "../meetings/catalogue.gen.ts";
import type { MeetingKind } from "./meeting.ts";

/** Every kind of meeting of the product, by name. */
export const MEETINGS: ReadonlyMap<string, MeetingKind> = new Map(
  catalogue.map((kind: MeetingKind) => [kind.name, kind]),
);
