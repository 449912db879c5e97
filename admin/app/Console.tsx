import { lazy, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import {
  Admin,
  CustomRoutes,
  type LayoutProps,
  localStorageStore,
  type RaThemeOptions,
  Resource,
  type TranslationMessages,
} from "react-admin";
import { Route } from "react-router-dom";
import type { Language } from "../../shared/schema/label.ts";
import { consoleWords } from "../../shared/words/console.ts";
import { Frame } from "../layout/Frame.tsx";
import { theme, themeIn } from "../layout/theme.ts";
import { createAuthProvider } from "../providers/auth-provider.ts";
import type { CommunityView, Me, RegisterView } from "../providers/contract.ts";
import { createDataProvider } from "../providers/data-provider.ts";
import type { Http } from "../providers/http.ts";
import { createI18nProvider } from "../providers/i18n-provider.ts";
import { currentLanguage, onLanguage } from "./language.ts";
import { notices } from "./notices.ts";
import { createWorkspace, WorkspaceContext } from "./workspace.ts";

const SheetPage = lazy(() => import("../records/SheetPage.tsx").then(({ SheetPage: page }) => ({ default: page })));
const HomePage = lazy(() => import("../pages/HomePage.tsx").then(({ HomePage: page }) => ({ default: page })));

const MembersPage = lazy(() => import("../pages/MembersPage.tsx").then((page) => ({ default: page.MembersPage })));
const AreaPage = lazy(() => import("../pages/AreaPage.tsx").then((page) => ({ default: page.AreaPage })));

type Props = {
  readonly http: Http;
  readonly me: Me;
  readonly registers: readonly RegisterView[];
  readonly messages: TranslationMessages;
  readonly community: CommunityView | undefined;
  readonly onCommunity: (code: string) => void;
};

const nowhere: CommunityView = { code: "", name: "", posts: [], roles: [], rights: [] };

/** react-admin over one community: a resource for each list its member may read. */
export function Console({ http, me, registers, messages, community = nowhere, onCommunity }: Props) {
  const workspace = useMemo(
    () =>
      createWorkspace({ http, me, community, registers, language: currentLanguage, say: (text) => notices.say(text) }),
    [http, me, community, registers],
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
  const layout = useCallback((props: LayoutProps) => <Frame {...props} onCommunity={onCommunity} />, [onCommunity]);
  // Other children would make react-admin set up its pages anew, and a sheet would lose its sorting.
  const children = useMemo(
    () => [
      <CustomRoutes key="pages">
        <Route path="/members" element={<MembersPage />} />
        <Route path="/area" element={<AreaPage />} />
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
  return (
    <WorkspaceContext.Provider value={workspace}>
      <Admin
        {...providers}
        disableTelemetry
        requireAuth
        darkTheme={null}
        theme={useTheme(language)}
        loginPage={false}
        title={consoleWords[language].product}
        layout={layout}
        dashboard={HomePage}
      >
        {children}
      </Admin>
    </WorkspaceContext.Provider>
  );
}

function useTheme(language: Language): RaThemeOptions {
  const [current, setCurrent] = useState(theme);
  useEffect(() => void themeIn(language).then(setCurrent), [language]);
  return current;
}
