import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import type { TranslationMessages } from "react-admin";
import { consoleWords } from "../../shared/words/console.ts";
import { inMenuOrder } from "../layout/menu-order.ts";
import type { Me, RegisterView } from "../providers/contract.ts";
import { createHttp, Problem } from "../providers/http.ts";
import { goToSignIn } from "../providers/sign-in.ts";
import { withAccountNames } from "../records/account-list.ts";
import { currentLanguage } from "./language.ts";
import { chosenCommunity, readMe, rememberCommunity } from "./me.ts";
import { messagesIn } from "./messages.ts";

/** Starts to arrive while the server is asked who is signed in; whoever is not, is sent on without waiting for it. */
const arriving = import("./Console.tsx").then(({ Console }) => ({ default: Console }));
const Console = lazy(() => arriving);

const http = createHttp({
  fetch: (input, init) => fetch(input, init),
  language: currentLanguage,
  onSignedOut: goToSignIn,
});

type Opened = { readonly me: Me; readonly registers: readonly RegisterView[]; readonly messages: TranslationMessages };

/** Finds out who is signed in and opens one of their communities; without a session it leaves for the sign-in page. */
export function App() {
  const [opened, setOpened] = useState<Opened | "opening" | "failed">("opening");
  const [community, setCommunity] = useState<string>();
  const open = useCallback(async (wanted?: string) => {
    setOpened("opening");
    try {
      setOpened(await openConsole(wanted));
      setCommunity(wanted);
    } catch (error) {
      if (!(error instanceof Problem && error.status === 401)) setOpened("failed");
    }
  }, []);
  useEffect(() => void open(), [open]);

  const choose = useCallback(
    (code: string) => {
      rememberCommunity(code);
      window.location.hash = "#/";
      void open(code);
    },
    [open],
  );

  const words = consoleWords[currentLanguage()];
  if (opened === "opening") return <div className="linli-splash">{words.opening}</div>;
  if (opened === "failed") {
    return (
      <div className="linli-splash" role="alert">
        {words.cannotOpen}
        <button type="button" onClick={() => void open(community)}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  const chosen = chosenCommunity(opened.me);
  return (
    <Suspense fallback={<div className="linli-splash">{words.opening}</div>}>
      <Console key={chosen?.code ?? ""} http={http} {...opened} community={chosen} onCommunity={choose} />
    </Suspense>
  );
}

async function openConsole(wanted: string | undefined): Promise<Opened> {
  const [me, messages] = await Promise.all([readMe(http), messagesIn(currentLanguage())]);
  if (wanted) rememberCommunity(wanted);
  const chosen = chosenCommunity(me);
  const path = chosen && `/api/communities/${chosen.code}/registers`;
  const read = path ? (await http<{ registers: RegisterView[] }>("GET", path)).registers : [];
  const mayName = chosen?.rights.includes("invite") === true;
  return { me, registers: inMenuOrder(withAccountNames(read, mayName)), messages };
}
