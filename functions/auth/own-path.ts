/** Where to go after signing in: only a path of ours, never another site and never back to the door itself. */
export function ownPath(to: string | null | undefined): string {
  const start = "/admin/";
  if (!to || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(to)) return start;
  const url = new URL(to, "https://own.invalid");
  if (url.host !== "own.invalid" || url.pathname.startsWith("//") || url.pathname.startsWith("/auth/")) return start;
  return url.pathname + url.search + url.hash;
}
