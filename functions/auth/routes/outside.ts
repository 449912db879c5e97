import type { Context } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Label } from "../../../shared/schema/label.ts";
import { hashOf } from "../../guard/account-keys.ts";
import { refuseForeignOrigin } from "../../guard/same-origin.ts";
import { readForm } from "../../http/body.ts";
import { clearRoundCookie, roundCookie, setRoundCookie } from "../../http/cookies.ts";
import type { Deps, OutsideIssuer } from "../../http/deps.ts";
import { pageLanguage } from "../../http/language.ts";
import { note } from "../../http/notes.ts";
import { ownOrigin } from "../../http/origin.ts";
import { idOf } from "../../http/path.ts";
import { wrongSteps } from "../again.ts";
import { addressAt, subjectFrom } from "../outside/issuer.ts";
import { accountOfSubject, linkSubject, subjectOf, takeUpBySubject, unlinkSubject } from "../outside/link.ts";
import { type Begun, beginRound, type Purpose, ROUND_SECONDS, roundOf, takeRound } from "../outside/rounds.ts";
import { ownPath } from "../own-path.ts";
import { invitedAccount } from "../take-up.ts";
import { ForwardPage } from "../views/ForwardPage.tsx";
import { MessagePage } from "../views/MessagePage.tsx";
import { wordsIn } from "../views/words.ts";
import { accountPage, signedIn } from "./account.ts";
import { pages } from "./pages.ts";
import { admit, enter } from "./sign-in.ts";

const FORM_BYTES = 16 * 1024;
const CALLBACK = "/auth/outside/callback";

/**
 * Signing in with an outside account (外部统一身份认证): authorization code with PKCE (RFC 6749 4.1, RFC 7636, OpenID
 * Connect Core 1.0). The issuer proves who somebody is; the session and all rights are ours. 404 where there is none.
 */
export const outsideRoutes = (deps: Deps) =>
  pages()
    .post("/auth/outside/start", async (c) => {
      refuseForeignOrigin(deps, c);
      const form = await readForm(c, FORM_BYTES);
      return forward(deps, c, { purpose: "sign-in", to: ownPath(form.get("to")) });
    })
    .post("/auth/outside/link", async (c) => {
      refuseForeignOrigin(deps, c);
      const account = await signedIn(deps, c);
      const form = await readForm(c, FORM_BYTES);
      issuerOf(deps);
      const problems = await wrongSteps(deps, c, account, form, INPUTS);
      if (problems.length > 0) return accountPage(deps, c, account, problems);
      return forward(deps, c, { purpose: "link", account: account.account, epoch: account.epoch });
    })
    .post("/auth/outside/unlink", async (c) => {
      refuseForeignOrigin(deps, c);
      const account = await signedIn(deps, c);
      const form = await readForm(c, FORM_BYTES);
      issuerOf(deps);
      const problems = await wrongSteps(deps, c, account, form, INPUTS);
      if (problems.length > 0) return accountPage(deps, c, account, problems);
      return enter(deps, c, await unlinkSubject(deps, account), "/auth/account");
    })
    .post("/auth/invitation/:secret/outside", async (c) => {
      refuseForeignOrigin(deps, c);
      const secret = idOf(c, "secret");
      await invitedAccount(deps, secret);
      return forward(deps, c, { purpose: "invitation", hash: hashOf(secret) });
    })
    .get(CALLBACK, async (c) => {
      const issuer = issuerOf(deps);
      const secret = roundCookie(c) ?? "";
      const begun = await takeRound(deps, secret, c.req.query("state") ?? "");
      if (!begun) return refuse(c, "old");
      clearRoundCookie(c);
      const cameBack = new URL(begun.redirectUri);
      cameBack.search = new URL(c.req.url).search;
      const proven = await subjectFrom(issuer, deps.now(), roundOf(secret), cameBack);
      if ("failed" in proven) return failed(c, proven.failed, begun);
      return admitSubject(deps, c, begun, proven.value);
    })
    .get("/auth/outside/failed", (c) => {
      const { label } = issuerOf(deps);
      const why = c.req.query("why") ?? "";
      return failurePage(c, label, isFailure(why) ? why : "old", c.req.query("at") === "account");
    });

