import { setTimeout } from "node:timers/promises";
import { demoCases } from "./case-texts.ts";
import type { Client } from "./client.ts";
import { addRecords, listRecords } from "./records.ts";
import { hiddenInputs, type OpenedForm } from "./sign-ups.ts";

/** What residents send by the opinion box: words, the answer they get, and how they rate it, if they do. */
const BY_QR: readonly (readonly [type: string, cause: string, answer?: string, rating?: string])[] = [
  ["opinion", "楼道小广告清理得很及时，希望坚持。", "谢谢，将继续每周清理。", "5"],
  ["supervision", "水表读数和账单对不上，请核查。", "供水公司已重新抄表并退差额。", "4"],
  ["opinion", "健身器材螺丝松动，有危险。", "器材已加固。", "2"],
  ["opinion", "希望增加晾衣架。"],
  ["help", "母亲行动不便，能否上门采集认证？"],
  ["consult", "居住证到期怎么续办？", "请带身份证到社区窗口，当场办结。"],
];

/** Opinions and mediations of the last months (事项), keyed in by the clerk and sent by residents through their own page. */
export async function addCases(
  client: Client,
  baseUrl: string,
  community: string,
  today: string,
): Promise<OpenedForm[]> {
  const [committee] = await listRecords(client, community, "committees");
  if (!committee) throw new Error("The committee is not there");
  const posts = await listRecords(client, community, "posts");
  const mediator = posts.find(({ values }) => values.post === "clerk")?.id;
  const opened = await client.call("POST", `/api/communities/${community}/forms`, {
    kind: "opinion",
    record: committee.id,
  });
  const { code } = opened as { code: string };
  await Promise.all([addKeyedIn(client, community, today, mediator), sendOpinions(client, baseUrl, community, code)]);
  return [{ code, kind: "opinion", title: "居民意见箱" }];
}

async function addKeyedIn(
  client: Client,
  community: string,
  today: string,
  mediator: string | undefined,
): Promise<void> {
  const all = demoCases(today, mediator);
  const group = { name: "信访调研工作组", layer: "special-committee" };
  const [workingGroup] = await addRecords(client, community, "bodies", [group]);
  const ids = await addRecords(
    client,
    community,
    "cases",
    all.map(({ values }) => values),
  );
  for (const [index, { values: held, moves }] of all.entries()) {
    // A petition is looked into by a working group.
    const also = held.type === "petition" ? { level: "mid", workingGroup } : {};
    for (const { name, values } of moves) {
      // Whoever is told of a breach confirms it.
      const confirmed = held.type === "report" && name === "send" ? { receipt: "承办单位回执，存档" } : {};
      const given = name === "classify" ? { ...values, ...also } : { ...values, ...confirmed };
      await move(client, community, ids[index] ?? "", name, given);
    }
  }
}

function move({ call }: Client, community: string, id: string, name: string, values: object): Promise<unknown> {
  return call("POST", `/api/communities/${community}/registers/cases/records/${id}/moves/${name}`, { values });
}

/** Residents write their opinions; the clerk answers most of them, and some residents rate the answer. */
async function sendOpinions(client: Client, baseUrl: string, community: string, code: string): Promise<void> {
  const address = `${baseUrl}/f/${code}`;
  const pages = await Promise.all(BY_QR.map(async () => (await fetch(address)).text()));
  // A page that comes back at once was not filled in by a person.
  await setTimeout(3200);
  const receipts = new Map<string, string>();
  for (const [index, [type, cause]] of BY_QR.entries()) {
    const body = new URLSearchParams(hiddenInputs(pages[index] ?? ""));
    for (const [key, value] of Object.entries({ type, cause, consent: "1" })) body.set(key, value);
    receipts.set(cause, await sent(address, body));
  }
  const cases = await listRecords(client, community, "cases");
  for (const [, cause, answer, rating] of BY_QR) {
    const found = cases.find(({ values }) => values.cause === cause);
    if (!found || answer === undefined) continue;
    await move(client, community, found.id, "classify", { addressee: ["committee"] });
    await move(client, community, found.id, "answer", { answer });
    if (rating === undefined) continue;
    await sent(`${baseUrl}${receipts.get(cause)}`, new URLSearchParams({ action: "rate", satisfied: rating }));
    if (rating !== "2") await move(client, community, found.id, "close", {});
  }
}

async function sent(address: string, body: URLSearchParams): Promise<string> {
  const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
  if (answer.status !== 303) throw new Error(`${address}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
  return answer.headers.get("location") ?? "";
}
