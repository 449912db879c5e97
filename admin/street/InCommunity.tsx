import { type ReactNode, useMemo } from "react";
import { notices } from "../app/notices.ts";
import { createWorkspace, useWorkspace, WorkspaceContext } from "../app/workspace.ts";

/** Everything inside works in another community that the account covers (在该社区内办理), with the rights it has there. */
export function InCommunity({ code, children }: { readonly code: string; readonly children: ReactNode }) {
  const { http, me, registers, tabs, language } = useWorkspace();
  const community = me.communities.find((one) => one.code === code);
  const workspace = useMemo(
    () =>
      community &&
      createWorkspace({ http, me, tabs, community, registers, lists: new Map(), language, say: notices.say }),
    [http, me, tabs, community, registers, language],
  );
  return workspace ? <WorkspaceContext.Provider value={workspace}>{children}</WorkspaceContext.Provider> : null;
}
