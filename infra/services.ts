/** The three tables; see `constructs/tables.ts`. */
export type TableName = "records" | "counts" | "accounts";

/** What a function may do with items of some key classes of one table: the whole of its right to stored data. */
export type Grant = {
  readonly table: TableName;
  readonly actions: readonly Action[];
  /** Patterns of partition keys. Without them the function may touch every item of the table. */
  readonly keys?: readonly string[];
};

/** Scan is missing on purpose: whoever may scan a table may read every person in it. */
export type Action = "Get" | "BatchGet" | "Query" | "Put" | "Update" | "Delete" | "BatchWrite" | "Condition";

/** One Lambda function: what it answers, what wakes it and what it may touch. */
export type Service = {
  readonly name: string;
  readonly routes: readonly string[];
  readonly grants: readonly Grant[];
  /** "create" also lets the function put the root key on first use. */
  readonly rootKey?: "read" | "create";
  /** Whether the function is told of the outside issuer and may read its client's secret. */
  readonly outsideIssuer?: true;
  /** Key classes of Records whose changes wake the function. */
  readonly stream?: { readonly keys: readonly string[]; readonly retries: number };
  readonly daily?: true;
  readonly memory: number;
  readonly timeoutSeconds: number;
};

const read: readonly Action[] = ["Get", "BatchGet", "Query", "Condition"];
const write: readonly Action[] = ["Put", "Update", "Delete"];
const everything: readonly Action[] = [...read, ...write, "BatchWrite"];

/** An HTTP API gives up after 30 seconds; a function behind it stops just before, so that it can say so itself. */
const WEB = 29;

/** Everything a registered list needs, from its records to its jobs. */
const listClasses = [
  "R#*",
  "H#*",
  "U#*",
  "B#*",
  "G#*",
  "F#*",
  "N#*",
  "Q#*",
  "J#*",
  "P#*",
  "C#*",
  "L#*",
  "V#*",
  "W#*",
  "X#*",
  "Y#*",
];
const eventForm = ["N#*", "Q#*", "R#sign-ups#*", "H#sign-ups#*", "U#sign-ups#*", "B#events#*"];
const surveyForm = ["R#answers#*", "H#answers#*", "B#surveys#*", "B#dwellings#*"];
const formPages = ["F#*", "R#events#*", "R#surveys#*", "C#*"];
/** What seals and finds a community's records; sealed itself, made on first use and never deleted. */
const communityKeys = ["S#*"];
/** Counts of surveys and what each answer was counted as. */
const tallies = ["K#tally#*", "K#tallied-answers#*"];

