import type { Http } from "./http.ts";

type Page = { readonly bytes: Uint8Array<ArrayBuffer>; readonly next: string | undefined };

/** All pages of a file that is too long for one answer, in order (RFC 8288, `rel=next`). */
export async function filePages(http: Http, first: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const pages: Uint8Array<ArrayBuffer>[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    const page: Page = await http<Page>("GET", path, { read: readPage });
    pages.push(page.bytes);
    path = page.next;
  }
  return pages;
}

// As bytes: text would lose the byte order mark.
const readPage = async (response: Response): Promise<Page> => ({
  bytes: new Uint8Array(await response.arrayBuffer()),
  next: /<([^>]+)>\s*;\s*rel="?next"?/.exec(response.headers.get("link") ?? "")?.[1],
});
