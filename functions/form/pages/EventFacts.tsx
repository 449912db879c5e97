/** @jsxImportSource hono/jsx */
import type { Fact } from "../../sign-ups/event-facts.ts";

/** When, where and what: an event as a list of facts. */
export function EventFacts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(({ label, lines }) => (
        <>
          <dt>{label}</dt>
          <dd>{lines.length === 1 ? lines[0] : lines.map((line) => <div key={line}>{line}</div>)}</dd>
        </>
      ))}
    </dl>
  );
}
