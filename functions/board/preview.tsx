/** @jsxImportSource hono/jsx */
import type { Content } from "../../shared/rules/publication/content.ts";
import type { Values } from "../../shared/schema/field.ts";
import type { Language } from "../../shared/schema/label.ts";
import type { Committee } from "../publications/committee.ts";
import { PublicationPage } from "./pages/PublicationPage.tsx";

export type Previewed = {
  readonly content: Content;
  readonly committee: Committee;
  /** Of the record: number, days and hash once it is posted. */
  readonly values: Values;
  readonly language: Language;
  readonly origin: string;
};

/** The page that residents see or will see, for those who approve it: the very same. */
export function publicationPage({ content, committee, values, language, origin }: Previewed): string {
  const base = `/c/${content.community}`;
  const { no, from, to, hash } = values;
  const posted =
    typeof no === "number" && typeof from === "string" && typeof to === "string" && typeof hash === "string"
      ? { no, from, to, hash }
      : undefined;
  const path = posted ? `${base}/${posted.no}` : base;
  const look = { language, big: false, kiosk: false, path, query: "" };
  return String(
    <PublicationPage
      look={look}
      base={base}
      committee={committee}
      content={content}
      origin={origin}
      {...(posted && { posted })}
    />,
  );
}
