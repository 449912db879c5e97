/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import { dayOf, monthBefore } from "../../../shared/rules/calendar.ts";
import { areaOf } from "../../../shared/rules/division-code.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { STATISTICS, statisticNamed } from "../../../shared/schema/statistics.ts";
import { refusalSentence } from "../../../shared/words/problems.ts";
import { questionSentence, statisticsText } from "../../../shared/words/statistics.ts";
import { type Actor, authenticate } from "../../guard/actor.ts";
import { rememberLanguage } from "../../http/cookies.ts";
import { pageLanguage } from "../../http/language.ts";
import { nameOf, periodLabel, prepare } from "../answer.ts";
import { type Question, questionOf } from "../question.ts";
import { homeOf, reaches } from "../reach.ts";
import { lastClosedMonth, readNames, type StatisticsDeps } from "../read-figures.ts";
import { figuresOf } from "../views/figures.ts";
import type { Choice, Choices, Chosen } from "../views/QuestionForm.tsx";
import { NotAllowedPage, type Shown, StatisticsPage } from "../views/StatisticsPage.tsx";

const OFFERED_MONTHS = 24;

/** The statistics page for signed-in accounts of a street or district. */
export const pageRoutes = (deps: StatisticsDeps) =>
  new Hono()
    .get("/statistics", (c) => c.redirect(`/statistics/${new URL(c.req.url).search}`, 302))
    .get("/statistics/", async (c) => {
      const actor = await authenticate(deps, c, "looking").catch(signedOut);
      if (!actor)
        return c.redirect(
          `/auth/sign-in?${new URLSearchParams({ to: `/statistics/${new URL(c.req.url).search}` })}`,
          302,
        );
      const language = pageLanguage(c);
      if (c.req.query("lang") === language) rememberLanguage(c, language);
      c.header("content-language", language);
      c.header("cache-control", "private, no-store");
      if (actor.areas.length === 0) return c.html(<NotAllowedPage language={language} />, 403);
      return page(deps, c, actor, language);
    });

async function page(deps: StatisticsDeps, c: Context, actor: Actor, language: Language) {
  const home = homeOf(actor);
  const asked = c.req.query();
  const indicator = asked.indicator || "T01";
  const by = fitting(asked.by ?? "area", indicator);
  // A breakdown as of now would betray people; a page shows the last closed month instead and says so.
  const isBroken = by !== "" && by !== "area";
  const last = () => lastClosedMonth(deps, areaOf(home), indicator, dayOf(deps.now()).slice(0, 7));
  // Every committee is in a closed month, those that report by hand too; so that is what a page begins with.
  const period = asked.period === "now" && isBroken ? "" : (asked.period ?? (await last()) ?? "");
  const chosen: Chosen = { area: asked.area || home, indicator, period, by };
  const names = await readNames(deps, areaOf(reaches(actor, chosen.area) ? chosen.area : home));
  try {
    const question = questionOf(indicator, { ...chosen, by: by || undefined }, home, deps.now(), language);
    if (!reaches(actor, question.area)) throw new Refusal("no-right");
    const prepared = await prepare(deps, question, language);
    const below: Question = { ...question, withAreasBelow: question.withAreasBelow && question.area.length < 12 };
    const shown: Shown = {
      title: `${nameOf(question.area, names, language)} · ${question.statistic.label[language]}`,
      when: periodLabel(prepared.period, prepared.today, language),
      figures: figuresOf(prepared, below, language),
      address: `/statistics/v1/data/${question.statistic.name}?${new URLSearchParams({
        area: question.area,
        period: prepared.period,
        ...(by !== "" && { by }),
        lang: language,
      })}`,
      ...(asked.period === "now" && isBroken && { notice: questionSentence("by-needs-closed-month", language) }),
    };
    const now = { ...chosen, period: prepared.period };
    const choices = await choicesFor(deps, actor, names, now, language);
    return c.html(<StatisticsPage language={language} choices={choices} chosen={now} shown={shown} />);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { detail } = error.extra;
    const problem = typeof detail === "string" ? detail : refusalSentence(error.code, language);
    const choices = await choicesFor(deps, actor, names, chosen, language);
    const body = <StatisticsPage language={language} choices={choices} chosen={chosen} problem={problem} />;
    return c.html(body, error.status);
  }
}

/** The breakdown that the indicator has; another indicator's falls away. */
function fitting(by: string, indicator: string): string {
  const statistic = statisticNamed(indicator);
  const keys = ["area", ...(statistic?.dimensions.map(({ key }) => key) ?? [])];
  const wanted = by.split(",").filter((key) => keys.includes(key));
  if (statistic?.apart) return wanted[0] ?? "";
  return (wanted.length > 1 ? wanted.filter((key) => key !== "area") : wanted).join(",");
}

async function choicesFor(
  deps: StatisticsDeps,
  actor: Actor,
  names: ReadonlyMap<string, string>,
  chosen: Chosen,
  language: Language,
): Promise<Choices> {
  const district = areaOf(homeOf(actor));
  const codes = new Set([...names.keys()].flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code]));
  codes.add(homeOf(actor));
  const areas = [...codes].filter((code) => reaches(actor, code)).sort();
  const indent = (code: string) => "\u3000".repeat((code.length - homeOf(actor).length) / 3);
  const last = await lastClosedMonth(deps, district, chosen.indicator, dayOf(deps.now()).slice(0, 7));
  const months = last === undefined ? [] : monthsUpTo(last);
  if (/^\d{4}-\d\d$/.test(chosen.period) && !months.includes(chosen.period)) months.push(chosen.period);
  return {
    area: areas.map((code) => ({ value: code, label: indent(code) + nameOf(code, names, language) })),
    indicator: [...STATISTICS.values()].map(({ name, label }) => ({
      value: name,
      label: `${name} ${label[language]}`,
    })),
    period: [
      { value: "now", label: statisticsText("now", language) },
      ...months.map((month) => ({ value: month, label: month })),
    ],
    by: breakdowns(chosen.indicator, language),
  };
}

function breakdowns(indicator: string, language: Language): Choice[] {
  const statistic = statisticNamed(indicator);
  const dimensions = statistic?.dimensions ?? [];
  const [first, second] = statistic?.apart ? [] : dimensions;
  return [
    { value: "", label: statisticsText("noBreakdown", language) },
    { value: "area", label: statisticsText("childAreas", language) },
    ...dimensions.map(({ key, label }) => ({ value: key, label: label[language] })),
    ...(first && second
      ? [
          {
            value: `${first.key},${second.key}`,
            label: statisticsText("both", language, first.label[language], second.label[language]),
          },
        ]
      : []),
  ];
}

function monthsUpTo(last: string): string[] {
  const months = [last];
  while (months.length < OFFERED_MONTHS) months.push(monthBefore(months.at(-1) ?? last));
  return months;
}

function signedOut(error: unknown): undefined {
  if (error instanceof Refusal && error.code === "signed-out") return undefined;
  throw error;
}
