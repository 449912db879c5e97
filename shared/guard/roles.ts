/** What a right lets its holder do in one community; `read` to `forms` are asked of one list at a time. */
export const RIGHTS = [
  "read",
  "write",
  "import",
  "export",
  /** Seeing sealed values in full, for a reason that stays in the record's history. */
  "reveal",
  /** Publishing and closing forms for residents. */
  "forms",
  "invite",
  "grantPosts",
  "grantDirector",
  /** Seeing the community's counts. */
  "counts",
  /** Seeing what was deleted at the end of its time. */
  "retention",
  /** Taking the sealed history along to have it checked: what one may not export is in it as hashes alone. */
  "history",
] as const;
export type Right = (typeof RIGHTS)[number];

/** Lists by name, or every list there is and will be. */
type Lists = "all" | readonly string[];

/** Meetings are kept by who leads the committee and by its clerk (会议记录); a duty line only reads them. */
const KEPT_MEETINGS = ["meetings", "votes"];
/** What a named person is paid: for who approves it, who pays it out and who books it (工资、离任补贴). */
const PAY = ["pay-sheets", "left-cadres"];
/** What a family asked of the health officer (S8.11): nobody else reads it. */
const MATERNITY = ["maternity-services"];

/** Lists that are written only by whom a role names for them: "all" does not reach them (钱账分离, S8.15). */
export const BY_NAME_ONLY: ReadonlySet<string> = new Set([
  "vouchers",
  "receipt-books",
  "census-sheets",
  ...KEPT_MEETINGS,
  ...PAY,
  ...MATERNITY,
]);

/** Lists that are read only by whom a role names for them: a census is for nothing but the census (S5.7). */
export const READ_BY_NAME: ReadonlySet<string> = new Set(["census-sheets", ...PAY, ...MATERNITY]);

/** What one post or area account may do. */
export type Role = {
  readonly read: Lists;
  readonly write: Lists;
  /** Lists by name that it reads or writes beside all the others. */
  readonly beside?: { readonly read?: readonly string[]; readonly write?: readonly string[] };
  readonly rights: readonly Right[];
  /** Columns that only some may see, by the name their definition gives. */
  readonly restricted: "all" | readonly string[];
  /** Lists of which only the records are there whose column names a post of the reader's own. */
  readonly own?: Readonly<Record<string, string>>;
};

const PUBLIC_WORK = ["committees", "bodies", "groups", "events", "posts", "publications", "open-affairs"];
/** What residents decide, and who was elected (S2.4): open to whoever oversees it. */
const MEETINGS = ["elections", "meetings", "proposals", "votes", "candidates", "representatives"];
/** Assets, their counts and the audits of the books (资产与审计): for who keeps the books and who looks over them. */
const BOOKS = ["assets", "asset-counts", "audits"];
/** Receipts, donations, restricted funds and the budget (收据、捐助、专款、预算): what vouchers rest on. */
const FUNDS = ["receipt-books", "donations", "restricted-funds", "budget-lines"];

const director: Role = {
  read: "all",
  write: "all",
  beside: { read: PAY, write: KEPT_MEETINGS },
  rights: ["import", "export", "reveal", "forms", "invite", "grantPosts", "counts", "retention", "history"],
  restricted: "all",
};
const secretary: Role = {
  read: "all",
  write: [],
  rights: ["export", "reveal", "counts", "retention", "history"],
  restricted: "all",
};
const dutyLine: Role = {
  read: "all",
  write: "all",
  rights: ["import", "export", "reveal", "forms", "counts"],
  restricted: ["serviceKind", "electionPeople"],
};
const healthOfficer: Role = { ...dutyLine, beside: { read: MATERNITY, write: MATERNITY } };
const leading: Role = { ...dutyLine, beside: { write: KEPT_MEETINGS } };
const accountant: Role = {
  read: [
    ...PUBLIC_WORK,
    "dwellings",
    "households",
    "vouchers",
    "handovers",
    "tasks",
    "proposals",
    ...BOOKS,
    ...FUNDS,
    ...PAY,
  ],
  write: ["receipt-books"],
  rights: ["counts"],
  restricted: [],
};
/** Who keeps the money writes vouchers and the pay sheet, and approves none. */
const cashier: Role = { ...accountant, write: ["vouchers", "donations", ...PAY] };
const overseer: Role = {
  read: [...PUBLIC_WORK, ...MEETINGS, "vouchers", "handovers", "duties", ...BOOKS, ...FUNDS],
  write: [],
  rights: ["counts", "history"],
  restricted: [],
};
/** Who takes a census sees the households, keeps its sheets, and takes nothing away (S5.6, S5.7). */
const censusWorker: Role = {
  read: ["committees", "groups", "buildings", "dwellings", "households", "posts", "census-sheets"],
  write: ["census-sheets"],
  rights: [],
  restricted: [],
};
/** Who is there for a week sees the tasks given to them, and takes nothing away (S5.2). */
const intern: Role = { read: ["errands"], write: [], rights: [], restricted: [], own: { errands: "assignee" } };
/** The street orders audits and enters what they found (S8.24). */
const street: Role = {
  read: [...PUBLIC_WORK, ...MEETINGS, "handovers", "duties", ...BOOKS],
  write: ["audits"],
  rights: ["export", "invite", "grantDirector", "counts"],
  restricted: [],
};
const district: Role = {
  read: ["committees", "posts"],
  write: [],
  rights: ["invite", "grantDirector", "counts"],
  restricted: [],
};

/** Posts that carry rights (职务权限). A post that is not here is an honour or a duty without the records. */
export const POST_ROLES: Readonly<Record<string, Role>> = {
  director,
  secretary,
  deputy: leading,
  member: dutyLine,
  clerk: leading,
  "social-security": dutyLine,
  "low-income": dutyLine,
  health: healthOfficer,
  floating: dutyLine,
  sanitation: dutyLine,
  security: dutyLine,
  cashier,
  accountant,
  "census-worker": censusWorker,
  intern,
  council: overseer,
  supervision: overseer,
};

/** Roles of accounts above the communities: the street office (街道) and the district (区). */
export const AREA_ROLES = { street, district } as const satisfies Readonly<Record<string, Role>>;
