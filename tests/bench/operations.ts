import { runChangedJobs } from "../../functions/jobs/stream.ts";
import type { Meter } from "../../functions/keys/meter.ts";
import { writeCsvText } from "../../shared/files/write-file.ts";
import type { TestForms } from "../functions/form/forms.ts";
import { type AnswerBody, COMMUNITY } from "../support/api.ts";
import { people, plainRows } from "../support/workbooks.ts";
import { counting } from "./counting.ts";
import type { metered } from "./metered.ts";
import { resident } from "./residents.ts";

/** Every operation of a committee's day once, and what the table charged for it. */
export async function communityOperations(
  linli: TestForms,
  { spent }: ReturnType<typeof metered>,
  size: number,
  household: string,
): Promise<Record<string, Meter>> {
  const clerk = await linli.as(["clerk"]);
  const records = "/registers/residents/records";
  const figures: Record<string, Meter> = {};
  const measure = async <T extends { readonly status: number }>(name: string, work: () => Promise<T>): Promise<T> => {
    spent();
    const answer = await work();
    figures[name] = spent();
    if (answer.status >= 400) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer)}`);
    return answer;
  };
  const imported = async (register: string, file: Uint8Array) => {
    const imports = `/registers/${register}/imports`;
    const type = { "content-type": "application/octet-stream" };
    const preview = await measure(`import 10 ${register}: preview`, () => clerk("POST", imports, file, type));
    const { id } = preview.body;
    const worked = async (work: string) => {
      const answer = await clerk("POST", `${imports}/${id}/${work}`);
      await runChangedJobs(linli.deps, {
        Records: [{ dynamodb: { Keys: { pk: { S: `J#${COMMUNITY}` }, sk: { S: id } } } }],
      });
      return answer;
    };
    await measure(`import 10 ${register}: commit`, () => worked("commit"));
    // The route of imports answers what the type of all answers does not list.
    const { done } = (await clerk("GET", `${imports}/${id}`)).body as unknown as { done: number };
    if (done !== 10) throw new Error(`${done} of 10 ${register} were imported.`);
    await measure(`import 10 ${register}: undo`, () => worked("undo"));
    const { undone } = (await clerk("GET", `${imports}/${id}`)).body as unknown as { undone: boolean };
    if (!undone) throw new Error(`The import of ${register} was not taken back.`);
  };
  const newcomer = resident(5_000_000 + size, household);
  const { id } = (await measure("create a resident", () => clerk("POST", records, { values: newcomer }))).body;
  const one = `${records}/${id}`;
  await measure("change one cell", () => clerk("PATCH", one, { values: { job: "retired" } }, { "if-match": '"1"' }));
  const hundred = (values: (index: number) => Record<string, unknown>, known: readonly AnswerBody[] = []) =>
    clerk("POST", "/registers/residents/patches", {
      patches: Array.from({ length: 100 }, (_, index) => ({
        ...(known[index] && { id: known[index].id, version: known[index].version }),
        values: values(index),
      })),
    });
  const made = await measure("create 100 residents in one request", () =>
    hundred((index) => resident(6_000_000 + size + index, household)),
  );
  await measure("change 100 cells in one request", () => hundred(() => ({ job: "retired" }), made.body));
  await measure("read one resident", () => clerk("GET", one));
  await measure("read its history", () => clerk("GET", `${one}/history`));
  await measure("a page of 100", () => clerk("GET", `${records}?limit=100`));
  linli.clock.now += 60_000;
  const { since } = (await clerk("GET", `${records}?limit=1`)).body;
  linli.clock.now += 60_000;
  await measure("ask for changes, none made", () => clerk("GET", `/registers/residents/changes?since=${since}`));
  await measure("reveal one number", () => clerk("POST", `${one}/reveal`, { field: "idNo", reason: "bench" }));
  const { version } = (await clerk("GET", one)).body;
  await measure("delete a resident", () => clerk("DELETE", one, undefined, { "if-match": `"${version}"` }));
  const { code } = await linli.event({ capacity: 40 });
  await measure("open a form", () => linli.get(`/f/${code}`));
  const hidden = await linli.opened(code);
  const entries = { ...hidden, consent: "1", name: "Bench", phone: `139${String(size).padStart(8, "0")}` };
  await measure("sign up by form", () => linli.post(`/f/${code}`, entries));

  const count = counting(linli);
  const person = { live: "here", sex: "1", birth: "1950-01-01" };
  await count("residents", "warm", size, person);
  await measure("count a new resident", () => count("residents", `n${size}`, 1, person));
  await measure("count one who moved", () => count("residents", `n${size}`, 2, { ...person, live: "moved" }));
  await measure("count a phone number", () => count("residents", "warm", size + 1, { ...person, phone: "1" }));
  const post = { person: `王${size}`, post: "clerk", from: "2020-01-01", birth: "1990-01-01" };
  await measure("count a new post", () => count("posts", `p${size}`, 1, post));
  await measure("count a second post of theirs", () => count("posts", `q${size}`, 1, { ...post, post: "secretary" }));

  await imported("bodies", bodiesFile(size));
  await imported("residents", residentsFile(size));
  return figures;
}

const csv = (headings: readonly string[], rows: readonly (readonly string[])[]): Uint8Array => {
  const columns = headings.map((header) => ({ header, type: "text" as const, width: 10 }));
  return new TextEncoder().encode(writeCsvText({ columns, rows }));
};

const bodiesFile = (size: number) =>
  csv(
    ["名称", "类型"],
    Array.from({ length: 10 }, (_, index) => [`单位${size + index}`, "商铺"]),
  );

const residentsFile = (size: number) => {
  const [headings = [], ...rows] = plainRows(people(10, size));
  return csv(headings, rows);
};
