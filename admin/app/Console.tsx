import CssBaseline from "@mui/material/CssBaseline";
import { type ReactNode, useCallback, useEffect, useMemo, useSyncExternalStore } from "react";
import {
  AdminContext,
  CoreAdminUI,
  CustomRoutes,
  LoadingPage,
  localStorageStore,
  Notification,
  Resource,
} from "react-admin";
import { Route } from "react-router-dom";
import { consoleWords } from "../../shared/words/console.ts";
import { Failure } from "../layout/Failure.tsx";
import { Frame } from "../layout/Frame.tsx";
import { NotFound } from "../layout/NotFound.tsx";
import { themes } from "../layout/theme.ts";
import { createAuthProvider } from "../providers/auth-provider.ts";
import type { CommunityView } from "../providers/contract.ts";
import { createDataProvider } from "../providers/data-provider.ts";
import type { Http } from "../providers/http.ts";
import { createI18nProvider } from "../providers/i18n-provider.ts";
import { whenIdle } from "../sheet/later.ts";
import { listInAddress } from "./address.ts";
import { currentLanguage, onLanguage } from "./language.ts";
import { isAbove } from "./me.ts";
import { notices } from "./notices.ts";
import type { Opened } from "./open-console.ts";
import { part } from "./part.tsx";
import { fetchAhead, parts } from "./parts.ts";
import { createWorkspace, WorkspaceContext } from "./workspace.ts";

// The page that is to be opened arrives while the frame around it is set up.
fetchAhead(listInAddress() === undefined ? "home" : "sheet");

const { sheet: SheetPage, home: HomePage, members: MembersPage, area: AreaPage } = parts;
const RetentionPage = part(() => import("../pages/RetentionPage.tsx").then((page) => page.RetentionPage));
const StreetPage = part(() => import("../street/StreetPage.tsx").then((page) => page.StreetPage));
const LedgerPage = part(() => import("../ledger/LedgerPage.tsx").then((page) => page.LedgerPage));
const SurveyResultsPage = part(() => import("../surveys/ResultsPage.tsx").then((page) => page.ResultsPage));
const SurveyDoorsPage = part(() => import("../surveys/DoorsPage.tsx").then((page) => page.DoorsPage));
const MeetingPage = part(() => import("../votes/MeetingPage.tsx").then((page) => page.MeetingPage));
const PublishingPage = part(() => import("../publications/PublishingPage.tsx").then((page) => page.PublishingPage));
const CoveragePage = part(() => import("../coverage/CoveragePage.tsx").then((page) => page.CoveragePage));
const RulesPage = part(() => import("../rules/RulesPage.tsx").then((page) => page.RulesPage));

type Props = Opened & {
  readonly http: Http;
  readonly community: CommunityView | undefined;
  readonly onCommunity: (code: string) => void;
};

const nowhere: CommunityView = { code: "", name: "", posts: [], roles: [], rights: [] };

/**
 * react-admin over one community: a resource for each list its member may read. The parts that `Admin` would put
 * together stand here one by one, because signing in happens on a page of its own and its forms would only be loaded.
 */
export function Console({ http, tabs, me, registers, messages, lists, community = nowhere, onCommunity }: Props) {
  const workspace = useMemo(
    () => createWorkspace({ http, tabs, me, community, registers, lists, language: currentLanguage, say: notices.say }),
    [http, tabs, me, community, registers, lists],
  );
  const providers = useMemo(
    () => ({
      authProvider: createAuthProvider(http, me),
      dataProvider: createDataProvider(workspace),
      i18nProvider: createI18nProvider(messages, registers),
      store: localStorageStore("1", `linli.${me.account}`),
    }),
    [http, me, workspace, messages, registers],
  );
  const language = useSyncExternalStore(onLanguage, currentLanguage);
  // One component for good: another would be another frame, and everything in it would begin anew.
  const layout = useCallback(
    (props: { readonly children: ReactNode }) => <Frame {...props} onCommunity={onCommunity} />,
    [onCommunity],
  );
  // Other children would make react-admin set up its pages anew, and a sheet would lose its sorting.
  const children = useMemo(
    () => [
      <CustomRoutes key="pages">
        <Route path="/today" element={<HomePage />} />
        <Route path="/members" element={<MembersPage />} />
        <Route path="/area" element={<AreaPage />} />
        <Route path="/street" element={<StreetPage />} />
        <Route path="/ledger/*" element={<LedgerPage />} />
        <Route path="/publishing/*" element={<PublishingPage />} />
        <Route path="/checks" element={<CoveragePage />} />
        <Route path="/rules/*" element={<RulesPage />} />
        <Route path="/meeting/:id" element={<MeetingPage />} />
        <Route path="/survey/:id" element={<SurveyResultsPage />} />
        <Route path="/survey/:id/doors" element={<SurveyDoorsPage />} />
        <Route path="/retention" element={<RetentionPage />} />
      </CustomRoutes>,
      ...registers.map((register) => (
        <Resource
          key={register.name}
          name={register.name}
          list={<SheetPage register={register} />}
          options={{ label: `resources.${register.name}.name` }}
        />
      )),
    ],
    [registers],
  );
  // Whoever is at home goes on to a list.
  useEffect(() => whenIdle(() => fetchAhead("sheet")), []);
  return (
    <WorkspaceContext.Provider value={workspace}>
      <AdminContext {...providers} darkTheme={null} theme={themes[language]}>
        <CssBaseline enableColorScheme />
        <CoreAdminUI
          disableTelemetry
          requireAuth
          title={consoleWords[language].product}
          layout={layout}
          dashboard={isAbove(me) ? StreetPage : HomePage}
          loading={LoadingPage}
          catchAll={NotFound}
          error={Failure}
        >
          {children}
        </CoreAdminUI>
        <Notification />
      </AdminContext>
    </WorkspaceContext.Provider>
  );
}
