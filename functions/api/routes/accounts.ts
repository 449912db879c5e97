import { Hono } from "hono";
import * as z from "zod/mini";
import { dayOf } from "../../../shared/rules/calendar.ts";
import { answerOnce } from "../../accounts/answer-once.ts";
import { listMembers, planInvitation, planReinvitation } from "../../accounts/members.ts";
import { requireRight } from "../../guard/rights-in.ts";
import { readJson } from "../../http/body.ts";
import type { Deps } from "../../http/deps.ts";
import { ownOrigin } from "../../http/origin.ts";
import { idOf } from "../../http/path.ts";
import type { ApiEnv } from "../env.ts";
import { onceRequest, writeContext } from "../requested.ts";

const LIMIT = 16 * 1024;
const invitation = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
  posts: z._default(z.array(z.string()).check(z.maxLength(8)), []),
  from: z.optional(z.string()),
});

const renewal = z.strictObject({ secondStep: z._default(z.enum(["keep", "drop"]), "keep") });

/** Accounts of a community: who has one, and inviting somebody to it. */
export const accountRoutes = (deps: Deps) =>
  new Hono<ApiEnv>()
    .get("/accounts", async (c) => {
      requireRight(c.get("rights"), "invite");
      return c.json({ accounts: await listMembers(deps, c.get("community")) });
    })
    .post("/invitations", async (c) => {
      requireRight(c.get("rights"), "invite");
      const body = await readJson(c, LIMIT, invitation);
      const { name, posts, from = dayOf(deps.now()) } = body;
      const context = writeContext(c, "grant", {});
      const wanted = { name, posts: [...new Set(posts)], from };
      const invited = await answerOnce(deps, onceRequest(c, body), () =>
        planInvitation(deps, c.get("community"), c.get("rights"), context, wanted),
      );
      return c.json({ ...invited, url: ownOrigin(c, deps.publicUrl) + invited.path }, 201);
    })
    .post("/accounts/:account/invitations", async (c) => {
      requireRight(c.get("rights"), "invite");
      const body = await readJson(c, LIMIT, renewal);
      const invited = await answerOnce(deps, onceRequest(c, body), () =>
        planReinvitation(deps, c.get("actor"), c.get("community"), idOf(c, "account"), body.secondStep),
      );
      return c.json({ ...invited, url: ownOrigin(c, deps.publicUrl) + invited.path }, 201);
    });
