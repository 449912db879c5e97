import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import type { AnswerBody } from "../../support/api.ts";
import { type CountsPump, openCountsPump } from "../../support/pump-counts.ts";
import { hiddenInputs, openTestForms, type Page, type TestForms } from "../form/forms.ts";

export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** What residents and staff do with surveys, on the real engine. */
export type TestSurveys = TestForms & {
  pump: CountsPump;
  /** Another survey with its open form. */
  survey: (values?: Record<string, unknown>) => Promise<{ id: string; code: string }>;
  /** A page's own inputs, a few seconds after it was made. */
  page: (code: string) => Promise<Record<string, string>>;
  send: (code: string, page: Record<string, string>, entries: Entries) => Promise<Page>;
  answer: (code: string, entries: Entries) => Promise<Page>;
  results: (id: string) => Promise<Results>;
  /** Dwellings in which somebody lives. */
  homes: (count: number) => Promise<string[]>;
  codes: (id: string, body?: object) => Promise<{ dwelling: string; label: string; code: string }[]>;
};

export type Results = {
  answers: number;
  sealed: number;
  isOpen: boolean;
  questions: {
    key: string;
    answered: number;
    mean?: number | null;
    options: { value: string; count: number; share: number | null; former?: true }[];
  }[];
};

export const QUESTIONS = [
  {
    key: "use",
    text: "您去过社区食堂吗？",
    textEn: "Have you been to the canteen?",
    type: "one",
    options: "去过/没去过",
    optionsEn: "Yes/No",
    required: true,
  },
  { key: "taste", text: "味道怎么样？", type: "scale", required: true, showIf: "use = 去过" },
  { key: "meals", text: "想在食堂吃哪几顿？", type: "several", options: "早饭/午饭/晚饭" },
  { key: "persons", text: "家里几口人？", type: "number", options: "1-20" },
  { key: "since", text: "哪天去过？", type: "date", showIf: "use = 去过" },
  { key: "wish", text: "还有什么建议？", type: "text" },
];

let next = 0;

export async function openTestSurveys(options: Partial<EngineOptions> = {}): Promise<TestSurveys> {
  const forms = await openTestForms(options);
  const { clerk, clock, get, post } = forms;
  const pump = await openCountsPump(forms, forms.deps);
  const page: TestSurveys["page"] = async (code) => {
    const shown = await get(`/f/${code}`);
    if (shown.status !== 200) throw new Error(`The survey answers ${shown.status}`);
    clock.now += 3_000;
    return hiddenInputs(shown.text);
  };
  const send: TestSurveys["send"] = (code, hidden, entries) => {
    const body = new URLSearchParams(hidden);
    for (const [key, value] of Object.entries(entries)) {
      for (const one of typeof value === "string" ? [value] : value) body.append(key, one);
    }
    return post(`/f/${code}`, body.toString());
  };
  return {
    ...forms,
    pump,
    page,
    send,
    answer: async (code, entries) => send(code, await page(code), entries),
    survey: async (values = {}) => {
      const made = await clerk("POST", "/registers/surveys/records", {
        values: { title: "食堂满意度", titleEn: "Canteen survey", questions: QUESTIONS, ...values },
      });
      if (made.status !== 201) throw new Error(`The survey was refused: ${JSON.stringify(made.body)}`);
      const opening = await clerk("POST", "/forms", { kind: "survey", record: made.body.id });
      return { id: made.body.id, code: opening.body.code };
    },
    results: async (id) => {
      await pump.run();
      const answer = await clerk("GET", `/surveys/${id}/results`);
      await pump.run();
      const again = await clerk("GET", `/surveys/${id}/results`);
      if (answer.status !== 200 || again.status !== 200) throw new Error(JSON.stringify(answer.body));
      return again.body as unknown as Results;
    },
    homes: async (count) => {
      const group = await clerk("POST", "/registers/groups/records", { values: { no: ++next } });
      const ids: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const room = String(100 + index);
        const values = { building: `${next}栋`, unit: "1单元", room, group: group.body.id };
        const { body } = await clerk("POST", "/registers/dwellings/records", { values });
        await clerk("POST", "/registers/households/records", {
          values: { no: `${next}-${room}`, dwelling: body.id, kind: "family" },
        });
        ids.push(body.id);
      }
      return ids;
    },
    codes: async (id, body = {}) => {
      const answer = await clerk("POST", `/surveys/${id}/doors`, body);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return (answer.body as unknown as { doors: { dwelling: string; label: string; code: string }[] }).doors;
    },
  };
}

/** The answer sheets of a survey, as the list shows them. */
export async function sheetsOf({ clerk }: TestSurveys, id: string): Promise<AnswerBody["values"][]> {
  const all = await clerk("GET", "/registers/answers/records?limit=1000");
  return all.body.records.map(({ values }) => values).filter(({ survey }) => survey === id);
}
