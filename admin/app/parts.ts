import { part } from "./part.tsx";

/** The console's pages, each a file of its own (按页载入); asked for early, a page is there when it is to be shown. */
export const parts = {
  sheet: part(() => import("../records/SheetPage.tsx").then(({ SheetPage }) => SheetPage)),
  home: part(() => import("../pages/HomePage.tsx").then(({ HomePage }) => HomePage)),
  members: part(() => import("../pages/MembersPage.tsx").then(({ MembersPage }) => MembersPage)),
  area: part(() => import("../pages/AreaPage.tsx").then(({ AreaPage }) => AreaPage)),
} as const;

/** Has a page fetched ahead of its time. If that fails nobody is told: it is fetched again when it is opened. */
export function fetchAhead(name: keyof typeof parts): void {
  void parts[name].fetchAhead();
}
