import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { RegisterView } from "../../../admin/providers/contract.ts";
import { referencedRegisters } from "../../../admin/records/referenced-registers.ts";
import { writeCsvText } from "../../../shared/files/write-file.ts";
import { people, plainRows } from "../../support/workbooks.ts";
import { type Action, communityPath, type Known, listPath, type Site } from "../site.ts";
import type { Ask, Question } from "../wire.ts";

type Page = { readonly records: readonly Known[]; readonly cursor?: string; readonly since: string };

/** Made-up people come again after 168,000; those who are added and those who are imported are others than the first. */
const NEWCOMERS = 20_000;
const IMPORTED = 60_000;

const clerk = (site: Site): Question => ({ token: site.staff.clerk.token });

export const signIn: Action = async (ask, site) => {
  const { login, password } = site.staff.clerk;
  await ask("GET", "/auth/sign-in?to=%2Fadmin%2F%23%2F");
  await ask("POST", "/auth/sign-in", { form: { login, password, to: "/admin/#/" } });
};

/** The page and what it names; a browser that has it asks for the page alone. */
export const loadConsole: Action = async (ask) => {
  const page = (await ask("GET", "/admin/")).text();
  const files = new Set([...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path = ""]) => path));
  for (const file of files) await ask("GET", file);
};

export const openConsole: Action = async (ask, site) => {
  await ask("GET", "/admin/");
  await ask("GET", "/api/me", clerk(site));
  const answer = await ask("GET", `${communityPath(site)}/registers`, clerk(site));
  if (site.registers.size > 0) return;
  for (const register of answer.json<{ registers: RegisterView[] }>().registers) {
    site.registers.set(register.name, register);
  }
};

export const lookAtToday: Action = async (ask, site) => {
  await ask("GET", `${communityPath(site)}/today`, clerk(site));
};

/**
 * A list as the console loads it: whole, and with it the lists that give words to its references, but for those that
 * another list brought along before.
 */
const openList =
  (register: string, before?: string): Action =>
  async (ask, site, scene) => {
    if (site.registers.size === 0) await openConsole(ask, site, scene);
    const held = before === undefined ? [] : withReferenced(site, before);
    for (const name of withReferenced(site, register)) if (!held.includes(name)) await loadList(ask, site, name);
  };

function withReferenced(site: Site, register: string): string[] {
  const named = (name: string) => site.registers.get(name);
  const found = named(register);
  if (!found) throw new Error(`There is no list ${register}.`);
  return [found, ...referencedRegisters(found, named)].map(({ name }) => name);
}

async function loadList(ask: Ask, site: Site, register: string): Promise<void> {
  const path = `${listPath(site, register)}/records`;
  let page = (await ask("GET", `${path}?limit=200`, clerk(site))).json<Page>();
  site.since.set(register, page.since);
  while (page.cursor !== undefined) {
    const next = `${path}?limit=3000&cursor=${encodeURIComponent(page.cursor)}`;
    page = (await ask("GET", next, clerk(site))).json<Page>();
  }
}

export const openResidents = openList("residents");
export const openCases = openList("cases", "residents");

export const askForChanges: Action = async (ask, site) => {
  if (!site.since.has("residents")) {
    const { since } = (await ask("GET", `${listPath(site, "residents")}/records?limit=1`, clerk(site))).json<Page>();
    site.since.set("residents", since);
  }
  const since = encodeURIComponent(site.since.get("residents") ?? "");
  const answer = await ask("GET", `${listPath(site, "residents")}/changes?since=${since}`, clerk(site));
  site.since.set("residents", answer.json<{ since: string }>().since);
};

const newPhone = (site: Site): string => `144${String(50_000_000 + site.next())}`;

export const changeCell: Action = async (ask, site) => {
  await withResidents(site, 1, async ([resident]) => {
    if (!resident) return;
    const answer = await ask("PATCH", `${listPath(site, "residents")}/records/${resident.id}`, {
      ...clerk(site),
      json: { values: { phone: newPhone(site) } },
      headers: { "if-match": `"${resident.version}"`, "idempotency-key": randomBytes(12).toString("hex") },
    });
    resident.version = answer.json<Known>().version;
  });
};

