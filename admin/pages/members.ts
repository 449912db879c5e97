/** Somebody with an account in the community, as the staff API tells it. */
export type Member = {
  readonly account: string;
  readonly name: string;
  readonly login?: string;
  readonly state: "invited" | "active";
  readonly posts: readonly { readonly id: string; readonly post: string; readonly inForce: boolean }[];
};

/** Rights of whom some posts may be granted and ended; the server decides which. */
export const GRANTING = ["grantPosts", "grantDirector", "write"];