/** Whoever merely found a session open ties nobody's account to theirs. */
const INPUTS = { password: "outsidePassword", code: "outsideCode" };

function issuerOf({ issuer }: Deps): OutsideIssuer {
  if (!issuer) throw new Refusal("not-found");
  return issuer;
}

/** Sends the browser to the issuer; only tying two accounts asks the person to prove themselves there anew. */
async function forward(deps: Deps, c: Context, purpose: Purpose): Promise<Response> {
  const issuer = issuerOf(deps);
  const language = pageLanguage(c);
  const redirectUri = `${ownOrigin(c, deps.publicUrl)}${CALLBACK}`;
  const secret = await beginRound(deps, purpose, redirectUri);
  const given = { redirectUri, afresh: purpose.purpose !== "sign-in" };
  const asked = await addressAt(issuer, deps.now(), roundOf(secret), given);
  if ("failed" in asked) return failed(c, asked.failed, purpose);
  setRoundCookie(c, secret, ROUND_SECONDS);
  return c.html(ForwardPage({ language, label: issuer.label[language], address: asked.value }));
}

/** What becomes of somebody whom the issuer vouches for. */
async function admitSubject(deps: Deps, c: Context, begun: Begun, proven: string): Promise<Response> {
  const subject = await subjectOf(deps, issuerOf(deps), proven);
  switch (begun.purpose) {
    case "sign-in": {
      const account = await accountOfSubject(deps, subject);
      return account ? admit(deps, c, account, begun.to) : refuse(c, "unknown");
    }
    case "link": {
      const account = await signedIn(deps, c);
      if (account.account !== begun.account || account.epoch !== begun.epoch) return refuse(c, "old", begun);
      const isTied = await linkSubject(deps, account, subject);
      return isTied ? c.redirect("/auth/account", 303) : refuse(c, "taken", begun);
    }
    case "invitation": {
      const account = await takeUpBySubject(deps, begun.hash, subject);
      return account ? admit(deps, c, account, ownPath(undefined)) : refuse(c, "taken");
    }
  }
}

/** Every reason that is told, with the status of its page and its words. */
const FAILURES = {
  declined: { status: 403, word: "outsideDeclined" },
  old: { status: 410, word: "outsideOld" },
  unreachable: { status: 503, word: "outsideUnreachable" },
  distrusted: { status: 502, word: "outsideDistrusted" },
  unknown: { status: 403, word: "outsideUnknown" },
  taken: { status: 409, word: "outsideTaken" },
} as const;
type Failure = keyof typeof FAILURES;

const isFailure = (why: string): why is Failure => Object.hasOwn(FAILURES, why);

/** Refuses somebody for a reason of ours; the issuer's own stands in the log already. */
function refuse(c: Context, why: Failure, begun?: Pick<Purpose, "purpose">): Response {
  note({ refused: `outside-${why}` });
  return failed(c, why, begun);
}

/** Leads to a page that says why, at an address without the issuer's answer: it may be read again and in both languages. */
function failed(c: Context, why: Failure, begun?: Pick<Purpose, "purpose">): Response {
  const at = begun?.purpose === "link" ? { at: "account" } : {};
  return c.redirect(`/auth/outside/failed?${new URLSearchParams({ why, ...at })}`, 303);
}

function failurePage(c: Context, label: Label, why: Failure, atAccount: boolean) {
  const language = pageLanguage(c);
  const say = wordsIn(language);
  const { status, word } = FAILURES[why];
  const onward = atAccount ? { onward: { to: "/auth/account", text: say("outsideBack") } } : {};
  const here = new URLSearchParams({ why, ...(atAccount && { at: "account" }) });
  const text = say(word, { label: label[language] });
  return c.html(MessagePage({ language, title: say("sorry"), text, here, ...onward }), status);
}
