import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Person, settle, type World } from "../admin/harness/world.ts";
import { launchBrowser } from "../support/browser.ts";
import { type Linli, startLinli } from "../support/linli.ts";

let linli: Linli;
let browser: Browser;
let world: World;
/** At the desk, on a wide screen; at the door, on a phone. */
let desk: Page;
let door: Page;
let meeting: string;
const errors: string[] = [];
const NAMES = ["Anna", "Bertha", "Carla", "Dora"];
const REPRESENTATIVES = 7;

beforeAll(async () => {
  [linli, browser] = await Promise.all([startLinli({ functions: ["site", "api", "auth"] }), launchBrowser()]);
  world = await settle(linli);
  meeting = await prepare(world);
  const address = `${linli.url}/admin/#/meeting/${meeting}`;
  desk = await signedIn(world.clerks[0], address, { width: 1440, height: 900 });
  door = await signedIn(world.clerks[1], address, { width: 360, height: 740 });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await linli?.close();
});

/** Representatives, a meeting of today and four candidates for three seats, as the clerk types them into the sheets. */
async function prepare({ community, clerks: [clerk] }: World): Promise<string> {
  const add = async (register: string, rows: readonly object[]) => {
    const path = `/api/communities/${community}/registers/${register}/patches`;
    const answers = await clerk.call<{ id: string }[]>("POST", path, { patches: rows.map((values) => ({ values })) });
    return answers.map(({ id }) => id);
  };
  const people = Array.from({ length: REPRESENTATIVES }, (_, index) => ({
    person: `Person ${index + 1}`,
    from: "2020-01-01",
  }));
  await add("representatives", people);
  const officers = [
    { name: "Head", role: "head" },
    { name: "Scrutineer", role: "scrutineer" },
    { name: "Teller", role: "teller" },
  ];
  const at = `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}T09:00`;
  const [id = ""] = await add("meetings", [{ title: "Election", kind: "representatives", at, officers }]);
  const stands = { meeting: id, rule: "V2", office: "member" };
  await add(
    "candidates",
    NAMES.map((person) => ({ ...stands, person })),
  );
  return id;
}

async function signedIn(person: Person, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: "en-US" });
  const opened = await context.newPage();
  opened.setDefaultTimeout(40_000);
  opened.on("pageerror", (error) => errors.push(error.message));
  await opened.goto(address);
  await opened.fill("[name=login]", person.login);
  await opened.fill("[name=password]", person.password);
  await opened.press("[name=password]", "Enter");
  await opened.getByRole("heading", { name: "Election", exact: true }).waitFor();
  // A paper stays while it is printed; the test looks at it meanwhile.
  await opened.evaluate(() => {
    window.print = () => undefined;
  });
  return opened;
}

