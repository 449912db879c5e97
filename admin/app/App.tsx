import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { consoleWords } from "../../shared/words/console.ts";
import { createHttp, Problem } from "../providers/http.ts";
import { goToSignIn } from "../providers/sign-in.ts";
import { currentLanguage } from "./language.ts";
import { chosenCommunity, rememberCommunity } from "./me.ts";
import { type Opened, openConsole } from "./open-console.ts";

const http = createHttp({
  fetch: (input, init) => fetch(input, init),
  language: currentLanguage,
  onSignedOut: goToSignIn,
});

/** Both begin at once and side by side; whoever is not signed in is sent on without waiting for the console. */
const arriving = import("./Console.tsx").then(({ Console }) => ({ default: Console }));
const Console = lazy(() => arriving);
let opening: Promise<Opened> | undefined = openConsole(http, undefined);
// Whether it failed is asked below, when there is a page to say it on.
opening.catch(() => undefined);

/** Finds out who is signed in and opens one of their communities; without a session it leaves for the sign-in page. */
export function App() {
  const [opened, setOpened] = useState<Opened | "opening" | "failed">("opening");
  const [community, setCommunity] = useState<string>();
  const open = useCallback(async (wanted?: string) => {
    setOpened("opening");
    try {
      const first = opening;
      opening = undefined;
      setOpened(await (first ?? openConsole(http, wanted)));
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
