import { setTimeout } from "node:timers/promises";
import { ageOn } from "../../../shared/rules/calendar.ts";
import type { Client } from "./client.ts";
import { demoEvents } from "./events.ts";
import { randomFrom } from "./random.ts";
import { addRecords, type Listed, listRecords } from "./records.ts";

export type OpenedForm = { readonly code: string; readonly kind: string; readonly title: string };

/** Events with their sign-ups by all three channels; the forms that residents can open. */
export async function addEvents(
  client: Client,
  baseUrl: string,
  community: string,
  organiser: string,
  today: string,
): Promise<OpenedForm[]> {
  const random = randomFrom(31);
  const residents = random.shuffled(await listRecords(client, community, "residents"));
  const withPhone = residents.filter(({ values }) => values.phone && ageOn(String(values.birth), today) >= 56);
  const forms: OpenedForm[] = [];
  const sent: (readonly [address: string, people: readonly Listed[]])[] = [];
  let next = 0;
  const take = (count: number) => {
    next += count;
    return withPhone.slice(next - count, next);
  };
  for (const event of demoEvents(today, organiser)) {
    const [id = ""] = await addRecords(client, community, "events", [event.values]);
    const { site, phone, qr } = event.signUps;
    const desk = [
      ...take(site).map((person) => ["site", person] as const),
      ...take(phone).map((person) => ["phone", person] as const),
    ];
    await addRecords(
      client,
      community,
      "sign-ups",
      desk.map(([channel, { values }]) => ({
        event: id,
        channel,
        name: values.name,
        phone: values.phone,
        age: ageOn(String(values.birth), today),
      })),
    );
    if (!event.hasForm) continue;
    const opened = await client.call("POST", `/api/communities/${community}/forms`, { kind: "sign-up", record: id });
    const { code } = opened as { code: string };
    forms.push({ code, kind: "sign-up", title: String(event.values.title) });
    sent.push([`${baseUrl}/f/${code}`, take(qr)]);
  }
  await Promise.all(sent.map(([address, people]) => signUpByForm(address, people, today)));
  return forms;
}

/** Residents open the page, take their time, and send it back, as many at once as came. */
async function signUpByForm(address: string, people: readonly Listed[], today: string): Promise<void> {
  const pages = await Promise.all(people.map(async () => (await fetch(address)).text()));
  // A page that comes back at once was not filled in by a person.
  await setTimeout(3200);
  for (const [index, { values }] of people.entries()) {
    const body = new URLSearchParams(hiddenInputs(pages[index] ?? ""));
    body.set("name", String(values.name));
    body.set("phone", String(values.phone));
    body.set("partySize", "1");
    body.set("age", String(ageOn(String(values.birth), today)));
    body.set("consent", "yes");
    const answer = await fetch(address, { method: "POST", body, redirect: "manual" });
    if (answer.status !== 303)
      throw new Error(`A sign-up was refused: ${answer.status} ${(await answer.text()).slice(0, 900)}`);
  }
}

/** The hidden inputs of a page, as a browser sends them back. */
export function hiddenInputs(page: string): [string, string][] {
  const inputs = page.match(/<input[^>]*type="?hidden"?[^>]*>/g) ?? [];
  const part = (input: string, name: string) => new RegExp(`${name}="?([^"\\s>]*)`).exec(input)?.[1] ?? "";
  return inputs.map((input) => [part(input, "name"), part(input, "value").replace(/&amp;/g, "&")]);
}
