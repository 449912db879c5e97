import { beforeAll, describe, expect, test } from "vitest";
import { COMMUNITY } from "../../support/api.ts";
import { asGivenOutEarlier } from "./earlier-receipts.ts";
import { openTestForms, type TestForms } from "./forms.ts";

let linli: TestForms;
let phone = 13_800_000_000;
const nextPhone = () => {
  phone += 1;
  return String(phone);
};

beforeAll(async () => {
  linli = await openTestForms();
});

/** Sets the clock to a moment in China. */
const at = (moment: string) => {
  linli.clock.now = Date.parse(`${moment}+08:00`);
};
const shownState = async (location: string) =>
  /<main data-state="([a-z]+)"/.exec((await linli.get(location)).text)?.[1];
const list = async (event: string) => {
  const all = await linli.clerk("GET", "/registers/sign-ups/records?limit=1000");
  return all.body.records.filter(({ values }) => values.event === event).map(({ values }) => values);
};

describe("signing up by QR code", () => {
  test("S1.2 a resident signs up with name and phone and gets a receipt; the list keeps the channel", async () => {
    const { id, code } = await linli.event();
    const sent = await linli.signUp(code, { name: "孙 勇", phone: "138 0000 9999" });
    expect(sent.status).toBe(303);
    expect(sent.location).toMatch(/^\/r\/[0-9a-z]{16,}$/);
    expect(await shownState(sent.location)).toBe("ok");
    expect(await list(id)).toMatchObject([{ name: "孙勇", phone: "13800009999", channel: "qr", state: "ok" }]);
  });

  test("the same page sent twice, also at the same time, is one sign-up with one receipt", async () => {
    const { id, code } = await linli.event();
    const body = { ...(await linli.opened(code)), name: "王芳", phone: nextPhone(), consent: "1" };
    const both = await Promise.all([linli.post(`/f/${code}`, body), linli.post(`/f/${code}`, body)]);
    const later = await linli.post(`/f/${code}`, body);
    expect(new Set([...both, later].map(({ location }) => location)).size).toBe(1);
    expect(later.status).toBe(303);
    expect(await list(id)).toHaveLength(1);
  });

  test("the same page sent again after sign-up has closed still answers with its receipt", async () => {
    const { code } = await linli.event({ gather: "2026-06-10T07:00" });
    at("2026-06-08T23:59:50");
    const body = { ...(await linli.opened(code)), name: "王芳", phone: nextPhone(), consent: "1" };
    const sent = await linli.post(`/f/${code}`, body);
    at("2026-06-09T00:10:00");
    expect((await linli.post(`/f/${code}`, body)).location).toBe(sent.location);
    at("2026-06-01T10:00:00");
  });

  test("the same phone from a new page is refused without saying who has signed up", async () => {
    const { id, code } = await linli.event();
    const entries = { name: "李志明", phone: nextPhone() };
    await linli.signUp(code, entries);
    const again = await linli.signUp(code, { name: "别人", phone: entries.phone });
    expect(again.status).toBe(422);
    expect(again.text).not.toContain("李志明");
    expect(again.text).toContain("别人");
    expect(await list(id)).toHaveLength(1);
  });

  test("two people who send one phone at the same moment get one place, and no place is lost", async () => {
    const { id, code } = await linli.event({ capacity: 2 });
    const shared = nextPhone();
    const pages = await Promise.all([linli.opened(code), linli.opened(code)]);
    const sent = await Promise.all(
      pages.map((page, index) =>
        linli.post(`/f/${code}`, { ...page, name: `同号${index}`, phone: shared, consent: "1" }),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 422]);
    const other = await linli.signUp(code, { name: "另一人", phone: nextPhone() });
    expect(await shownState(other.location)).toBe("ok");
    expect(await list(id)).toHaveLength(2);
  });

  test("bad entries come back on the same page, each with its reason beside the input and everything kept", async () => {
    const { id, code } = await linli.event();
    const page = await linli.opened(code);
    const entries = { name: "", phone: "12", age: "abc", health: "高血压", emergency: "儿子" };
    const sent = await linli.post(`/f/${code}?lang=en`, { ...page, ...entries });
    expect(sent.status).toBe(422);
    for (const name of ["name", "phone", "age", "healthConsent", "consent"]) {
      expect(sent.text).toContain(`id="${name}-wrong"`);
      expect(sent.text).toMatch(new RegExp(`aria-describedby="[^"]*${name}-wrong"`));
      expect(sent.text).toContain(`<a href="#${name}">`);
    }
    expect(sent.text).toContain('value="abc"');
    expect(sent.text).toContain("高血压");
    expect(sent.text).toContain('value="儿子"');
    expect(await list(id)).toEqual([]);
    const corrected = { ...page, ...entries, name: "赵静", phone: nextPhone(), age: "70", healthConsent: "1" };
    expect((await linli.post(`/f/${code}`, { ...corrected, consent: "1" })).status).toBe(303);
  });

  test("what is entered cannot become markup", async () => {
    const { code } = await linli.event();
    const nasty = `"><script>alert(1)</script>`;
    const sent = await linli.signUp(code, { name: nasty, phone: nasty });
    expect(sent.status).toBe(422);
    expect(sent.text).not.toContain("<script");
  });

  test("S1.9 a health note is sealed, needs its own consent, and staff see only that there is one", async () => {
    const { id, code } = await linli.event();
    await linli.signUp(code, { name: "周杰", phone: nextPhone(), health: "心脏支架", healthConsent: "1", age: "71" });
    const [signedUp] = await list(id);
    expect(signedUp).toMatchObject({ health: "******", age: 71 });
    const bus = await linli.clerk("GET", `/events/${id}/lists/bus`);
    expect(JSON.stringify(bus.body)).not.toContain("心脏支架");
    expect(bus.body).toMatchObject({ unseated: [{ name: "周杰", hasHealth: true, age: 71 }] });
  });

  test("an event that is no trip asks for name and phone only", async () => {
    const { code } = await linli.event({ kind: "lecture" });
    const names = [...(await linli.get(`/f/${code}`)).text.matchAll(/ name="(\w+)"/g)].map((match) => match[1]);
    expect(names.filter((name) => name !== "viewport" && name !== "robots")).toEqual([
      "token",
      "website",
      "name",
      "phone",
      "consent",
    ]);
  });

  test("more persons than the event allows for one phone, and people below its age, are refused", async () => {
    const { code } = await linli.event({ perPhoneMax: 3, minAge: 60 });
    const refused = await linli.signUp(code, { name: "吴磊", phone: nextPhone(), partySize: "4", age: "59" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('id="partySize-wrong"');
    expect(refused.text).toContain('id="age-wrong"');
    const taken = await linli.signUp(code, { name: "吴磊", phone: nextPhone(), partySize: "3", age: "60" });
    expect(taken.status).toBe(303);
  });
});

describe("when a form takes sign-ups", () => {
  test("S1.3 the last second two days before is accepted, the next one is refused in words", async () => {
    const { code } = await linli.event();
    at("2026-06-08T23:59:00");
    const page = await linli.opened(code);
    at("2026-06-08T23:59:59.999");
    expect((await linli.post(`/f/${code}`, { ...page, name: "甲", phone: nextPhone(), consent: "1" })).status).toBe(
      303,
    );
    at("2026-06-09T00:00:00");
    const late = await linli.post(`/f/${code}`, { ...page, name: "乙", phone: nextPhone(), consent: "1" });
    expect(late.status).toBe(410);
    expect(late.text).toContain("2026年6月8日（星期一）23:59:59");
    expect((await linli.get(`/f/${code}`)).status).toBe(410);
    at("2026-06-01T10:00:00");
  });

  test("a closed form answers 410 until it is opened again; an unknown one 404", async () => {
    const { code } = await linli.event();
    expect((await linli.clerk("POST", `/forms/${code}/close`)).status).toBe(200);
    expect((await linli.get(`/f/${code}`)).status).toBe(410);
    await linli.clerk("POST", `/forms/${code}/open`);
    expect((await linli.get(`/f/${code.toUpperCase()}`)).status).toBe(200);
    expect((await linli.get("/f/abcd3467")).status).toBe(404);
    expect((await linli.get("/f/%2e%2e")).status).toBe(404);
    expect((await linli.get("/f/toolongcode")).status).toBe(404);
  });

  test("a page counts between three seconds and a day after it was made, and only for its own form", async () => {
    const [one, two] = [await linli.event(), await linli.event()];
    const page = await linli.opened(one.code);
    const send = (code: string, token = page.token) =>
      linli.post(`/f/${code}`, { token: token ?? "", name: "甲", phone: nextPhone(), consent: "1" });
    linli.clock.now -= 1_000;
    expect((await send(one.code)).status).toBe(422);
    linli.clock.now += 1_000;
    expect((await send(one.code)).status).toBe(303);
    expect((await send(two.code)).status).toBe(422);
    expect((await send(one.code, "forged.token.x")).status).toBe(422);
    linli.clock.now += 24 * 3_600_000;
    expect((await send(one.code)).status).toBe(422);
    at("2026-06-01T10:00:00");
  });

  test("a program that fills the trap is not signed up", async () => {
    const { id, code } = await linli.event();
    expect((await linli.signUp(code, { name: "甲", phone: nextPhone(), website: "x" })).status).toBe(422);
    expect(await list(id)).toEqual([]);
  });

  test("600 submissions a minute from one address are taken, the 601st waits; another address does not", async () => {
    const { code } = await linli.event();
    const bad = { name: "" };
    for (let sent = 0; sent < 600; sent += 100) {
      const part = await Promise.all(
        Array.from({ length: 100 }, () => linli.post(`/f/${code}`, bad, { address: "10.1.1.1" })),
      );
      expect(new Set(part.map(({ status }) => status))).toEqual(new Set([422]));
    }
    const refused = await linli.post(`/f/${code}`, bad, { address: "10.1.1.1" });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await linli.post(`/f/${code}`, bad, { address: "10.1.1.2" })).status).toBe(422);
  });

  test("bodies that are too large, of another type or unreadable are refused with a page", async () => {
    const { code } = await linli.event();
    const large = await linli.post(`/f/${code}`, `name=${"x".repeat(20_000)}`);
    expect(large.status).toBe(413);
    expect((await linli.post(`/f/${code}`, "name=%E0%A4%A")).status).toBe(400);
    const json = await linli.form.request(`/f/${code}`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(json.status).toBe(415);
    expect(json.headers.get("content-type")).toContain("text/html");
  });
});

describe("the page", () => {
  test("asks for nothing else, is small, and tells nobody where it was", async () => {
    const { code } = await linli.event({ perPhoneMax: 4, minAge: 60, commercialStop: true });
    const page = await linli.get(`/f/${code}`);
    expect(Buffer.byteLength(page.text)).toBeLessThan(14_000);
    expect(page.text).not.toMatch(/<script|<img|@import|url\(|<link rel="stylesheet"/);
    const policy = page.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("x-robots-tag")).toContain("noindex");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("S1.1 S1.5 S1.9 tells what a notice tells: when with weekday, where, stops, the shop, places and closing", async () => {
    const { code } = await linli.event({ commercialStop: true, fee: 1250, coOrganisers: "济南站" });
    const { text } = await linli.get(`/f/${code}`);
    for (const words of [
      "2026年6月10日（星期三）07:00",
      "社区服务站门口",
      "15:00",
      "13:00 杏园 采摘",
      "每人 12.50 元",
      "济南站",
      "购物自愿",
      "还有 40 个名额",
      "2026年6月8日（星期一）23:59:59",
      "活动结束后 30 天内删除",
    ]) {
      expect(text).toContain(words);
    }
    expect((await linli.get(`/f/${code}?lang=en&big=1`)).text).toMatch(/<html lang="en" class="big">/);
    expect((await linli.get(`/f/${code}`, { "accept-language": "en" })).text).toContain("Wednesday, 10 June 2026");
  });
});

describe("receipts", () => {
  test("a receipt cancels its sign-up, the first who waits moves up, and staff see whom to phone", async () => {
    const { id, code } = await linli.event({ capacity: 1 });
    const first = await linli.signUp(code, { name: "先到", phone: nextPhone() });
    const second = await linli.signUp(code, { name: "后到", phone: nextPhone() });
    const third = await linli.signUp(code, { name: "最后", phone: nextPhone() });
    expect(await shownState(second.location)).toBe("waiting");
    expect((await linli.get(third.location)).text).toContain("候补第 2 位");
    const cancelled = await linli.post(first.location, { action: "cancel" });
    expect([cancelled.status, cancelled.location]).toEqual([303, first.location]);
    expect(await shownState(first.location)).toBe("cancelled");
    expect(await shownState(second.location)).toBe("ok");
    expect((await linli.get(third.location)).text).toContain("候补第 1 位");
    const calls = await linli.clerk("GET", `/events/${id}/to-phone`);
    expect(calls.body).toMatchObject({ people: [{ name: "后到" }] });
    const [person] = (calls.body as unknown as { people: { id: string }[] }).people;
    expect((await linli.clerk("POST", `/events/${id}/to-phone/${person?.id}/done`)).status).toBe(204);
    expect((await linli.clerk("GET", `/events/${id}/to-phone`)).body).toMatchObject({ people: [] });
    const history = await linli.clerk("GET", `/registers/sign-ups/records/${person?.id}/history`);
    expect(JSON.stringify(history.body)).toContain("promote");
  });

  test("who cancelled may sign up anew with the same phone, at the end of the line", async () => {
    const { code } = await linli.event({ capacity: 1 });
    const mine = nextPhone();
    const first = await linli.signUp(code, { name: "甲", phone: mine });
    const second = await linli.signUp(code, { name: "乙", phone: nextPhone() });
    await linli.post(first.location, { action: "cancel" });
    const anew = await linli.signUp(code, { name: "甲", phone: mine });
    expect(anew.location).not.toBe(first.location);
    expect([await shownState(second.location), await shownState(anew.location)]).toEqual(["ok", "waiting"]);
  });

  test("a receipt shows no name; a made-up one is not found; nothing is cancelled once the event has begun", async () => {
    const { code } = await linli.event();
    const sent = await linli.signUp(code, { name: "郑爽秋", phone: nextPhone() });
    expect((await linli.get(sent.location)).text).not.toContain("郑爽秋");
    expect((await linli.get(`/r/${"0".repeat(26)}`)).status).toBe(404);
    expect((await linli.get("/r/x")).status).toBe(404);
    at("2026-06-10T07:00:00");
    expect((await linli.get(sent.location)).text).not.toContain("<details");
    expect((await linli.post(sent.location, { action: "cancel" })).status).toBe(410);
    at("2026-06-01T10:00:00");
  });

  test("a receipt's address has 130 bits, and no less of it opens; a shorter one given out earlier goes on opening", async () => {
    const { code } = await linli.event();
    const mine = nextPhone();
    const page = { ...(await linli.opened(code)), name: "甲", phone: mine, consent: "1" };
    const { location } = await linli.post(`/f/${code}`, page);
    expect(location).toMatch(/^\/r\/[0-9a-hjkmnp-tv-z]{26}$/);
    const earlier = location.slice(0, -6);
    for (const less of [earlier, location.slice(0, -1)]) expect((await linli.get(less)).status).toBe(404);
    await asGivenOutEarlier(linli.deps, location);
    expect(await shownState(earlier)).toBe("ok");
    const printed = /class="code">([^<]+)</.exec((await linli.get(earlier)).text)?.[1] ?? "";
    const found = await linli.post("/r/find", { code: printed, last: mine.slice(-4) });
    for (const again of [found, await linli.post(`/f/${code}`, page)])
      expect(await shownState(again.location)).toBe("ok");
    await linli.post(earlier, { action: "cancel" });
    expect(await shownState(found.location)).toBe("cancelled");
  });

  test("the printed code finds the receipt together with the phone's last four digits, and not without", async () => {
    const { code } = await linli.event();
    const mine = nextPhone();
    const sent = await linli.signUp(code, { name: "甲", phone: mine });
    const printed = /class="code">([^<]+)</.exec((await linli.get(sent.location)).text)?.[1] ?? "";
    expect(printed).toMatch(/^\w{4} \w{4}$/);
    const found = await linli.post("/r/find", { code: printed.toUpperCase(), last: mine.slice(-4) });
    expect([found.status, found.location]).toEqual([303, sent.location]);
    const wrong = await linli.post("/r/find", { code: printed, last: "0000" });
    const unknown = await linli.post("/r/find", { code: "abcd3467", last: "0000" });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.text.replace(printed, "")).toBe(unknown.text.replace("abcd3467", ""));
    let last = wrong;
    for (let tries = 0; tries < 10; tries += 1) last = await linli.post("/r/find", { code: printed, last: "0001" });
    expect(last.status).toBe(429);
  });
});

test("S1.4 300 people at once for 40 places: 40 have one, 260 wait, in order of arrival, and nobody is lost", async () => {
  const { id, code } = await linli.event({ capacity: 40 });
  const pages = await Promise.all(Array.from({ length: 300 }, () => linli.get(`/f/${code}`)));
  linli.clock.now += 5_000;
  const sent = await Promise.all(
    pages.map(({ text }, index) => {
      const token = /name="token" value="([^"]+)"/.exec(text)?.[1] ?? "";
      return linli.post(`/f/${code}`, { token, name: `居民${index}`, phone: nextPhone(), consent: "1" });
    }),
  );
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]));
  expect(new Set(sent.map(({ location }) => location)).size).toBe(300);
  const bus = await linli.clerk("GET", `/events/${id}/lists/bus`);
  const { unseated, waiting } = bus.body as unknown as Record<"unseated" | "waiting", { id: string; state: string }[]>;
  expect([unseated.length, waiting.length]).toEqual([40, 260]);
  const receipts = await Promise.all(sent.map(({ location }) => linli.get(location)));
  const states = receipts.map(({ text }) => /<main data-state="([a-z]+)"/.exec(text)?.[1]);
  expect(states.filter((state) => state === "ok")).toHaveLength(40);
  const ranks = receipts.flatMap(({ text }) => /候补第 (\d+) 位/.exec(text)?.[1] ?? []).map(Number);
  expect(ranks.sort((a, b) => a - b)).toEqual(Array.from({ length: 260 }, (_, index) => index + 1));
  expect(COMMUNITY).toHaveLength(12);
}, 180_000);
