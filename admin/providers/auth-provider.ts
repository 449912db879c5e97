import type { AuthProvider } from "react-admin";
import type { Me } from "./contract.ts";
import { type Http, Problem } from "./http.ts";

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

/** react-admin's view of the session, which is a cookie that no script can read. */
export function createAuthProvider(http: Http, me: Me): AuthProvider {
  return {
    login: async () => goToSignIn(),
    async logout() {
      await http("POST", "/auth/sign-out", { body: {} }).catch(() => undefined);
      window.location.assign("/auth/sign-in");
      return false;
    },
    checkAuth: async () => undefined,
    async checkError(error: unknown) {
      if (error instanceof Problem && error.status === 401) goToSignIn();
    },
    getIdentity: async () => ({ id: me.account, fullName: me.name }),
    getPermissions: async () => [],
    canAccess: async () => true,
  };
}
