/** Where to sign in, and to come back from. */
export function signInPath(): string {
  const { pathname, search, hash } = window.location;
  return `/auth/sign-in?to=${encodeURIComponent(pathname + search + hash)}`;
}

let leaving = false;

/** Leaves for the sign-in page, once, however many answers say that nobody is signed in. */
export function goToSignIn(): void {
  if (leaving) return;
  leaving = true;
  window.location.assign(signInPath());
}