/** Presses a button of the page and the one of the same name in the dialog that it opens. */
async function taken(page: Page, name: string, confirm = name) {
  await page.getByRole("button", { name, exact: true }).click();
  const dialog = page.getByRole("dialog", { name });
  await dialog.getByRole("button", { name: confirm, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
}

/** Enters a count by keyboard: papers first, then each name. */
async function counted(page: Page, favour: readonly number[], valid: number) {
  await page.getByRole("button", { name: "Enter a count" }).click();
  const dialog = page.getByRole("dialog", { name: "Enter a count" });
  await dialog.getByLabel("Issued").waitFor();
  for (const figure of [valid, valid, 0]) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press("Tab");
  }
  for (const votes of favour) {
    for (const figure of [votes, valid - votes, 0]) {
      await page.keyboard.type(String(figure));
      await page.keyboard.press("Tab");
    }
  }
  await dialog.getByRole("button", { name: "Hand in the count" }).click();
  await dialog.waitFor({ state: "detached" });
}

async function paper(page: Page, button: string): Promise<string> {
  await page.getByRole("button", { name: button }).click();
  const sheet = page.locator(".linli-vote-paper");
  await sheet.waitFor({ state: "attached" });
  await page.emulateMedia({ media: "print" });
  const text = await sheet.innerText();
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await sheet.waitFor({ state: "detached" });
  return text;
}

describe("a meeting of representatives in the console", () => {
  test("S3.18 is called, and does not open before more than half have come in at the door", async () => {
    await taken(desk, "Call");
    await desk.getByRole("checkbox", { name: "Person 1" }).waitFor();
    await door.getByRole("checkbox", { name: "Person 1" }).waitFor();
    // At the door by finger, at the desk by keyboard.
    await door.getByRole("checkbox", { name: "Person 1" }).check();
    await door.getByRole("checkbox", { name: "Person 2" }).check();
    await desk.getByLabel("Find a name").fill("Person 3");
    await desk.keyboard.press("Enter");
    await desk.getByText(/^Present 3/).waitFor();
    await desk.getByRole("button", { name: "Open", exact: true }).click();
    const dialog = desk.getByRole("dialog", { name: "Open" });
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await dialog.getByText("3 of 7 are present; at least 5 must be").first().waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    // The line at the door is lost: who comes in is ticked all the same, and told when it is back.
    await door.context().setOffline(true);
    for (const name of ["Person 4", "Person 5"]) await door.getByRole("checkbox", { name }).check();
    await door.getByText("The attendance of 2 people is not sent yet").waitFor();
    await desk.getByText(/^Present 3/).waitFor();
    await door.context().setOffline(false);
    await desk.getByText(/^Present 5/).waitFor();
    await taken(desk, "Open");
    await desk.getByRole("button", { name: "Close", exact: true }).waitFor();
  });

  test("S3.12 prepares an election, says how many candidates it needs, and prints a ballot for each present", async () => {
    await desk.getByRole("button", { name: "Prepare a vote" }).click();
    const dialog = desk.getByRole("dialog", { name: "Prepare a vote" });
    await dialog.getByLabel("Rule").click();
    await desk.getByRole("option", { name: "Election of the committee" }).click();
    await dialog.getByLabel("Seats").fill("3");
    await dialog.getByRole("button", { name: "Prepare a vote" }).click();
    await dialog.waitFor({ state: "detached" });
    const vote = desk.getByRole("article", { name: "Election of the committee" });
    await vote.getByText(/Candidates 4 · At least 4 candidates/).waitFor();
    const ballots = await paper(desk, "Print ballots");
    expect(ballots.match(/First community Election of the committee/g)).toHaveLength(5);
    for (const name of NAMES) expect(ballots.match(new RegExp(name, "g"))).toHaveLength(5);
    // Nothing on a ballot tells it from the next.
    expect(
      new Set(
        ballots
          .split("First community")
          .slice(1)
          .map((text) => text.trim()),
      ).size,
    ).toBe(1);
  });

  test("S3.20 is counted by two people apart, whose figures are compared, and announced", async () => {
    await taken(desk, "Open the vote");
    await counted(desk, [5, 4, 3, 2], 5);
    await desk.getByText(/Your count is in/).waitFor();
    expect(await desk.getByRole("button", { name: "Enter a count" }).count()).toBe(0);
    await door.getByText("1 of 2 counts entered").waitFor();
    await counted(door, [5, 4, 2, 2], 5);
    await desk.getByText("The two counts differ:").waitFor();
    await desk.getByRole("rowheader", { name: "Carla For" }).waitFor();
    await desk.getByRole("button", { name: "Count anew" }).click();
    const dialog = desk.getByRole("dialog", { name: "Count anew" });
    await dialog.getByLabel("Reason").fill("Carla's papers were counted again");
    await dialog.getByRole("button", { name: "OK" }).click();
    await dialog.waitFor({ state: "detached" });
    await counted(desk, [5, 4, 3, 2], 5);
    await door.getByText("1 of 2 counts entered").waitFor();
    await counted(door, [5, 4, 3, 2], 5);
    await desk.getByRole("button", { name: "Announce the result" }).waitFor();
    await taken(desk, "Announce the result");
    const vote = desk.getByRole("article", { name: "Election of the committee" });
    await vote.getByText("All seats filled").waitFor();
    const rows = await vote.getByRole("row").allInnerTexts();
    expect(rows.filter((row) => row.includes("Elected")).map((row) => row.split(/\s/)[0])).toEqual(
      expect.arrayContaining(["Anna", "Bertha", "Carla"]),
    );
  });

  test("S3.20 prints the result sheet with figures, sources and lines for the signatures", async () => {
    const sheet = await paper(desk, "Print the result sheet");
    for (const part of ["Election of the committee", "Anna", "Scrutineer", "Teller", "Head", "Signature", "S3.18"]) {
      expect(sheet).toContain(part);
    }
    await desk.getByRole("button", { name: "Print the result sheet" }).click();
    const pdf = await desk.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe("%PDF");
    await desk.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  });

  test("fits a phone, and is sound for those who do not see it", async () => {
    const width = await door.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const { violations } = await new AxeBuilder({ page: desk }).include(".linli-meeting").analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