/** All functions of Linli. A new one is a folder in `functions/` and one entry here. */
export const services: readonly Service[] = [
  {
    name: "site",
    routes: ["GET /", "GET /admin", "GET /admin/{proxy+}", "GET /assets/{proxy+}", "GET /healthz", "$default"],
    grants: [],
    memory: 512,
    timeoutSeconds: WEB,
  },
  {
    name: "api",
    routes: ["ANY /api/{proxy+}"],
    grants: [
      { table: "records", actions: [...read, ...write], keys: listClasses },
      { table: "records", actions: ["Put", "Delete"], keys: ["E#due#*"] },
      { table: "records", actions: ["Put"], keys: ["E#pass#*"] },
      { table: "records", actions: ["Query"], keys: ["E#run#*"] },
      { table: "records", actions: ["Query"], keys: ["Z#*"] },
      { table: "records", actions: ["Get", "BatchGet", "Query", "Put", "Update"], keys: tallies },
      { table: "records", actions: ["Get", "Put"], keys: communityKeys },
      { table: "counts", actions: ["Get", "Put"], keys: ["M#*"] },
      { table: "accounts", actions: ["Get"], keys: ["S#*", "A#*"] },
      // A session stays open while its person works.
      { table: "accounts", actions: ["Update"], keys: ["S#*"] },
      { table: "accounts", actions: ["Get", "Query"], keys: ["D#*"] },
      { table: "accounts", actions: [...write, "Condition"], keys: ["I#*", "D#*", "A#*", "L#*"] },
      { table: "accounts", actions: ["Get", "Put"], keys: ["O#*"] },
    ],
    rootKey: "create",
    memory: 1024,
    timeoutSeconds: WEB,
  },
  {
    name: "auth",
    routes: ["ANY /auth/{proxy+}", "GET /.well-known/oauth-authorization-server"],
    grants: [
      { table: "accounts", actions: everything, keys: ["S#*", "A#*", "L#*", "I#*", "D#*", "T#*", "U#*", "W#*"] },
    ],
    rootKey: "create",
    outsideIssuer: true,
    // Checking a password is made expensive in memory; CPU comes with memory.
    memory: 1024,
    timeoutSeconds: WEB,
  },
  {
    name: "form",
    routes: ["ANY /f/{proxy+}", "ANY /r/{proxy+}"],
    grants: [
      { table: "records", actions: ["Get", "Query", "Condition"], keys: formPages },
      { table: "records", actions: ["Get", "Query", "Put", "Update", "Condition"], keys: eventForm },
      // Questions as they were when a page was made.
      { table: "records", actions: ["Get", "BatchGet"], keys: ["H#surveys#*"] },
      { table: "records", actions: ["Put"], keys: surveyForm },
      { table: "records", actions: ["Get", "Put", "Condition"], keys: ["R#cases#*", "H#cases#*"] },
      { table: "records", actions: ["Put"], keys: ["W#*"] },
      { table: "records", actions: ["Get", "Put"], keys: communityKeys },
      // Within how many days an opinion is answered.
      { table: "records", actions: ["Query"], keys: ["R#parameter-values#*"] },
    ],
    rootKey: "create",
    memory: 512,
    timeoutSeconds: WEB,
  },
  {
    name: "board",
    routes: ["GET /c/{proxy+}", "GET /kiosk/{proxy+}"],
    // What was posted, and what a community is called: nothing else is there to be read.
    grants: [
      { table: "records", actions: ["Get", "Query"], keys: ["X#*"] },
      { table: "records", actions: ["Get"], keys: ["C#*"] },
    ],
    memory: 512,
    timeoutSeconds: WEB,
  },
  {
    name: "poster",
    routes: ["GET /p/{proxy+}"],
    grants: [{ table: "records", actions: ["Get"], keys: [...formPages, "X#*"] }],
    memory: 1024,
    timeoutSeconds: WEB,
  },
  {
    name: "statistics",
    routes: ["GET /statistics", "ANY /statistics/{proxy+}"],
    grants: [
      { table: "counts", actions: ["Get", "BatchGet", "Query"], keys: ["T#*", "S#*", "A#*", "M#*"] },
      { table: "accounts", actions: ["Get"], keys: ["S#*", "A#*"] },
    ],
    rootKey: "read",
    memory: 512,
    timeoutSeconds: WEB,
  },
  {
    name: "jobs",
    routes: [],
    grants: [
      { table: "records", actions: [...read, ...write], keys: listClasses },
      { table: "records", actions: ["Query", "Put", "Delete"], keys: ["E#due#*", "E#pass#*"] },
      { table: "records", actions: ["Get", "Put"], keys: ["E#state"] },
      { table: "records", actions: ["Update"], keys: ["E#run#*"] },
      { table: "records", actions: ["Get", "Query", "Put"], keys: ["Z#*"] },
      { table: "records", actions: ["Get", "Put"], keys: communityKeys },
      { table: "counts", actions: ["Put"], keys: ["M#*"] },
      // Which communities there are, and nothing about them.
      { table: "counts", actions: ["Query"], keys: ["T#days"] },
    ],
    rootKey: "create",
    stream: { keys: ["J#"], retries: 20 },
    daily: true,
    memory: 1024,
    timeoutSeconds: 120,
  },
  {
    name: "counts",
    routes: [],
    grants: [
      { table: "records", actions: ["Get", "BatchGet", "Query", "Put", "Update", "Condition"], keys: ["K#*"] },
      { table: "records", actions: ["Get", "Query"], keys: ["R#*"] },
      { table: "counts", actions: everything },
    ],
    stream: { keys: ["R#", "C#"], retries: 10 },
    daily: true,
    memory: 512,
    timeoutSeconds: 60,
  },
];

/** The logical id of a function, from which its name can be read back. */
export const functionId = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Function`;
