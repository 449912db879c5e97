import { setTimeout } from "node:timers/promises";
import { addDays } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { type Random, randomFrom } from "./random.ts";
import { addRecords } from "./records.ts";
import { hiddenInputs, type OpenedForm } from "./sign-ups.ts";

type Entries = [key: string, value: string][];

type DemoSurvey = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly answers: number;
  readonly entries: (random: Random) => Entries;
};

const GRADES = "很不满意/不满意/一般/满意/很满意";
const GRADES_EN = "Very poor/Poor/Fair/Good/Very good";

/** Answers sent at the same moment. */
const AT_ONCE = 20;
/** How many doors of the secret survey have answered. */
const DOORS = 60;

/** Surveys with their answers, given as residents give them: on the page, some by the code of their door. */
export async function addSurveys(
  client: Client,
  baseUrl: string,
  community: string,
  today: string,
): Promise<OpenedForm[]> {
  const random = randomFrom(47);
  const surveys = demoSurveys(today);
  const ids = await addRecords(
    client,
    community,
    "surveys",
    surveys.map(({ values }) => values),
  );
  const opened = await Promise.all(
    ids.map((record) => client.call("POST", `/api/communities/${community}/forms`, { kind: "survey", record })),
  );
  const forms = opened.map((form, index) => ({
    code: (form as { code: string }).code,
    kind: "survey",
    title: String(surveys[index]?.values.title),
  }));
  const codes = await codesFor(
    client,
    community,
    ids[surveys.findIndex(({ values }) => values.onePer === "household")],
  );
  const filled = await Promise.all(
    surveys.flatMap((survey, index) => {
      const address = `${baseUrl}/f/${forms[index]?.code}`;
      const isByDoor = survey.values.onePer === "household";
      return Array.from({ length: survey.answers }, async (_, number) => {
        const entries = survey.entries(random);
        const page = hiddenInputs(await (await fetch(address)).text());
        const door: Entries = isByDoor ? [["householdCode", codes[number] ?? ""]] : [];
        return { address, body: new URLSearchParams([...page, ...door, ...entries]) };
      });
    }),
  );
  // A page that comes back at once was not filled in by a person.
  await setTimeout(3_050);
  const rest = [...filled];
  const send = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const answer = await fetch(next.address, { method: "POST", body: next.body, redirect: "manual" });
      if (answer.status !== 303) throw new Error(`An answer was refused: ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return forms;
}

async function codesFor({ call }: Client, community: string, survey: string | undefined): Promise<string[]> {
  const path = `/api/communities/${community}/surveys/${survey}/doors`;
  const { doors: all } = (await call("GET", path)) as { doors: { dwelling: string }[] };
  const dwellings = all.slice(0, DOORS + 40).map(({ dwelling }) => dwelling);
  const { doors } = (await call("POST", path, { dwellings })) as { doors: { code: string }[] };
  return doors.map(({ code }) => code);
}

/** Three of the surveys a committee makes: a canteen, the yearly appraisal of the property company, the old at home. */
function demoSurveys(today: string): DemoSurvey[] {
  return [
    {
      values: {
        title: "社区食堂满意度",
        titleEn: "Community canteen",
        purpose: "改进社区食堂的菜品和服务",
        purposeEn: "To improve the community canteen",
        opens: `${addDays(today, -6)}T08:00`,
        closes: `${addDays(today, 9)}T18:00`,
        questions: [
          {
            key: "been",
            text: "您去过社区食堂吗？",
            textEn: "Have you been to the canteen?",
            type: "one",
            options: "常去/去过/没去过",
            optionsEn: "Often/Once or twice/Never",
            required: true,
          },
          {
            key: "taste",
            text: "饭菜味道",
            textEn: "Taste",
            type: "scale",
            options: GRADES,
            optionsEn: GRADES_EN,
            required: true,
            showIf: "been != 没去过",
            section: "去过的请打分",
            sectionEn: "If you have been there",
          },
          {
            key: "price",
            text: "价格",
            textEn: "Price",
            type: "scale",
            options: GRADES,
            optionsEn: GRADES_EN,
            required: true,
            showIf: "been != 没去过",
          },
          {
            key: "meals",
            text: "希望供应哪几顿？",
            textEn: "Which meals should there be?",
            type: "several",
            options: "早饭/午饭/晚饭",
            optionsEn: "Breakfast/Lunch/Dinner",
            section: "您的需要",
            sectionEn: "What you need",
          },
          {
            key: "persons",
            text: "家里几口人吃饭？",
            textEn: "How many eat at home?",
            type: "number",
            options: "1-20",
          },
          { key: "wish", text: "还有什么建议？", textEn: "Anything else?", type: "text" },
        ],
      },
      answers: 120,
      entries: (random) => {
        const been = random.weighted({ 常去: 35, 去过: 40, 没去过: 25 });
        const grade = () => random.weighted({ "5": 38, "4": 40, "3": 15, "2": 5, "1": 2 });
        const wish = random.weighted({ "": 80, 早饭品种再多一点: 8, 希望少油少盐: 8, 周末也开门: 4 });
        return [
          ["been", been],
          ...(been === "没去过"
            ? []
            : ([
                ["taste", grade()],
                ["price", grade()],
              ] satisfies Entries)),
          ["meals", random.weighted({ 早饭: 30, 午饭: 50, 晚饭: 20 })],
          ...(random.between(1, 3) === 1 ? ([["meals", "晚饭"]] satisfies Entries) : []),
          ["persons", String(random.between(1, 6))],
          ["wish", wish],
        ];
      },
    },
    {
      values: {
        title: "物业服务年度评议",
        titleEn: "Appraisal of the property company",
        purpose: "居民评议物业公司一年的服务，结果公开",
        purposeEn: "Residents appraise the year's work of the property company; the result is published",
        opens: `${addDays(today, -4)}T08:00`,
        closes: `${addDays(today, 20)}T18:00`,
        onePer: "household",
        anonymous: true,
        questions: ["保洁", "保安", "维修", "绿化", "收费公开"].map((text, index) => ({
          key: `p${index + 1}`,
          text,
          textEn: ["Cleaning", "Security", "Repairs", "Greenery", "Openness of fees"][index],
          type: "scale",
          options: GRADES,
          optionsEn: GRADES_EN,
          required: true,
        })),
      },
      answers: DOORS,
      entries: (random) =>
        ["p1", "p2", "p3", "p4", "p5"].map(
          (key) => [key, random.weighted({ "5": 40, "4": 38, "3": 14, "2": 5, "1": 3 })] satisfies [string, string],
        ),
    },
    {
      values: {
        title: "居家养老需求调查",
        titleEn: "Needs of the old at home",
        purpose: "安排明年的养老服务项目",
        purposeEn: "To plan next year's services for the old",
        closes: `${addDays(today, 30)}T18:00`,
        questions: [
          {
            key: "age",
            text: "您家最年长的老人多大年纪？",
            textEn: "How old is the oldest at home?",
            type: "number",
            options: "50-120",
          },
          {
            key: "alone",
            text: "老人是否独居？",
            textEn: "Do they live alone?",
            type: "one",
            options: "独居/和老伴/和子女",
            optionsEn: "Alone/With a partner/With children",
            required: true,
          },
          {
            key: "needs",
            text: "最需要哪些服务？",
            textEn: "What is needed most?",
            type: "several",
            options: "送餐/陪诊/助浴/保洁/聊天",
            optionsEn: "Meals/Company to hospital/Bathing/Cleaning/Company",
            required: true,
          },
          {
            key: "bell",
            text: "要不要装一键呼叫器？",
            textEn: "Would a call button help?",
            type: "one",
            options: "要/不要",
            optionsEn: "Yes/No",
            showIf: "alone = 独居 或 alone = 和老伴",
          },
        ],
      },
      answers: 80,
      entries: (random) => {
        const alone = random.weighted({ 独居: 25, 和老伴: 45, 和子女: 30 });
        return [
          ["age", String(random.between(60, 95))],
          ["alone", alone],
          ["needs", random.weighted({ 送餐: 35, 陪诊: 30, 助浴: 10, 保洁: 15, 聊天: 10 })],
          ...(alone === "和子女" ? [] : ([["bell", random.weighted({ 要: 70, 不要: 30 })]] satisfies Entries)),
        ];
      },
    },
  ];
}
