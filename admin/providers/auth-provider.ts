import type { AuthProvider } from "react-admin";
import type { Me } from "./contract.ts";
import { type Http, Problem } from "./http.ts";
import { goToSignIn } from "./sign-in.ts";

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
