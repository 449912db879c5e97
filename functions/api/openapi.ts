import type { Field } from "../../shared/schema/field.ts";
import type { Register } from "../../shared/schema/register.ts";
import { REGISTERS } from "../../shared/schema/registers.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The staff API described for programs (OpenAPI 3.1), built from the definitions that the API itself runs on. */
export function openApiDocument() {
  const schemas = Object.fromEntries(
    [...REGISTERS.values()].map((register) => [register.name, valuesSchema(register)]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "Linli staff API", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    servers: [{ url: "/api" }],
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer" },
        session: { type: "apiKey", in: "cookie", name: "session" },
      },
      schemas: { ...schemas, record: RECORD, problem: PROBLEM },
    },
    paths: paths(),
  };
}

const RECORD: Schema = {
  type: "object",
  required: ["id", "version", "values", "updatedAt", "updatedBy"],
  properties: {
    id: { type: "string" },
    version: { type: "integer" },
    values: { type: "object" },
    updatedAt: { type: "string", format: "date-time" },
    updatedBy: { type: "string" },
  },
};

const PROBLEM: Schema = {
  type: "object",
  description: "RFC 9457",
  required: ["title", "status", "code"],
  properties: {
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    fields: {
      type: "array",
      items: {
        type: "object",
        properties: { path: { type: "string" }, code: { type: "string" }, message: { type: "string" } },
      },
    },
  },
};

