import type { Values } from "../schema/field.ts";
import { AREA_ROLES, BY_NAME_ONLY, POST_ROLES, READ_BY_NAME, type Right, type Role } from "./roles.ts";

export type AreaRole = { readonly code: string; readonly role: "street" | "district" | "client" };

/** What somebody may do in one community (权限): the union of what their posts and area roles give. */
export type Rights = {
  /** Codes of the posts in force. */
  readonly posts: readonly string[];
  /** Area roles that cover the community. */
  readonly roles: readonly string[];
  readonly can: (right: Right, register?: string) => boolean;
  /** Whether a column marked `restricted` with this name is there for them at all. */
  readonly restricted: (name: string) => boolean;
  /** Whether a record of a list they may read is there for them: any, or only what names a post of their own. */
  readonly sees: (register: string, values: Values) => boolean;
  /** Nobody without any right learns that the community exists. */
  readonly isNobody: boolean;
};

/** Rights asked of one list; the others belong to the community as a whole. */
const OF_LISTS = new Set<Right>(["read", "write", "import", "export", "reveal", "forms"]);

/** The rights that posts in force and the area roles covering the community give together. */
export function rightsOf(
  posts: readonly string[],
  areaRoles: readonly AreaRole["role"][] = [],
  /** Records of the posts in force. */
  held: readonly string[] = [],
): Rights {
  const roles = [
    ...posts.map((post) => (Object.hasOwn(POST_ROLES, post) ? POST_ROLES[post] : undefined)),
    ...areaRoles.map((role) => (role === "client" ? undefined : AREA_ROLES[role])),
  ].filter((role) => role !== undefined);
  return {
    posts,
    roles: areaRoles,
    can: (right, register) => roles.some((role) => allows(role, right, register)),
    restricted: (name) => roles.some((role) => role.restricted === "all" || role.restricted.includes(name)),
    sees: (register, values) =>
      roles.some((role) => {
        const column = role.own?.[register];
        const named = column === undefined ? undefined : values[column];
        return allows(role, "read", register) && (column === undefined || held.some((id) => id === named));
      }),
    isNobody: roles.length === 0,
  };
}

/** Whether an area role reaches a community, street or district: its own code and everything below. */
export function covers(area: AreaRole, code: string): boolean {
  return area.role !== "client" && code.startsWith(area.code);
}

function allows(role: Role, right: Right, register: string | undefined): boolean {
  if (!OF_LISTS.has(right)) return role.rights.includes(right);
  const isWriting = right === "write" || right === "import" || right === "forms";
  const lists = isWriting ? role.write : role.read;
  const named = isWriting ? BY_NAME_ONLY : READ_BY_NAME;
  const beside = role.beside?.[isWriting ? "write" : "read"] ?? [];
  const isOpen = register === undefined || !named.has(register) || beside.includes(register);
  const reaches = lists === "all" ? isOpen : register === undefined ? lists.length > 0 : lists.includes(register);
  return reaches && (right === "read" || right === "write" || role.rights.includes(right));
}
