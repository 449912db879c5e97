import { type Action, communityPath, type Known, type Site } from "../site.ts";

const as = (site: Site, post: "director" | "cashier" | "clerk") => ({ token: site.staff[post].token });

/** An expense from its draft until the money has left (凭证审批). */
export const voucherThroughApproval: Action = async (ask, site, { today }) => {
  const vouchers = `${communityPath(site)}/ledger/vouchers`;
  const json = {
    date: today(),
    kind: "out",
    book: "bank",
    line: "telephone",
    summary: "电话宽带费",
    amountFen: 100 + (site.next() % 900),
    documentKind: "invoice",
    documentNo: `FP${String(site.next()).padStart(8, "0")}`,
    attachments: 1,
    handler: "经办人",
    witness: "证明人",
  };
  const { id } = (await ask("POST", vouchers, { ...as(site, "cashier"), json })).json<Known>();
  await ask("POST", `${vouchers}/${id}/submit`, { ...as(site, "cashier"), json: {} });
  await ask("POST", `${vouchers}/${id}/approve`, { ...as(site, "director"), json: {} });
  await ask("POST", `${vouchers}/${id}/pay`, { ...as(site, "cashier"), json: {} });
};

export const lookAtVouchers: Action = async (ask, site, { today }) => {
  await ask("GET", `${communityPath(site)}/ledger/vouchers?year=${today().slice(0, 4)}`, as(site, "cashier"));
};

export const lookAtBalance: Action = async (ask, site, { today }) => {
  await ask("GET", `${communityPath(site)}/ledger/balance?date=${today()}`, as(site, "cashier"));
};

/** A notice that hangs for one day: what is over no longer weighs on the board. */
export const publishNotice: Action = async (ask, site, { today }) => {
  const path = `${communityPath(site)}/publications`;
  const json = {
    kind: "notice",
    title: `第 ${site.next()} 号通知`,
    body: "周六上午清洗水箱，请提前储水。",
    to: today(),
  };
  const { id } = (await ask("POST", path, { ...as(site, "clerk"), json })).json<Known>();
  await ask("POST", `${path}/${id}/submit`, { ...as(site, "clerk"), json: {} });
  await ask("POST", `${path}/${id}/approve`, { ...as(site, "director"), json: {} });
  await ask("POST", `${path}/${id}/post`, { ...as(site, "clerk"), json: {} });
};
