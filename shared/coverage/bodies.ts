import { type Coverage, coveredBut, type Gap, isCurrent, type Lists, type Row, textOf } from "../schema/coverage.ts";

const NO_HEAD = { zh: "没有负责人", en: "Nobody heads it" };

function headsOf(lists: Lists, body: Row, today: string): readonly Row[] {
  return lists("posts").filter(
    (row) => textOf(row, "body") === body.id && textOf(row, "post") === "head" && isCurrent(row, today),
  );
}

const ofLayer = (lists: Lists, layer: string) => lists("bodies").filter((row) => textOf(row, "layer") === layer);

/** Every work station has a head (工作站, S4.5). */
export const stationsHeaded: Coverage = {
  name: "stations",
  label: { zh: "工作站负责人", en: "Work stations with a head" },
  definition: { zh: "有现任负责人的工作站。", en: "Work stations somebody heads today." },
  reads: ["bodies", "posts"],
  of: (lists, today) => {
    const stations = ofLayer(lists, "station");
    const bare = stations.filter((body) => headsOf(lists, body, today).length === 0);
    const gaps = bare.map(
      (body): Gap => ({ title: textOf(body, "name"), why: NO_HEAD, register: "bodies", id: body.id }),
    );
    return coveredBut(stations.length, gaps);
  },
};

/** A leading group is headed by the Party secretary (领导小组, S4.7). */
export const leadingGroups: Coverage = {
  name: "leading-groups",
  label: { zh: "领导小组组长", en: "Leading groups headed by the secretary" },
  definition: {
    zh: "由现任书记担任组长（负责人）的领导小组。",
    en: "Leading groups headed by whoever is Party secretary today.",
  },
  reads: ["bodies", "posts"],
  of: (lists, today) => {
    const groups = ofLayer(lists, "leading-group");
    const secretaries = lists("posts")
      .filter((row) => textOf(row, "post") === "secretary" && isCurrent(row, today))
      .map((row) => textOf(row, "person"));
    const gaps = groups.flatMap((body): Gap[] => {
      const heads = headsOf(lists, body, today);
      if (heads.some((head) => secretaries.includes(textOf(head, "person")))) return [];
      const why = heads.length === 0 ? NO_HEAD : { zh: "组长不是现任书记", en: "Its head is not the secretary" };
      return [{ title: textOf(body, "name"), why, register: "bodies", id: body.id }];
    });
    return coveredBut(groups.length, gaps);
  },
};

/** Every unit keeps its frontage (门前三包, S6.6): has signed, and was in order when it was last looked at this year. */
export const frontages: Coverage = {
  name: "frontages",
  label: { zh: "门前三包", en: "Frontages kept" },
  definition: {
    zh: "已签门前三包、且本年最近一次检查合格的驻区单位和企业。",
    en: "Units and companies that have signed for their frontage and were in order at this year's last check.",
  },
  reads: ["bodies", "inspections"],
  of: (lists, today) => {
    const units = [...ofLayer(lists, "unit"), ...ofLayer(lists, "company")];
    const checks = lists("inspections").filter(
      (row) => textOf(row, "kind") === "frontage" && textOf(row, "date").startsWith(today.slice(0, 4)),
    );
    const gaps = units.flatMap((unit): Gap[] => {
      const why = frontageProblem(unit, checks);
      return why ? [{ title: textOf(unit, "name"), why, register: "bodies", id: unit.id }] : [];
    });
    return coveredBut(units.length, gaps);
  },
};

function frontageProblem(unit: Row, checks: readonly Row[]) {
  if (unit.values.frontage !== true) return { zh: "未签门前三包", en: "Has not signed" };
  const own = checks.filter((row) => textOf(row, "unit") === unit.id);
  const [last] = own.sort((a, b) => (textOf(a, "date") < textOf(b, "date") ? 1 : -1));
  if (!last) return { zh: "本年未检查", en: "Not checked this year" };
  return textOf(last, "result") === "good"
    ? undefined
    : { zh: "最近一次检查不合格", en: "Not in order when last checked" };
}