export const pasteCells: Action = async (ask, site) => {
  await withResidents(site, 10, async (residents) => {
    const patches = residents.map(({ id, version }) => ({ id, version, values: { phone: newPhone(site) } }));
    const path = `${listPath(site, "residents")}/patches`;
    const answers = (await ask("POST", path, { ...clerk(site), json: { patches } })).json<Known[]>();
    answers.forEach(({ id, version }, index) => {
      const resident = residents[index];
      if (resident?.id !== id || !version)
        throw new Error(`A pasted row was refused: ${JSON.stringify(answers[index])}`);
      resident.version = version;
    });
  });
};

export const addResident: Action = async (ask, site) => {
  const [person] = people(1, NEWCOMERS + site.next());
  if (!person) return;
  const { name, idNo, phone } = person;
  const json = { values: { name, idNo, phone, household: site.household } };
  const made = await ask("POST", `${listPath(site, "residents")}/records`, { ...clerk(site), json });
  const { id, version } = made.json<Known>();
  site.residents.push({ id, version });
};

export const lookAtHistory: Action = async (ask, site) => {
  const [resident] = site.residents;
  if (resident) await ask("GET", `${listPath(site, "residents")}/records/${resident.id}/history`, clerk(site));
};

export const showSealed: Action = async (ask, site) => {
  await withResidents(site, 1, async ([resident]) => {
    if (!resident) return;
    const path = `${listPath(site, "residents")}/records/${resident.id}`;
    await ask("POST", `${path}/reveal`, { ...clerk(site), json: { field: "idNo", reason: "开具证明" } });
    resident.version = (await ask("GET", path, clerk(site))).json<Known>().version;
  });
};

export const settleCase: Action = async (ask, site) => {
  const values = { type: "opinion", channel: "visit", cause: `楼道照明第 ${site.next()} 处不亮` };
  const made = await ask("POST", `${listPath(site, "cases")}/records`, { ...clerk(site), json: { values } });
  const moves = `${listPath(site, "cases")}/records/${made.json<Known>().id}/moves`;
  await ask("POST", `${moves}/classify`, { ...clerk(site), json: { values: { addressee: ["committee"] } } });
  await ask("POST", `${moves}/answer`, { ...clerk(site), json: { values: { answer: "已换灯泡。" } } });
};

export const exportResidents: Action = async (ask, site) => {
  await ask("GET", `${listPath(site, "residents")}/export.csv`, clerk(site));
};

/** A file of ten people who are new here, looked at, committed, and asked for until it is done. */
export const importRows: Action = async (ask, site) => {
  const imports = `${listPath(site, "residents")}/imports`;
  const [headings = [], ...rows] = plainRows(people(10, IMPORTED + 10 * site.next()));
  const columns = headings.map((header) => ({ header, type: "text" as const, width: 10 }));
  const bytes = new TextEncoder().encode(writeCsvText({ columns, rows }));
  const { id } = (await ask("POST", imports, { ...clerk(site), bytes })).json<Known>();
  await ask("POST", `${imports}/${id}/commit`, clerk(site));
  for (let asked = 0; asked < 60; asked += 1) {
    await setTimeout(1_000);
    const { state, done } = (await ask("GET", `${imports}/${id}`, clerk(site))).json<{ state: string; done: number }>();
    if (state === "done" && done === rows.length) return;
    if (state === "failed") break;
  }
  throw new Error(`The import of ten rows in ${site.code} did not end as it should.`);
};

/** Takes residents aside while they are changed: two colleagues do not type into one row. */
async function withResidents(site: Site, count: number, work: (taken: Known[]) => Promise<void>): Promise<void> {
  const taken = site.residents.splice(0, count);
  try {
    await work(taken);
  } finally {
    site.residents.push(...taken);
  }
}
