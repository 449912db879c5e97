/** The list that the address of the console names (`#/residents?row=…`), or the name of another page; none at home. */
export function listInAddress(): string | undefined {
  return /^#\/([a-z][a-z-]*)/.exec(window.location.hash)?.[1];
}
