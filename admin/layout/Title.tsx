import { useEffect } from "react";
import { useDefaultTitle } from "react-admin";
import { useWorkspace } from "../app/workspace.ts";

/** Names the page on the browser's tab and in its history (页面标题): which page, of which community, in which product. */
export function Title({ title }: { readonly title: string }) {
  const { community } = useWorkspace();
  const product = useDefaultTitle();
  useEffect(() => {
    document.title = [title, community.name, product].filter((part) => typeof part === "string" && part).join(" · ");
  }, [title, community.name, product]);
  return null;
}
