import { goToSignIn } from "../providers/sign-in.ts";

/** Where the window lands that was opened to sign in again (回到原窗口). */
const LANDING = "#/signed-in";
const CHANNEL = "linli.session";

export const isLanding = (): boolean => window.location.hash === LANDING;

/** Opens the sign-in page in a window of its own; where none may be opened, in this one. */
export function openSignIn(): void {
  const address = `/auth/sign-in?to=${encodeURIComponent(`/admin/${LANDING}`)}`;
  if (!window.open(address, "linli-sign-in")) goToSignIn();
}

/** Tells the windows that wait, and goes, if the browser lets a page close itself. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage("in");
  channel.close();
  window.close();
}

export function onSignedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", listener);
  return () => channel.close();
}