function paths() {
  const records = "/communities/{c}/registers/{r}/records";
  return {
    "/me": { get: operation("Who I am, and where I hold which rights") },
    "/communities/{c}/registers": { get: operation("Lists the caller may read, with their columns and code lists") },
    "/communities/{c}/coverage": { get: operation("What should be there, how much of it is, and how much is missing") },
    "/communities/{c}/coverage/{check}": { get: operation("One check with everything that is missing") },
    [records]: {
      get: operation("A page of records", { query: ["limit", "cursor"] }),
      post: operation("Adds a record", { body: { values: ANY_VALUES }, success: 201 }),
    },
    [`${records}/{id}`]: {
      get: operation("One record"),
      patch: operation("Changes columns of the version in If-Match", { body: { values: ANY_VALUES } }),
      delete: operation("Deletes the version in If-Match", { success: 204 }),
    },
    [`${records}/{id}/history`]: { get: operation("Everything that happened to a record, newest first") },
    [`${records}/{id}/reveal`]: {
      post: operation("Shows one sealed value for a reason", { body: { field: TEXT, reason: TEXT } }),
    },
    "/communities/{c}/registers/{r}/reveal": {
      post: operation("Shows a sealed column of several records for a reason", {
        body: { ids: { type: "array", items: TEXT }, field: TEXT, reason: TEXT },
      }),
    },
    "/communities/{c}/registers/{r}/patches": {
      post: operation("Up to 100 rows, each answered for itself", { body: { patches: { type: "array" } } }),
    },
    "/communities/{c}/registers/{r}/changes": { get: operation("What changed since", { query: ["since"] }) },
    "/communities/{c}/registers/{r}/imports": { post: operation("A file to be imported", { success: 201 }) },
    "/communities/{c}/registers/{r}/imports/{id}": {
      get: operation("State of an import"),
      patch: operation("Corrects which column is which", { body: { columns: { type: "array" } } }),
    },
    "/communities/{c}/registers/{r}/imports/{id}/commit": { post: operation("Takes the rows", { success: 202 }) },
    "/communities/{c}/registers/{r}/imports/{id}/undo": { post: operation("Takes it all back", { success: 202 }) },
    "/communities/{c}/registers/{r}/export.xlsx": { get: operation("The list as a workbook") },
    "/communities/{c}/registers/{r}/export.csv": { get: operation("The list as text", { query: ["cursor"] }) },
    "/communities/{c}/history.ndjson": {
      get: operation("The sealed history, an item a line: what `npm run verify` works out again", {
        query: ["cursor"],
      }),
    },
    "/communities/{c}/forms": {
      post: operation("Opens a form for residents", { body: { kind: TEXT, record: TEXT }, success: 201 }),
    },
    "/communities/{c}/forms/{code}/close": { post: operation("Closes a form") },
    "/communities/{c}/forms/{code}/open": { post: operation("Opens a closed form again") },
    "/communities/{c}/events/{id}/to-phone": { get: operation("Who moved up and is to be phoned") },
    "/communities/{c}/events/{id}/to-phone/{signUpId}/done": { post: operation("Somebody has been phoned") },
    "/communities/{c}/events/{id}/lists/bus": { get: operation("Names, phones and seats for the bus") },
    "/communities/{c}/events/{id}/lists/insurance": {
      post: operation("Identity numbers for the insurance, for a reason", { body: { reason: TEXT } }),
    },
    "/communities/{c}/surveys/{id}/results": { get: operation("What a survey has brought so far, by question") },
    "/communities/{c}/surveys/{id}/recount": { post: operation("Counts a survey again from its answers") },
    "/communities/{c}/surveys/{id}/publish": {
      post: operation("Makes an appraisal public: mean and shares of its scales", { success: 201 }),
    },
    "/communities/{c}/surveys/{id}/texts/{question}": { get: operation("Free texts of one question") },
    "/communities/{c}/surveys/{id}/results.xlsx": { get: operation("The counts as a workbook; .csv as text") },
    "/communities/{c}/surveys/{id}/answers.xlsx": { get: operation("A row for each answer; .csv as text") },
    "/communities/{c}/surveys/{id}/doors": {
      get: operation("Which doors have a code, and which have answered"),
      post: operation("Makes codes for doors, told this once", {
        body: { dwellings: { type: "array", items: TEXT }, again: { type: "boolean" } },
        success: 201,
      }),
    },
    "/communities/{c}/publications": {
      post: operation("Drafts a publication from what it tells of, in one step", {
        body: { kind: TEXT, event: TEXT, month: TEXT, title: TEXT, body: TEXT },
        success: 201,
      }),
    },
    "/communities/{c}/publications/chain": { get: operation("Whether everything posted is there as it was posted") },
    "/communities/{c}/publications/{id}": { get: operation("A publication, and what stands against posting a draft") },
    "/communities/{c}/publications/{id}/page": { get: operation("Its page as residents see it", { query: ["lang"] }) },
    "/communities/{c}/publications/{id}/corrections": {
      post: operation("Drafts a new version that says what was wrong", { body: { correction: TEXT }, success: 201 }),
    },
    ...Object.fromEntries(
      ["submit", "return", "approve", "post", "note", "withdraw"].map((move) => [
        `/communities/{c}/publications/{id}/${move}`,
        {
          post: operation(`Takes the step "${move}" of a publication`, { body: { reason: TEXT, values: ANY_VALUES } }),
        },
      ]),
    ),
    "/communities/{c}/posts/grant": {
      post: operation("Grants a post", { body: { account: TEXT, post: TEXT, from: TEXT }, success: 201 }),
    },
    "/communities/{c}/posts/{id}/end": { post: operation("Ends a post", { body: { until: TEXT, endReason: TEXT } }) },
    "/communities/{c}/invitations": {
      post: operation("Invites somebody to an account", { body: { name: TEXT }, success: 201 }),
    },
    ...ledgerPaths(),
    ...votePaths(),
    [`${records}/{id}/moves`]: {
      get: operation("Where a record's flow stands, its steps, and the moves open to the caller"),
    },
    [`${records}/{id}/moves/{move}`]: {
      post: operation("Takes a step of a record's flow; 409 with the record where the step has passed", {
        body: { values: ANY_VALUES, reason: TEXT },
      }),
    },
    "/communities/{c}/today": { get: operation("What waits for the caller, late first") },
    "/communities/{c}/duties/{duty}/done": {
      post: operation("Writes down that a recurring duty was done, with its evidence", {
        body: { period: TEXT, values: ANY_VALUES },
        success: 201,
      }),
    },
    "/communities/{c}/handovers": {
      post: operation("Opens the handover of a post, or of the committee after an election", {
        body: { post: TEXT, ended: TEXT, endReason: TEXT, giver: TEXT, taker: TEXT, takerAccount: TEXT },
        success: 201,
      }),
    },
    "/areas/{area}/tasks": {
      get: operation("Tasks handed down to each community: counts, and those refused, objected to or of the street"),
    },
    "/areas/{area}/major-spending": { get: operation("Major expenditure that communities reported to the street") },
    "/areas/{area}/today": { get: operation("What waits for the street in each community, without anybody's data") },
    "/communities/{c}/retention": {
      get: operation("How long lists are kept, and how many records the latest runs deleted"),
    },
    "/communities/{c}/rules": {
      get: operation("Every number rules work with on a day, with its source", { query: ["day"] }),
    },
    "/communities/{c}/rules/{name}": {
      get: operation("One number: in both presets, and the committee's own", { query: ["day"] }),
      post: operation("Enters the committee's own value, or its preset, with the decision it rests on", {
        body: { value: {}, from: TEXT, decision: TEXT, decidedOn: TEXT },
        success: 201,
      }),
    },
    "/communities/{c}/rules/calculations/{name}": {
      post: operation("An answer by the rules, with the numbers it stands on", {
        query: ["day"],
        body: { values: {} },
      }),
    },
    "/communities/{c}/statistics/months": {
      post: operation("Reports a closed month", { body: { period: TEXT, indicator: TEXT }, success: 201 }),
    },
    "/communities/{c}/statistics/months/{month}/rebuild": {
      post: operation("Counts a past month from the records", { success: 201 }),
    },
  };
}

