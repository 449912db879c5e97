const LINES = "member social-security low-income health floating sanitation security";
const LEADING = "director deputy clerk";
/** Whoever works with the lists of residents. */
const STAFF = `${LEADING} ${LINES}`;
const READERS = `secretary ${STAFF}`;
const BOOKS = `${READERS} cashier accountant council supervision`;
const PUBLIC_WORK = `${BOOKS} street`;
const MEETINGS = `${READERS} council supervision street`;
const INSIDE = `${PUBLIC_WORK} census-worker intern district`;

/** Whoever has an account that holds, in this community or in another. */
const SOMEBODY = `${INSIDE} neighbour honour post-over other-street other-district`;
const EVERYBODY = `${SOMEBODY} program nobody resident expired signed-out`;

/**
 * One table of rights (权限总表): a route of the staff interface, or a move of a flow, and which kinds of caller may.
 * Everybody else is refused: 401 who shows nothing that holds, 404 to whom the place is not there, 403 the others.
 * Words in brackets say of which list, or of what, where it makes a difference.
 */
export const TABLE: Readonly<Record<string, string>> = {
  "GET /openapi.json": EVERYBODY,
  "GET /me": `${SOMEBODY} program`,

  // Above the communities.
  "GET /areas/{area}": "street district",
  "PUT /areas/{area}": "district",
  "GET /areas/{area}/streets": "district",
  "GET /areas/{area}/communities": "street district",
  "POST /areas/{area}/streets": "district",
  "POST /areas/{area}/communities": "street district",
  "GET /areas/{area}/today": "street district",
  "GET /areas/{area}/tasks": "street",
  "GET /areas/{area}/major-spending": "street",
  "GET /areas/{area}/clients": "district",
  "POST /areas/{area}/clients": "district",
  "POST /areas/{area}/clients/{id}/secrets": "district",
  "DELETE /areas/{area}/clients/{id}": "district",
  "POST /areas/{area}/invitations": "district",

  // What is there for everybody of a community; each sees of it what they may read.
  "GET /communities/{c}/registers": INSIDE,
  "GET /communities/{c}/coverage": INSIDE,
  // A check of what somebody may not read is not there for them.
  "GET /communities/{c}/coverage/{check}": PUBLIC_WORK,
  "GET /communities/{c}/today": INSIDE,
  "GET /communities/{c}/rules": INSIDE,
  "GET /communities/{c}/rules/{name}": INSIDE,
  "POST /communities/{c}/rules/calculations/{name}": INSIDE,
  "POST /communities/{c}/rules/{name}": "director",
  "GET /communities/{c}/retention": "director secretary",
  // Who oversees takes the hashes along, and the content only of what they may export.
  "GET /communities/{c}/history.ndjson": "director secretary council supervision",

  // Accounts and posts.
  "GET /communities/{c}/accounts": "director street district",
  "POST /communities/{c}/invitations": "director street district",
  "POST /communities/{c}/accounts/{account}/invitations": "director street district",
  "POST /communities/{c}/posts/grant": "director",
  "POST /communities/{c}/posts/grant (director)": "street district",
  "POST /communities/{c}/posts/{id}/end": "director",
  "POST /communities/{c}/handovers": "director",
  "handover list": `${STAFF} cashier accountant street`,
  "handover audit": "street",
  // Only the two who are named in it.
  "handover give": "",
  "handover take": "",
  "handover close": "street",
  "handover cancel": "street",
  "POST /communities/{c}/duties/{duty}/done": "director",
  "POST /communities/{c}/statistics/months": "director street district",
  "POST /communities/{c}/statistics/months/{month}/rebuild": "director street district",

  // Lists.
  "GET /communities/{c}/registers/{r}/records (bodies)": PUBLIC_WORK,
  "GET /communities/{c}/registers/{r}/records (committees)": `${PUBLIC_WORK} census-worker district`,
  "GET /communities/{c}/registers/{r}/records (residents)": READERS,
  "GET /communities/{c}/registers/{r}/records (vouchers)": BOOKS,
  "GET /communities/{c}/registers/{r}/records (votes)": MEETINGS,
  "GET /communities/{c}/registers/{r}/records (pay-sheets)": "director cashier accountant",
  "GET /communities/{c}/registers/{r}/records (maternity-services)": "health",
  "GET /communities/{c}/registers/{r}/records (census-sheets)": "census-worker",
  "GET /communities/{c}/registers/{r}/records (errands)": `${READERS} intern`,
  "POST /communities/{c}/registers/{r}/records": STAFF,
  "GET /communities/{c}/registers/{r}/records/{id}": PUBLIC_WORK,
  "GET /communities/{c}/registers/{r}/records/{id}/history": PUBLIC_WORK,
  "PATCH /communities/{c}/registers/{r}/records/{id}": STAFF,
  "DELETE /communities/{c}/registers/{r}/records/{id}": STAFF,
  "POST /communities/{c}/registers/{r}/patches": STAFF,
  "GET /communities/{c}/registers/{r}/changes (bodies)": PUBLIC_WORK,
  "GET /communities/{c}/registers/{r}/changes (residents)": READERS,
  "GET /communities/{c}/registers/{r}/export.xlsx (bodies)": `${READERS} street`,
  "GET /communities/{c}/registers/{r}/export.csv (bodies)": `${READERS} street`,
  "GET /communities/{c}/registers/{r}/export.xlsx (residents)": READERS,
  "GET /communities/{c}/registers/{r}/export.csv (residents)": READERS,
  "POST /communities/{c}/registers/{r}/reveal": READERS,
  "POST /communities/{c}/registers/{r}/records/{id}/reveal": READERS,
  "POST /communities/{c}/registers/{r}/imports": STAFF,
  "GET /communities/{c}/registers/{r}/imports/{id}": STAFF,
  "GET /communities/{c}/registers/{r}/imports/{id}/rows": STAFF,
  "PUT /communities/{c}/registers/{r}/imports/{id}/rows": STAFF,
  "PATCH /communities/{c}/registers/{r}/imports/{id}": STAFF,
  "POST /communities/{c}/registers/{r}/imports/{id}/commit": STAFF,
  "POST /communities/{c}/registers/{r}/imports/{id}/undo": STAFF,
  "GET /communities/{c}/registers/{r}/records/{id}/moves": `${READERS} cashier accountant`,
  "POST /communities/{c}/registers/{r}/records/{id}/moves/{move}": STAFF,
  "opinion classify": STAFF,
  "opinion answer": STAFF,

  // Events, forms and surveys.
  "GET /communities/{c}/forms": PUBLIC_WORK,
  "POST /communities/{c}/forms": STAFF,
  "POST /communities/{c}/forms/{code}/close": STAFF,
  "POST /communities/{c}/forms/{code}/open": STAFF,
  "GET /communities/{c}/events/{id}/lists/bus": READERS,
  "GET /communities/{c}/events/{id}/lists/bus.html": READERS,
  "POST /communities/{c}/events/{id}/lists/insurance": READERS,
  "GET /communities/{c}/events/{id}/to-phone": READERS,
  "POST /communities/{c}/events/{id}/to-phone/{signUpId}/done": STAFF,
  "GET /communities/{c}/surveys/{id}/results": READERS,
  "GET /communities/{c}/surveys/{id}/results.xlsx": READERS,
  "GET /communities/{c}/surveys/{id}/answers.xlsx": READERS,
  "GET /communities/{c}/surveys/{id}/texts/{question}": READERS,
  "POST /communities/{c}/surveys/{id}/recount": STAFF,
  "POST /communities/{c}/surveys/{id}/publish": "director secretary deputy",
  "GET /communities/{c}/surveys/{id}/doors": STAFF,
  "POST /communities/{c}/surveys/{id}/doors": STAFF,

  // Publications.
  "GET /communities/{c}/publications/chain": PUBLIC_WORK,
  "GET /communities/{c}/publications/{id}": PUBLIC_WORK,
  "GET /communities/{c}/publications/{id}/page": PUBLIC_WORK,
  "POST /communities/{c}/publications": STAFF,
  "POST /communities/{c}/publications/{id}/submit": STAFF,
  "POST /communities/{c}/publications/{id}/return": "director secretary deputy council",
  "POST /communities/{c}/publications/{id}/approve": "director secretary deputy",
  "POST /communities/{c}/publications/{id}/post": STAFF,
  "POST /communities/{c}/publications/{id}/note": STAFF,
  "POST /communities/{c}/publications/{id}/withdraw": "director secretary deputy",
  "POST /communities/{c}/publications/{id}/corrections": STAFF,
  "publication archive": STAFF,

  // Meetings and votes.
  "GET /communities/{c}/meetings/{id}": MEETINGS,
  "meeting call": LEADING,
  "meeting arrange": LEADING,
  "meeting open": LEADING,
  "meeting record": LEADING,
  "meeting close": LEADING,
  "meeting fail": LEADING,
  "meeting cancel": LEADING,
  "POST /communities/{c}/meetings/{id}/attendance": LEADING,
  "POST /communities/{c}/meetings/{id}/votes": LEADING,
  "GET /communities/{c}/votes/{id}": MEETINGS,
  "POST /communities/{c}/votes/{id}/counts": LEADING,
  "vote open": LEADING,
  "vote count": LEADING,
  "vote recount": LEADING,
  "vote void": LEADING,
  "vote announce": LEADING,
  "major-matter adopt": LEADING,

  // The books: who writes does not approve, and who approves does not write.
  "GET /communities/{c}/ledger/vouchers": BOOKS,
  "GET /communities/{c}/ledger/lines": BOOKS,
  "GET /communities/{c}/ledger/balance": BOOKS,
  "GET /communities/{c}/ledger/chain": BOOKS,
  "GET /communities/{c}/ledger/journal": BOOKS,
  "GET /communities/{c}/ledger/days": BOOKS,
  "GET /communities/{c}/ledger/months": BOOKS,
  "GET /communities/{c}/ledger/months/{month}": BOOKS,
  "GET /communities/{c}/ledger/years/{year}": BOOKS,
  "GET /communities/{c}/ledger/receipts": BOOKS,
  "GET /communities/{c}/ledger/restricted-funds": BOOKS,
  "GET /communities/{c}/ledger/task-funds": BOOKS,
  "GET /communities/{c}/ledger/imports/{id}": BOOKS,
  "POST /communities/{c}/ledger/vouchers": "cashier",
  "POST /communities/{c}/ledger/vouchers/{id}/submit": "cashier",
  "POST /communities/{c}/ledger/vouchers/{id}/approve": "director",
  "expense approve": "director",
  "POST /communities/{c}/ledger/vouchers/{id}/return": "director",
  "POST /communities/{c}/ledger/vouchers/{id}/report": "director cashier",
  "POST /communities/{c}/ledger/vouchers/{id}/pay": "cashier",
  "POST /communities/{c}/ledger/vouchers/{id}/reverse": "director",
  "receipt reverse": "director",
  "POST /communities/{c}/ledger/days/{day}/close": "cashier",
  "POST /communities/{c}/ledger/months/{month}/close": "accountant",
  "POST /communities/{c}/ledger/months/{month}/review": "council supervision",
  "POST /communities/{c}/ledger/imports": "director cashier accountant",
  "PATCH /communities/{c}/ledger/imports/{id}": "director cashier accountant",
  "POST /communities/{c}/ledger/imports/{id}/commit": "director",
  "POST /communities/{c}/ledger/imports/{id}/undo": "director",
};

