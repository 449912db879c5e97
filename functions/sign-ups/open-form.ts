import { createHash } from "node:crypto";
import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { invalid, Refusal } from "../../shared/contract/refusal.ts";
import { shortCode } from "../../shared/rules/short-code.ts";
import { areaKey } from "../guard/account-keys.ts";
import type { Deps } from "../http/deps.ts";
import { getItem, updateItem } from "../store/items.ts";
import { getRecord, pageRecords } from "../store/records.ts";
import { transactItem, writeTogether } from "../store/transact.ts";
import { type Form, findForm, formItem, formOf } from "./form-item.ts";
import { FORM_SUBJECTS, type FormSubject } from "./form-subjects.ts";
import { formKey, formOfKey, formsPartition } from "./keys.ts";

const ATTEMPTS = 5;

/**
 * Opens the form of a record, such as an event's sign-up, once: opened again, it keeps its code and takes over what
 * the committee's record says today. A form that was closed stays closed until it is opened by name.
 */
export async function openForm(deps: Deps, community: string, kind: Form["kind"], record: string): Promise<Form> {
  const subject = await FORM_SUBJECTS[kind].find(deps, community, record);
  if (!subject) throw invalid({ path: "record", code: "unknown-reference" });
  const about = await aboutCommittee(deps, community, subject);
  const existing = await formOf(deps, community, kind, record);
  if (existing) {
    // Nothing but this is written: whoever closes the form at the same moment has closed it.
    await updateItem(deps, formKey(existing.code), { set: about, condition: "attribute_exists(pk)" });
    return { ...existing, ...about };
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const code = shortCode(createHash("sha256").update(`form\n${deps.newId()}`).digest().subarray(0, 12));
    if (await findForm(deps, code)) continue;
    const form: Form = { code, kind, community, record, state: "open", openedAt: deps.now(), ...about };
    if (await named(deps, form)) return form;
    const winner = await formOf(deps, community, kind, record);
    if (winner) return winner;
  }
  throw new Refusal("busy");
}

/** Closes a form, or opens it again; the record's own closing moment stands besides. */
export async function setFormState(deps: Deps, form: Form, state: Form["state"]): Promise<Form> {
  await deps.documents.send(
    new UpdateCommand({
      TableName: deps.tables.records,
      Key: formKey(form.code),
      UpdateExpression: "SET #state = :state",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":state": state },
    }),
  );
  return { ...form, state };
}

/** All forms of a community. */
export async function formsOf(deps: Deps, community: string): Promise<Form[]> {
  const { Items = [] } = await deps.documents.send(
    new QueryCommand({
      TableName: deps.tables.records,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": formsPartition(community) },
      ConsistentRead: true,
    }),
  );
  const forms = await Promise.all(Items.map((item) => findForm(deps, String(item.code))));
  return forms.filter((form) => form !== undefined);
}

/** A new form and the name it is found by, together; false when the record has one already, or the code is taken. */
async function named(deps: Deps, form: Form): Promise<boolean> {
  const { community, kind, record, code } = form;
  const name = { ...formOfKey(community, kind, record), code };
  const items = [formItem(form), name].map((put) => transactItem(deps.tables.records, { put, only: "absent" }));
  return (await writeTogether(deps.documents, items)) === undefined;
}

/** Who invites and how to reach them. The pages for residents may not read the committee's record themselves. */
async function aboutCommittee(
  deps: Deps,
  community: string,
  subject: FormSubject,
): Promise<Pick<Form, "committee" | "organiser">> {
  const { records } = await pageRecords(deps, "committees", community, { limit: 10 });
  const values = records[0]?.values ?? {};
  const text = (key: string) => (typeof values[key] === "string" ? { [key]: values[key] } : {});
  const area = await getItem(deps, areaKey(community));
  const organiser = subject.organiser ? await getRecord(deps, "bodies", community, subject.organiser) : undefined;
  return {
    committee: {
      name: String(values.name ?? area?.name ?? community),
      ...text("nameEn"),
      ...text("phone"),
      ...text("address"),
      ...text("hours"),
    },
    ...(organiser && { organiser: String(organiser.values.name) }),
  };
}