/** Meetings and what they vote on (会议表决). */
function votePaths() {
  const [meeting, vote] = ["/communities/{c}/meetings/{id}", "/communities/{c}/votes/{id}"];
  const INTEGER: Schema = { type: "integer" };
  const act = (summary: string, body: Record<string, Schema> = { values: ANY_VALUES, reason: TEXT }) => ({
    post: operation(summary, { body }),
  });
  return {
    [meeting]: { get: operation("A meeting with its roll, who is there, what it needs, and its votes") },
    [`${meeting}/attendance`]: act("Somebody has come, or has not after all", {
      person: TEXT,
      present: { type: "boolean" },
    }),
    [`${meeting}/votes`]: {
      post: operation("Prepares a vote", {
        body: { rule: TEXT, title: TEXT, proposal: TEXT, office: TEXT, seats: INTEGER, method: TEXT },
        success: 201,
      }),
    },
    [`${meeting}/{move}`]: act("Calls, arranges, opens, records, closes, puts off or cancels a meeting"),
    [vote]: { get: operation("A vote: its ballot, what stands against opening it, and how far it is counted") },
    [`${vote}/counts`]: act("Enters what one person counted", {
      issued: INTEGER,
      returned: INTEGER,
      spoiled: INTEGER,
      tallies: { type: "object", description: "by name on the ballot: { for, against, abstain }" },
    }),
    [`${vote}/open`]: act("Opens a vote"),
    [`${vote}/recount`]: act("Both count anew, for a reason"),
    [`${vote}/announce`]: act("Announces the result, which is public at once"),
    [`${vote}/void`]: act("The whole vote is void, for a reason"),
  };
}

