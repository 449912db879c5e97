import { type Context, Hono, type MiddlewareHandler } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { authWords } from "../../../shared/words/auth.ts";
import { refusalSentence } from "../../../shared/words/problems.ts";
import { rememberLanguage } from "../../http/cookies.ts";
import { pageLanguage } from "../../http/language.ts";
import { note } from "../../http/notes.ts";
import { onError } from "../../http/on-error.ts";
import { retryAfter } from "../../http/problem-response.ts";
import { MessagePage } from "../views/MessagePage.tsx";

/** Keeps the language that a page was switched to. */
export const keepLanguage: MiddlewareHandler = async (c, next) => {
  await next();
  const chosen = c.req.query("lang");
  if (chosen === "zh" || chosen === "en") rememberLanguage(c, chosen);
};

/** Routes that people see: a refusal becomes a page with a way on. */
export function pages(): Hono {
  const app = new Hono();
  app.onError((error, c) => (error instanceof Refusal ? refusalPage(c, error) : onError(error, c)));
  return app;
}

function refusalPage(c: Context, refusal: Refusal): Response | Promise<Response> {
  note({ refused: refusal.code });
  if (refusal.code === "signed-out") return c.redirect("/auth/sign-in", 303);
  const language = pageLanguage(c);
  const isGone = refusal.code === "gone";
  const title = isGone ? authWords.goneTitle[language] : authWords.sorry[language];
  const text = isGone ? authWords.goneText[language] : refusalSentence(refusal.code, language);
  return c.html(MessagePage({ language, title, text }), refusal.status, retryAfter(refusal));
}
