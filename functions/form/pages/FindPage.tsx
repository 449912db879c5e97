/** @jsxImportSource hono/jsx */
import { formWords } from "../../../shared/words/form.ts";
import { Page } from "./Page.tsx";
import { Question } from "./Question.tsx";
import { sentFrom, type View } from "./view.ts";

export type FindPageProps = { readonly view: View; readonly entered?: URLSearchParams; readonly notFound?: boolean };

/** Looks a sign-up up by the code printed on its receipt and the phone's last digits; a wrong pair says no more. */
export function FindPage({ view, entered = new URLSearchParams(), notFound = false }: FindPageProps) {
  const words = formWords[view.language];
  const { find } = words;
  const common = (name: string) => ({ name, words, value: entered.get(name) ?? "", required: true });
  return (
    <Page view={view} title={find.title} switches={!notFound}>
      <form class="card" method="post" action={sentFrom({ ...view, path: "/r/find" })}>
        <h1>{find.title}</h1>
        <p>{find.text}</p>
        {notFound ? (
          <p class="wrong" role="alert">
            {find.notFound}
          </p>
        ) : null}
        <Question {...common("code")} label={find.code} max={20} wrong={undefined} />
        <Question {...common("last")} label={find.lastDigits} kind="number" max={4} wrong={undefined} />
        <button type="submit">{find.submit}</button>
      </form>
    </Page>
  );
}
