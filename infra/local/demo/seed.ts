import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../../../shared/rules/calendar.ts";
import type { SeedOptions } from "../demo-seed.ts";
import { type Member, makePeople, type People } from "./accounts.ts";
import { addAssetsAndPay } from "./assets.ts";
import { addCases } from "./cases.ts";
import { addBodies, addFirstRecords, addServiceTargets, committeeOf } from "./committee-records.ts";
import { addFieldwork } from "./fieldwork.ts";
import { addBudget } from "./funds.ts";
import { addHandovers } from "./handovers.ts";
import { importSheet } from "./imports.ts";
import { addLedger } from "./ledger.ts";
import { addMeetings } from "./meetings.ts";
import { addMonths } from "./months.ts";
import { addOfficers } from "./officers.ts";
import { addOpenAffairs } from "./open-affairs.ts";
import { AREA, EMPTY, POPULATED, STREETS } from "./places.ts";
import { makePopulation } from "./population.ts";
import { addPublications } from "./publications.ts";
import { addRecords } from "./records.ts";
import { dwellingSheet, residentSheet } from "./rosters.ts";
import { addRules } from "./rules.ts";
import { addEvents, type OpenedForm } from "./sign-ups.ts";
import { addSurveys } from "./surveys.ts";
import { addTasks } from "./tasks.ts";
import { addWorkLists } from "./work-lists.ts";

/**
 * Fills the demo district (演示区) as people would: accounts by invitation, lists by import, sign-ups by all channels,
 * through the same addresses that everybody uses. What it made is written to `demo.json`.
 */
export async function seedDemo({ baseUrl, dataDir, invite, offerRoles, newDay, log }: SeedOptions): Promise<void> {
  const today = dayOf(Date.now());
  log("Filling in the demo district 正在填充演示数据");
  const people = await makePeople(baseUrl, invite);
  const director = memberOf(people, POPULATED.code, "director");
  const clerk = memberOf(people, POPULATED.code, "clerk");
  const population = makePopulation(today);
  await addRecords(clerk.client, POPULATED.code, "committees", [committeeOf(POPULATED, STREETS[0].name)]);
  await importSheet(clerk.client, POPULATED.code, "dwellings", dwellingSheet(population), log);
  await importSheet(director.client, POPULATED.code, "residents", residentSheet(population, today), log);
  const organiser = await addBodies(clerk.client, POPULATED.code);
  await addServiceTargets(clerk.client, POPULATED.code, today);
  await Promise.all(
    people.directors.map(({ place, client }) => addFirstRecords(client, place, streetOf(place.code), today)),
  );
  log("  events, sign-ups, surveys, opinions and closed months 活动、报名、问卷、事项和月报");
  const [signUps, surveys, opinions] = await Promise.all([
    addEvents(clerk.client, baseUrl, POPULATED.code, organiser, today),
    addSurveys(clerk.client, baseUrl, POPULATED.code, today),
    addCases(clerk.client, baseUrl, POPULATED.code, today),
  ]);
  await addWorkLists(clerk.client, POPULATED.code, today);
  await addOfficers({ clerk: clerk.client, director: director.client }, POPULATED.code, today);
  await addRules(director.client, POPULATED.code, today);
  log("  the year's books 财务账簿");
  const hand = (post: string) => memberOf(people, POPULATED.code, post).client;
  const reviewers = [hand("council"), hand("supervision")];
  const bookkeepers = { cashier: hand("cashier"), accountant: hand("accountant"), reviewers };
  await addLedger({ ...bookkeepers, director: director.client, directorName: director.name }, POPULATED.code, today);
  log("  tasks from above and handovers 上级任务和移交");
  const street = hand("street");
  await addTasks(
    { clerk: clerk.client, director: director.client, accountant: hand("accountant") },
    POPULATED.code,
    today,
  );
  await addHandovers({ director: director.client, street }, POPULATED.code, today);
  log("  representatives, an election and decisions 居民代表、选举和表决");
  const names = people.members.map(({ name }) => name);
  const meetingHands = { clerk: clerk.client, director: director.client, secretary: hand("secretary"), street, names };
  await addMeetings(meetingHands, POPULATED.code, today);
  await addBudget({ director: director.client }, POPULATED.code, today);
  const keepers = { clerk: clerk.client, director: director.client, cashier: hand("cashier"), street };
  await addAssetsAndPay(keepers, POPULATED.code, today);
  log("  the public board 公开栏");
  await addPublications({ clerk: clerk.client, director: director.client }, POPULATED.code, today);
  const publicHands = { clerk: clerk.client, clerkName: clerk.name, director: director.client };
  await addOpenAffairs({ ...publicHands, council: hand("council") }, POPULATED.code, today);
  log("  visits, patrols and who answers for what 走访、巡逻和包干");
  await addFieldwork({ clerk: clerk.client, director: director.client }, POPULATED.code, today);
  await addMonths(director.client, people.district, today);
  await offerRoles(people.members.map(({ login, label }) => ({ login, label })));
  // The year behind it has had its nights: what ends by itself has ended, and the board shows the sealed history's head.
  await newDay();
  writeDemoFile(dataDir, await demoFile(baseUrl, people, [...signUps, ...surveys, ...opinions]));
}

function memberOf({ members }: People, community: string, post: string): Member {
  const member = members.find((one) => one.community === community && one.posts.includes(post));
  if (!member) throw new Error(`Nobody is ${post} of ${community}`);
  return member;
}

function streetOf(community: string): string {
  return STREETS.find(({ code }) => community.startsWith(code))?.name ?? "";
}

async function demoFile(baseUrl: string, { district, members }: People, forms: readonly OpenedForm[]) {
  const path = `/api/areas/${AREA.code}/clients`;
  const client = (await district.call("POST", path, { name: "demo" })) as Record<string, string>;
  return {
    baseUrl,
    community: POPULATED.code,
    empty: EMPTY.code,
    staff: members.map(({ community, login, password, posts, client: { token } }) => ({
      community,
      login,
      password,
      posts,
      token,
    })),
    district: {
      clientId: client.clientId,
      clientSecret: client.clientSecret,
      area: AREA.code,
      tokenEndpoint: `${baseUrl}/auth/token`,
    },
    forms,
  };
}

/** Passwords and tokens: for the eyes of whoever runs the machine. */
function writeDemoFile(dataDir: string, demo: object): void {
  writeFileSync(join(dataDir, "demo.json"), `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}
