import { setTimeout } from "node:timers/promises";
import { hiddenInputs } from "../../../infra/local/demo/sign-ups.ts";
import type { Action } from "../site.ts";
import type { Ask } from "../wire.ts";

/** A page that comes back at once was not filled in by a person. */
const FILLING_MS = 3_300;

/** Opens a form, fills it in and looks at the receipt. */
async function filledIn(ask: Ask, code: string, entries: Readonly<Record<string, string>>): Promise<void> {
  const page = await ask("GET", `/f/${code}`);
  await setTimeout(FILLING_MS);
  const form = new URLSearchParams(hiddenInputs(page.text()));
  for (const [key, value] of Object.entries(entries)) form.set(key, value);
  const { headers } = await ask("POST", `/f/${code}`, { form, expect: [303] });
  await ask("GET", String(headers.location));
}

export const signUp: Action = (ask, { forms, next }) => {
  const phone = `144${String(10_000_000 + next())}`;
  return filledIn(ask, forms.signUp, { name: "报名居民", phone, partySize: "1", age: "60", consent: "yes" });
};

export const giveOpinion: Action = (ask, { forms, next }) =>
  filledIn(ask, forms.opinion, { type: "opinion", cause: `希望第 ${next()} 处增加座椅`, consent: "1" });

export const answerSurvey: Action = (ask, { forms, next }) =>
  filledIn(ask, forms.survey, { been: next() % 2 === 0 ? "去过" : "没去过", wish: "周末也开门", consent: "1" });

export const readBoard: Action = async (ask, { code }) => {
  await ask("GET", `/c/${code}`);
};

export const lookAtKiosk: Action = async (ask, { code }) => {
  await ask("GET", `/kiosk/${code}`);
};

/** A program of the bureau: a token, then totals of the district by community. */
export const districtReads: Action = async (ask, _site, { district }) => {
  const { area, clientId, clientSecret } = district;
  const credentials = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const { access_token: token } = (await ask("POST", "/auth/token", { form: credentials })).json<{
    access_token: string;
  }>();
  for (const indicator of ["T01", "T02", "T05"]) {
    await ask("GET", `/statistics/v1/data/${indicator}?area=${area}&by=area&period=now`, { token });
  }
};
