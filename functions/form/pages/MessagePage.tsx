/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { Page } from "./Page.tsx";
import { PhoneLink } from "./PhoneLink.tsx";
import type { View } from "./view.ts";

export type MessagePageProps = {
  readonly view: View;
  readonly title: string;
  readonly text: string;
  readonly head?: string;
  /** The committee to ask, by phone. */
  readonly phone?: string | undefined;
  readonly children?: Child;
};

/** A page that only says something: closed, unknown, too many. */
export function MessagePage({ view, title, text, head, phone, children }: MessagePageProps) {
  return (
    <Page view={view} title={title} head={head} foot={phone ? <PhoneLink phone={phone} /> : null}>
      <section class="card">
        <h1>{title}</h1>
        <p>{text}</p>
        {children}
      </section>
    </Page>
  );
}
