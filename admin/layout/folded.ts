const KEY = "linli.menu.folded";

/** The sections of the menu that were folded on this browser. */
export function foldedHeadings(): ReadonlySet<string> {
  return new Set((localStorage.getItem(KEY) ?? "").split("\n").filter((heading) => heading !== ""));
}

export function rememberFolded(heading: string, isFolded: boolean): void {
  const folded = new Set(foldedHeadings());
  if (isFolded) folded.add(heading);
  else folded.delete(heading);
  localStorage.setItem(KEY, [...folded].join("\n"));
}
