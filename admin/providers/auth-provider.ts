import type { AuthProvider } from "react-admin";
import { forgetTyped } from "../records/unsaved-store.ts";
import type { Me } from "./contract.ts";
import type { Http } from "./http.ts";
import { goToSignIn } from "./sign-in.ts";

/** react-admin's view of the session, which is a cookie that no script can read. */
export function createAuthProvider(http: Http, me: Me): AuthProvider {
  return {
    login: async () => goToSignIn(),
    async logout() {
      await http("POST", "/auth/sign-out", { body: {} }).catch(() => undefined);
      forgetTyped([localStorage, sessionStorage]);
      window.location.assign("/auth/sign-in");
      return false;
    },
    checkAuth: async () => undefined,
    // The page itself asks to sign in again, and keeps what is on it.
    checkError: async () => undefined,
    getIdentity: async () => ({ id: me.account, fullName: me.name }),
    getPermissions: async () => [],
    canAccess: async () => true,
  };
}
