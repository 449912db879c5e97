import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { consoleWords } from "../../shared/words/console.ts";
import { createHttp, newId, Problem } from "../providers/http.ts";
import { createRepeats } from "../providers/repeats.ts";
import { goToSignIn } from "../providers/sign-in.ts";
import { currentLanguage } from "./language.ts";
import { line } from "./line.ts";
import { chosenCommunity, rememberCommunity } from "./me.ts";
import { type Opened, openConsole } from "./open-console.ts";
import { isLanding, tellSignedIn } from "./signed-in.ts";

const http = createHttp({
  fetch: (input, init) => fetch(input, init),
  language: currentLanguage,
  onSignedOut: line.ended,
  onReach: line.met,
  repeats: createRepeats(sessionStorage, newId),
});

/** Both begin at once and side by side; whoever is not signed in is sent on without waiting for the console. */
const arriving = isLanding() ? undefined : import("./Console.tsx").then(({ Console }) => ({ default: Console }));
const Console = lazy(() => arriving ?? new Promise<never>(() => undefined));
let opening: Promise<Opened> | undefined = isLanding() ? undefined : openConsole(http, undefined);
// Whether it failed is asked below, when there is a page to say it on.
opening?.catch(() => undefined);

/** Finds out who is signed in and opens one of their communities; without a session it leaves for the sign-in page. */
export function App() {
  return isLanding() ? <SignedIn /> : <Opening />;
}

function Opening() {
  const [opened, setOpened] = useState<Opened | "opening" | "failed">("opening");
  const open = useCallback(async (wanted?: string) => {
    setOpened("opening");
    try {
      const first = opening;
      opening = undefined;
      const [next] = await Promise.all([first ?? openConsole(http, wanted), arriving]);
      setOpened(next);
    } catch (error) {
      if (error instanceof Problem && error.status === 401) goToSignIn();
      else setOpened("failed");
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
        <button type="button" onClick={() => window.location.reload()}>
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

/** In the window that was opened to sign in again: says so to the one that waits, and closes. */
function SignedIn() {
  useEffect(tellSignedIn, []);
  return <div className="linli-splash">{consoleWords[currentLanguage()].line.signedIn}</div>;
}
