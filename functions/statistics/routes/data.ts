import { createHash } from "node:crypto";
import { type Context, Hono } from "hono";
import { Refusal } from "../../../shared/contract/refusal.ts";
import type { Language } from "../../../shared/schema/label.ts";
import { STATISTICS } from "../../../shared/schema/statistics.ts";
import { refuseQuestion } from "../../../shared/words/statistics.ts";
import { authenticate } from "../../guard/actor.ts";
import { languageOf } from "../../http/language.ts";
import { cubeOf, nameOf, prepare } from "../answer.ts";
import { acceptedFormat, MEDIA_TYPES, written } from "../file.ts";
import { FORMATS, type Format, questionOf } from "../question.ts";
import { homeOf, reaches } from "../reach.ts";
import { readNames, type StatisticsDeps } from "../read-figures.ts";

/** What the district's programs read: areas, indicators and figures. */
export const dataRoutes = (deps: StatisticsDeps) =>
  new Hono()
    .get("/areas", async (c) => {
      const actor = await authenticate(deps, c, "looking");
      homeOf(actor);
      const language = wantedLanguage(c);
      const lists = await Promise.all(
        [...new Set(actor.areas.map(({ code }) => code.slice(0, 6)))].map(async (district) => {
          const names = await readNames(deps, district);
          const codes = new Set([...names.keys()].flatMap((code) => [code.slice(0, 6), code.slice(0, 9), code]));
          codes.add(district);
          return [...codes].sort().map((code) => ({ code, name: nameOf(code, names, language), ...placeOf(code) }));
        }),
      );
      return c.json({ areas: lists.flat().filter(({ code }) => reaches(actor, code)) });
    })
    .get("/indicators", async (c) => {
      homeOf(await authenticate(deps, c, "looking"));
      return c.json({ indicators: indicators(wantedLanguage(c)) });
    })
    .get("/data/:indicator", async (c) => {
      const actor = await authenticate(deps, c, "looking");
      const [language, format] = [wantedLanguage(c), wantedFormat(c)];
      const { area, period, by } = c.req.query();
      const question = questionOf(
        c.req.param("indicator"),
        { area, period, by },
        homeOf(actor),
        deps.now(),
        languageOf(c),
      );
      if (!reaches(actor, question.area)) throw new Refusal("no-right");
      const prepared = await prepare(deps, question, languageOf(c));
      const cube = cubeOf(prepared, question, language);
      const etag = `"${createHash("sha256")
        .update(JSON.stringify([format, language, cube]))
        .digest("base64url")
        .slice(0, 22)}"`;
      const headers = {
        etag,
        "content-type": MEDIA_TYPES[format],
        "content-language": language,
        // Kept by the caller alone, and asked about each time.
        "cache-control": "private, no-cache",
        vary: "Accept, Accept-Language, Authorization, Cookie",
        ...(format !== "json-stat" && {
          "content-disposition": `attachment; filename="${question.statistic.name}-${question.area}-${prepared.period}.${format}"`,
        }),
      };
      if (matches(c.req.header("if-none-match"), etag)) return c.body(null, 304, headers);
      const body = await written(cube, format, language);
      return c.body(typeof body === "string" ? body : new Uint8Array(body), 200, headers);
    });

export function indicators(language: Language) {
  const inOrder = [...STATISTICS.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return inOrder.map(({ name, label, definition, measures, ratios, dimensions }) => ({
    id: name,
    label: label[language],
    definition: definition[language],
    measures: [
      ...Object.entries(measures)
        .filter(([, { inner }]) => !inner)
        .map(([id, words]) => ({
          id,
          label: words[language],
          unit: words.unit[language],
          ...(words.by && { by: words.by }),
        })),
      ...Object.entries(ratios ?? {}).map(([id, { unit, ...words }]) => ({
        id,
        label: words[language],
        unit: unit?.[language] ?? "%",
      })),
    ],
    by: [
      ...dimensions.map(({ key, label: words, categories }) => ({
        id: key,
        label: words[language],
        categories: Object.entries(categories).map(([id, category]) => ({ id, label: category[language] })),
      })),
    ],
  }));
}

function wantedFormat(c: Context): Format {
  const asked = c.req.query("format");
  if (!asked) return acceptedFormat(c.req.header("accept") ?? "");
  const format = FORMATS.find((known) => known === asked);
  if (!format) throw refuseQuestion("format", "not-a-format", languageOf(c));
  return format;
}

function wantedLanguage(c: Context): Language {
  const asked = c.req.query("lang");
  if (!asked) return languageOf(c);
  if (asked !== "zh" && asked !== "en") throw refuseQuestion("lang", "not-a-language", languageOf(c));
  return asked;
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function placeOf(code: string) {
  if (code.length === 6) return { level: "district" };
  return code.length === 9
    ? { level: "street", parent: code.slice(0, 6) }
    : { level: "community", parent: code.slice(0, 9) };
}
