import { type ReactNode, Suspense, useEffect, useRef } from "react";
import { Loading, Sidebar, useNotify, useTranslate } from "react-admin";
import { useLocation } from "react-router-dom";
import { notices } from "../app/notices.ts";
import { Boundary } from "./Boundary.tsx";
import { Failure } from "./Failure.tsx";
import { LineBanners } from "./LineBanners.tsx";
import { NavigationMenu } from "./NavigationMenu.tsx";
import { SignInAgain } from "./SignInAgain.tsx";
import { TopBar } from "./TopBar.tsx";
import { UnsavedGuard } from "./UnsavedGuard.tsx";
import { useLine } from "./use-line.ts";

type Props = { readonly children: ReactNode; readonly onCommunity: (code: string) => void };

/** Bar, menu and page (框架). */
export function Frame({ children, onCommunity }: Props) {
  useNotices();
  const { pathname } = useLocation();
  const page = useRef<HTMLDivElement>(null);
  const { session } = useLine();
  return (
    <div className="linli-frame">
      <UnsavedGuard />
      {session === "ended" ? <SignInAgain /> : null}
      <SkipLink onSkip={() => page.current?.focus()} />
      <TopBar onCommunity={onCommunity} />
      <main className="linli-main">
        <Sidebar appBarAlwaysOn>
          <NavigationMenu />
        </Sidebar>
        <div className="linli-beside">
          <LineBanners />
          <div ref={page} className="linli-page" id="main-content" tabIndex={-1}>
            <Boundary place={pathname} broken={<Failure />}>
              <Suspense fallback={<Loading />}>{children}</Suspense>
            </Boundary>
          </div>
        </div>
      </main>
    </div>
  );
}

/** The first stop of the keyboard: past bar and menu to the page. */
function SkipLink({ onSkip }: { readonly onSkip: () => void }) {
  const translate = useTranslate();
  return (
    <button type="button" className="linli-skip" onClick={onSkip}>
      {translate("ra.navigation.skip_nav")}
    </button>
  );
}

function useNotices(): void {
  const notify = useNotify();
  useEffect(() => notices.subscribe((text) => notify(text, { type: "warning", autoHideDuration: 15_000 })), [notify]);
}
