import { useEffect } from "react";
import { Layout, type LayoutProps, useNotify } from "react-admin";
import { notices } from "../app/notices.ts";
import { NavigationMenu } from "./NavigationMenu.tsx";
import { TOP_BAR, TopBar } from "./TopBar.tsx";
import { UnsavedGuard } from "./UnsavedGuard.tsx";

type Props = LayoutProps & { readonly onCommunity: (code: string) => void };

const filling = {
  minWidth: "0 !important",
  "& .RaLayout-appFrame": { mt: `${TOP_BAR}px !important`, minHeight: "auto" },
  "& .RaLayout-content": {
    p: "0 !important",
    minWidth: 0,
    height: `calc(100dvh - ${TOP_BAR}px)`,
    overflow: "auto",
  },
  "@media print": {
    "& .RaLayout-appFrame": { mt: "0 !important" },
    "& .RaLayout-content": { height: "auto", overflow: "visible" },
    "& .MuiAppBar-root, & .RaSidebar-root, & .MuiDrawer-root": { display: "none !important" },
  },
};

/** Bar, menu and page (框架). */
export function Frame({ onCommunity, ...props }: Props) {
  useNotices();
  return (
    <>
      <UnsavedGuard />
      <Layout
        {...props}
        appBarAlwaysOn
        appBar={() => <TopBar onCommunity={onCommunity} />}
        menu={NavigationMenu}
        sx={filling}
      />
    </>
  );
}

function useNotices(): void {
  const notify = useNotify();
  useEffect(() => notices.subscribe((text) => notify(text, { type: "warning", autoHideDuration: 15_000 })), [notify]);
}