/** Pages, by the session's cookie: everybody else is sent to the sign-in, or told 401 where a program asks. */
export const PAGES: Readonly<Record<string, string>> = {
  "GET /auth/account": SOMEBODY,
  "POST /auth/password": SOMEBODY,
  "POST /auth/sign-out-there": SOMEBODY,
  "POST /auth/sign-out-everywhere": SOMEBODY,
  "POST /auth/two-step/prepare": SOMEBODY,
  "POST /auth/two-step/confirm": SOMEBODY,
  "POST /auth/two-step/codes": SOMEBODY,
  "POST /auth/two-step/off": SOMEBODY,
  "POST /auth/outside/link": SOMEBODY,
  "POST /auth/outside/unlink": SOMEBODY,
  "GET /auth/tokens": SOMEBODY,
  "POST /auth/tokens": SOMEBODY,
  "DELETE /auth/tokens/{id}": SOMEBODY,
  "GET /statistics/": "street district other-street other-district",
};

/** Figures for programs, by a bearer token: 401 who shows nothing that holds, 403 whoever looks after no such area. */
export const FIGURES: Readonly<Record<string, string>> = {
  "GET /statistics/v1/areas": "street district other-street other-district program",
  "GET /statistics/v1/indicators": "street district other-street other-district program",
  "GET /statistics/v1/data/{indicator} (the community)": "street district program",
  "GET /statistics/v1/data/{indicator} (the district)": "district program",
};

/** Public pages: whoever asks is answered alike. */
export const PUBLIC: readonly string[] = [
  "GET /auth/sign-in",
  "POST /auth/sign-in",
  "POST /auth/sign-out",
  "POST /auth/second-step",
  "GET /auth/demo",
  "POST /auth/demo",
  "GET /auth/invitation/{secret}",
  "POST /auth/invitation/{secret}",
  "POST /auth/invitation/{secret}/outside",
  "POST /auth/outside/start",
  "GET /auth/outside/callback",
  "GET /auth/outside/failed",
  "POST /auth/token",
  "GET /.well-known/oauth-authorization-server",
  "GET /statistics",
  "GET /statistics/v1/openapi.json",
  "GET /f/{code}",
  "POST /f/{code}",
  "GET /r",
  "POST /r",
  "GET /r/find",
  "POST /r/find",
  "GET /r/{receipt}",
  "POST /r/{receipt}",
  "GET /c/{community}",
  "GET /c/{community}/{no}",
  "GET /kiosk/{community}",
  "GET /kiosk/{community}/{no}",
];
