import type { RegisterView } from "../../admin/providers/contract.ts";
import type { Ask } from "./wire.ts";

export type Post = "director" | "clerk" | "cashier";

/** Somebody of the staff: how they sign in, and the token of their console. */
export type Member = { readonly login: string; readonly password: string; readonly token: string };

export type Known = { readonly id: string; version: number };

/** A community as those who work in it know it; actions keep it as it goes. */
export type Site = {
  readonly code: string;
  readonly staff: Readonly<Record<Post, Member>>;
  /** Residents that nobody works on at the moment. */
  readonly residents: Known[];
  readonly household: string;
  readonly organiser: string;
  readonly forms: Readonly<Record<"signUp" | "survey" | "opinion", string>>;
  /** What the console was told of the lists. */
  readonly registers: Map<string, RegisterView>;
  /** From where changes of a list are asked for. */
  readonly since: Map<string, string>;
  /** A number that nobody had before. */
  readonly next: () => number;
};

export type District = {
  readonly area: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The places where something is done, and the day on which. */
export type Scene = { readonly sites: readonly Site[]; readonly district: District; readonly today: () => string };

/** Something that people do: a few requests that belong together. */
export type Action = (ask: Ask, site: Site, scene: Scene) => Promise<void>;

export const communityPath = ({ code }: Site): string => `/api/communities/${code}`;
export const listPath = (site: Site, register: string): string => `${communityPath(site)}/registers/${register}`;
