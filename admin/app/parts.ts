/** The console's pages, each a file of its own (按页载入); asked for early, a page is there when it is to be shown. */
export const parts = {
  sheet: () => import("../records/SheetPage.tsx").then(({ SheetPage }) => ({ default: SheetPage })),
  home: () => import("../pages/HomePage.tsx").then(({ HomePage }) => ({ default: HomePage })),
  members: () => import("../pages/MembersPage.tsx").then(({ MembersPage }) => ({ default: MembersPage })),
  area: () => import("../pages/AreaPage.tsx").then(({ AreaPage }) => ({ default: AreaPage })),
} as const;

/** Has a page fetched ahead of its time. If that fails nobody is told: it is fetched again when it is opened. */
export function fetchAhead(part: keyof typeof parts): void {
  parts[part]().catch(() => undefined);
}