/** The books (账簿). */
function ledgerPaths() {
  const ledger = "/communities/{c}/ledger";
  const FEN: Schema = { type: "integer", description: "fen" };
  const { vouchers } = Object.fromEntries(REGISTERS);
  const act = (summary: string, body: Record<string, Schema> = { reason: TEXT }) => ({
    post: operation(summary, { body }),
  });
  return {
    [`${ledger}/vouchers`]: {
      get: operation("Vouchers in number order", { query: ["year", "state"] }),
      post: operation("Enters a draft", { body: vouchers ? typedSchemas(vouchers) : {}, success: 201 }),
    },
    [`${ledger}/vouchers/{id}/submit`]: act("The cashier hands a voucher to the director"),
    [`${ledger}/vouchers/{id}/approve`]: act("The director approves one voucher: { no, hash, previousHash }"),
    [`${ledger}/vouchers/{id}/return`]: act("The director gives a voucher back, for a reason"),
    [`${ledger}/vouchers/{id}/report`]: act("Major expenditure has been reported", {
      reportedOn: TEXT,
      reportNo: TEXT,
    }),
    [`${ledger}/vouchers/{id}/pay`]: act("The cashier has paid"),
    [`${ledger}/vouchers/{id}/reverse`]: act("The director takes a voucher back by a reversing one, for a reason"),
    [`${ledger}/lines`]: { get: operation("Lines of the books and sources of income") },
    [`${ledger}/balance`]: { get: operation("Both books at the end of a day", { query: ["date"] }) },
    [`${ledger}/chain`]: { get: operation("Whether every voucher is there and as it was approved") },
    [`${ledger}/journal`]: { get: operation("A month of one book with running balance", { query: ["book", "month"] }) },
    [`${ledger}/days`]: { get: operation("Days of a month that moved", { query: ["month"] }) },
    [`${ledger}/days/{day}/close`]: act("The cashier closes a day with counted cash", {
      countedFen: FEN,
      reason: TEXT,
    }),
    [`${ledger}/months`]: { get: operation("Months that moved") },
    [`${ledger}/months/{month}`]: { get: operation("Income-expense table, close and review of a month") },
    [`${ledger}/months/{month}/close`]: act("The accountant closes a month", {
      bankFen: FEN,
      items: { type: "array" },
    }),
    [`${ledger}/months/{month}/review`]: act("A reviewer signs a closed month", { findings: TEXT }),
    [`${ledger}/imports`]: { post: operation("A past book (xlsx) to look at", { success: 201 }) },
    [`${ledger}/imports/{id}`]: {
      get: operation("The past book, and how far it has come"),
      patch: operation("Other lines than were proposed, by row, before it is entered"),
    },
    [`${ledger}/imports/{id}/commit`]: { post: operation("The director enters it as a whole", { success: 202 }) },
    [`${ledger}/imports/{id}/undo`]: { post: operation("The director takes it back as a whole", { success: 202 }) },
  };
}

/** Columns that people type. */
function typedSchemas({ fields }: Register): Record<string, Schema> {
  const typed = Object.entries(fields).filter(([, field]) => !field.byAction);
  return Object.fromEntries(typed.map(([key, field]) => [key, { ...fieldSchema(field), title: field.label.en }]));
}

const TEXT: Schema = { type: "string" };
const ANY_VALUES: Schema = {
  anyOf: [...REGISTERS.keys()].map((name) => ({ $ref: `#/components/schemas/${name}` })),
};

function operation(
  summary: string,
  { query = [], body, success = 200 }: { query?: string[]; body?: Record<string, Schema>; success?: number } = {},
) {
  return {
    summary,
    ...(query.length > 0 && { parameters: query.map((name) => ({ name, in: "query", schema: TEXT })) }),
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: { type: "object", properties: body } } },
      },
    }),
    responses: {
      [success]: { description: "Done" },
      default: {
        description: "Refused",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
      },
    },
  };
}

function valuesSchema({ fields, label }: Register): Schema {
  const required = Object.entries(fields).filter(([, field]) => field.required && field.initial === undefined);
  return {
    type: "object",
    title: label.en,
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, { ...fieldSchema(field), title: field.label.en }]),
    ),
    ...(required.length > 0 && { required: required.map(([key]) => key) }),
  };
}

function fieldSchema(field: Field): Schema {
  switch (field.kind) {
    case "integer":
    case "money":
      return { type: "integer" };
    case "decimal":
      return { type: "number" };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "code":
      return { type: "string", enum: Object.keys(field.codes.codes) };
    case "codes":
      return { type: "array", items: { type: "string", enum: Object.keys(field.codes.codes) } };
    case "references":
      return { type: "array", items: TEXT };
    case "rows":
      return {
        type: "array",
        items: {
          type: "object",
          properties: Object.fromEntries(Object.entries(field.fields).map(([key, inner]) => [key, fieldSchema(inner)])),
        },
      };
    default:
      return TEXT;
  }
}
