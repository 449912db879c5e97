import { sex } from "../codes/population.ts";
import { committeeOffice } from "../codes/rules.ts";
import { inForce } from "../guard/terms.ts";
import { type CommitteeMember, makeUpOf } from "../rules/committee-make-up.ts";
import { counted, defineCalculation, said } from "../schema/calculation.ts";
import type { RowValue, Values } from "../schema/field.ts";
import type { Label } from "../schema/label.ts";
import { PERSONS } from "../words/units.ts";

const READINGS: Readonly<Record<string, Label>> = {
  apart: { zh: "由不同的人担任", en: "two persons" },
  "one-person": {
    zh: "由同一人兼具（原文两种理解均可）",
    en: "one person who is both (the text allows either reading)",
  },
  missing: { zh: "不齐", en: "not both there" },
};

/** Whether a residents' committee is made up as it must be (C1, S3.3, S3.4). */
export const committeeMakeUp = defineCalculation({
  name: "committee-make-up",
  label: { zh: "居委会组成校核", en: "Make-up of the committee" },
  hint: {
    zh: "人数、单数、主任、女性、管段民警、大中专毕业生、公选副主任",
    en: "Size, director, women, policeman, graduate, publicly selected deputies",
  },
  inputs: {
    members: {
      kind: "rows",
      label: { zh: "成员", en: "Members" },
      required: true,
      max: 30,
      fields: {
        name: { kind: "text", label: { zh: "姓名", en: "Name" }, max: 60 },
        office: { kind: "code", label: { zh: "职务", en: "Office" }, required: true, codes: committeeOffice },
        sex: { kind: "code", label: { zh: "性别", en: "Sex" }, codes: sex },
        police: { kind: "boolean", label: { zh: "管段民警", en: "Policeman" } },
        graduate: { kind: "boolean", label: { zh: "大中专毕业", en: "Graduate" } },
        publicSelected: { kind: "boolean", label: { zh: "公选", en: "Publicly selected" } },
      },
    },
    publicSelectedBefore: {
      kind: "integer",
      label: { zh: "上届公选副主任人数", en: "Publicly selected deputies of the last term" },
      min: 0,
      max: 30,
    },
  },
  prefill: {
    register: "posts",
    label: { zh: "取现任成员", en: "Take those in office" },
    values: (records, day) => ({ members: records.filter((post) => isMember(post, day)).map(rowOf) }),
  },
  run: (values, rules, day) => {
    const rows = Array.isArray(values.members) ? (values.members as readonly RowValue[]) : [];
    const before = typeof values.publicSelectedBefore === "number" ? values.publicSelectedBefore : undefined;
    const { findings, deputies } = makeUpOf(rows.map(memberOf), before, rules, day);
    const women = rows.filter((row) => row.sex === "2").length;
    return {
      judged: true,
      results: [
        counted("members", { zh: "成员", en: "Members" }, rows.length, PERSONS),
        counted("women", { zh: "其中女性", en: "Women among them" }, women, PERSONS),
        said(
          "deputies",
          { zh: "副主任中的民警和毕业生", en: "Policeman and graduate among the deputies" },
          deputies,
          READINGS[deputies] ?? { zh: "", en: "" },
        ),
      ],
      findings,
    };
  },
});

function isMember({ post, from, until }: Values, day: string): boolean {
  if (typeof post !== "string" || !Object.hasOwn(committeeOffice.codes, post) || typeof from !== "string") return false;
  return inForce({ from, until: typeof until === "string" ? until : undefined }, day);
}

function rowOf(post: Values): RowValue {
  const text = (value: Values[string]) => (typeof value === "string" ? value : null);
  return {
    name: text(post.person ?? null),
    office: text(post.post ?? null),
    sex: text(post.sex ?? null),
    police: post.police === true,
    graduate: post.collegeGrad === true,
    publicSelected: post.publicSelected === true,
  };
}

function memberOf(row: RowValue): CommitteeMember {
  const office = row.office === "director" || row.office === "deputy" ? row.office : "member";
  return {
    office,
    ...(typeof row.sex === "string" && { sex: row.sex }),
    police: row.police === true,
    graduate: row.graduate === true,
    publicSelected: row.publicSelected === true,
  };
}
