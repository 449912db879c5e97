import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { post } from "../../../shared/codes/post.ts";
import { covers, type Rights, rightsOf } from "../../../shared/guard/rights.ts";
import { BY_NAME_ONLY, POST_ROLES, READ_BY_NAME, RIGHTS, type Right } from "../../../shared/guard/roles.ts";
import { grantProblems, type HeldTerm, inForce, overlap } from "../../../shared/guard/terms.ts";
import { REGISTERS } from "../../../shared/schema/registers.ts";

const LISTS = [...REGISTERS.keys()];
const KEPT: ReadonlySet<string> = new Set(["meetings", "votes"]);
const PAY = ["left-cadres", "pay-sheets"];
const lists = (rights: Rights, right: Right) => LISTS.filter((list) => rights.can(right, list));

describe("what a post lets its holder do", () => {
  it("names only posts that there are", () => {
    for (const code of Object.keys(POST_ROLES)) expect(Object.keys(post.codes)).toContain(code);
  });

  it("lets the director do everything in the community, except make directors", () => {
    const director = rightsOf(["director"]);
    for (const right of RIGHTS) expect(director.can(right, "residents"), right).toBe(right !== "grantDirector");
    for (const column of ["political", "voting", "serviceKind", "anything new"]) {
      expect(director.restricted(column)).toBe(true);
    }
  });

  it("S2.4 meetings and their votes are kept by director, deputy and clerk, whatever the duty line of another", () => {
    for (const list of ["meetings", "votes"]) {
      const keepers = Object.keys(POST_ROLES).filter((post) => rightsOf([post]).can("write", list));
      expect(keepers.sort(), list).toEqual(["clerk", "deputy", "director"]);
    }
    expect(rightsOf(["health"]).can("read", "meetings")).toBe(true);
  });

  it("shows pay to the director, the cashier who pays it and the accountant who books it, and to nobody else", () => {
    for (const list of PAY) {
      const readers = Object.keys(POST_ROLES).filter((post) => rightsOf([post]).can("read", list));
      expect(readers.sort(), list).toEqual(["accountant", "cashier", "director"]);
      expect(rightsOf([], ["street", "district"]).can("read", list)).toBe(false);
    }
  });

  it("lets a clerk keep every list, but not see political status and voting rights, nor give posts", () => {
    const clerk = rightsOf(["clerk"]);
    for (const right of ["read", "export", "reveal"] as const) {
      expect(lists(clerk, right), right).toEqual(LISTS.filter((list) => !READ_BY_NAME.has(list)));
    }
    for (const right of ["write", "import", "forms"] as const) {
      expect(lists(clerk, right), right).toEqual(LISTS.filter((list) => !BY_NAME_ONLY.has(list) || KEPT.has(list)));
    }
    expect(["serviceKind", "political", "voting"].map((column) => clerk.restricted(column))).toEqual([
      true,
      false,
      false,
    ]);
    expect(clerk.can("grantPosts")).toBe(false);
    expect(clerk.can("invite")).toBe(false);
  });

  it("S8.15 lets nobody but the cashier write vouchers, and import none", () => {
    for (const post of Object.keys(POST_ROLES)) {
      expect(rightsOf([post]).can("write", "vouchers"), post).toBe(post === "cashier");
      expect(rightsOf([post]).can("import", "vouchers"), post).toBe(false);
    }
  });

  it("lets the secretary read what the director reads but pay, and write nothing", () => {
    const [secretary, director] = [rightsOf(["secretary"]), rightsOf(["director"])];
    expect(lists(secretary, "read")).toEqual(lists(director, "read").filter((list) => !PAY.includes(list)));
    expect(secretary.restricted("political")).toBe(true);
    expect(lists(secretary, "write")).toEqual([]);
    expect(secretary.can("write")).toBe(false);
  });

  it.each([
    ["cashier", ["donations", ...PAY, "vouchers"]],
    ["accountant", ["receipt-books"]],
  ])(
    "S8.15 keeps residents from the %s, who writes what money comes in and goes out by, or hands out the receipt books, and nothing else",
    (code, written) => {
      const rights = rightsOf([code]);
      expect(rights.can("read", "residents")).toBe(false);
      expect(rights.can("read", "service-targets")).toBe(false);
      expect(rights.can("read", "households")).toBe(true);
      expect(rights.can("reveal", "households")).toBe(false);
      expect(lists(rights, "write")).toEqual(written);
    },
  );

  it.each([
    ["council", rightsOf(["council"])],
    ["supervision", rightsOf(["supervision"])],
    ["street", rightsOf([], ["street"])],
    ["district", rightsOf([], ["district"])],
  ])("shows no resident to the %s", (_who, rights) => {
    for (const list of ["residents", "households", "service-targets", "sign-ups", "dwellings", "answers"]) {
      for (const right of RIGHTS.slice(0, 6)) expect(rights.can(right, list), `${right} ${list}`).toBe(false);
    }
    expect(rights.restricted("political")).toBe(false);
    expect(rights.can("read", "committees")).toBe(true);
  });

  it("lets only street and district make directors", () => {
    for (const code of Object.keys(post.codes)) expect(rightsOf([code]).can("grantDirector"), code).toBe(false);
    expect(rightsOf([], ["street"]).can("grantDirector")).toBe(true);
    expect(rightsOf([], ["district"]).can("grantDirector")).toBe(true);
  });

  it("gives nothing for an honour, an unknown post or a district's program", () => {
    for (const rights of [
      rightsOf([]),
      rightsOf(["group-leader"]),
      rightsOf(["constructor"]),
      rightsOf([], ["client"]),
    ]) {
      expect(rights.isNobody).toBe(true);
      for (const right of RIGHTS) expect(rights.can(right, "committees")).toBe(false);
    }
  });

  const posts = fc.subarray(Object.keys(post.codes));
  it("adds up: more posts never take a right away, and give none that no single one gives", () => {
    fc.assert(
      fc.property(posts, posts, fc.constantFrom(...RIGHTS), fc.constantFrom(...LISTS), (some, more, right, list) => {
        const both = rightsOf([...some, ...more]).can(right, list);
        expect(both).toBe(rightsOf(some).can(right, list) || rightsOf(more).can(right, list));
        expect(both).toBe([...some, ...more].some((code) => rightsOf([code]).can(right, list)));
      }),
    );
  });

  it("never lets anybody write, import, export or open what they may not read", () => {
    fc.assert(
      fc.property(posts, fc.constantFrom(...LISTS), (some, list) => {
        const rights = rightsOf(some);
        for (const right of RIGHTS.slice(0, 6))
          if (rights.can(right, list)) expect(rights.can("read", list)).toBe(true);
      }),
    );
  });
});

describe("where an area account reaches", () => {
  it("covers its own code and what lies below, never a neighbour, and a program nothing", () => {
    expect(covers({ code: "500112", role: "district" }, "500112013004")).toBe(true);
    expect(covers({ code: "500112013", role: "street" }, "500112013004")).toBe(true);
    expect(covers({ code: "500112013", role: "street" }, "500112014004")).toBe(false);
    expect(covers({ code: "500112013", role: "street" }, "500112")).toBe(false);
    expect(covers({ code: "500112", role: "client" }, "500112013004")).toBe(false);
  });
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
const period = fc
  .tuple(day, fc.option(day, { nil: undefined }))
  .map(([from, until]) => ({ from, until: until !== undefined && until < from ? from : until }));
const DAYS = Array.from({ length: 31 }, (_, n) => `2026-11-${String(n + 1).padStart(2, "0")}`);

describe("when a post is held", () => {
  it("begins on its first day and is over on the day of leaving", () => {
    const term = { from: "2026-11-10", until: "2026-11-20" };
    expect(["2026-11-09", "2026-11-10", "2026-11-19", "2026-11-20"].map((on) => inForce(term, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(inForce({ from: "2026-11-10" }, "2099-01-01")).toBe(true);
  });

  it("overlaps another exactly when there is a day on which both are held", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(overlap(a, b)).toBe(DAYS.some((on) => inForce(a, on) && inForce(b, on)));
        expect(overlap(a, b)).toBe(overlap(b, a));
      }),
    );
  });
});

describe("granting a post", () => {
  const term = (given: Partial<HeldTerm>): HeldTerm => ({
    id: "t",
    post: "clerk",
    from: "2026-11-01",
    account: "a",
    person: "Wang",
    ...given,
  });
  const codes = (granted: HeldTerm, held: HeldTerm[] = [], others: HeldTerm[] = []) =>
    grantProblems(granted, held, others).map(({ code }) => code);

  it("S8.15 never makes one person cashier and accountant, not by a second account of the same name either", () => {
    const accountant = term({ post: "accountant" });
    expect(codes(term({ post: "cashier" }), [accountant], [accountant])).toEqual(["cashier-and-accountant"]);
    expect(codes(term({ post: "cashier", account: "b" }), [], [accountant])).toEqual(["cashier-and-accountant"]);
    expect(codes(term({ post: "cashier", account: "b", person: "Li" }), [], [accountant])).toEqual([]);
    const past = { ...accountant, until: "2026-11-01" };
    expect(codes(term({ post: "cashier" }), [past], [past])).toEqual([]);
  });

  it("never gives a community two directors on one day, but lets one follow the other", () => {
    const director = term({ post: "director", account: "x", person: "Zhao", until: "2026-11-20" });
    expect(codes(term({ post: "director", from: "2026-11-19" }), [], [director])).toEqual(["one-director"]);
    expect(codes(term({ post: "director", from: "2026-11-20" }), [], [director])).toEqual([]);
  });

  it("does not give a post twice, nor one that ends before it begins", () => {
    expect(codes(term({}), [term({})])).toEqual(["already-held"]);
    expect(codes(term({ until: "2026-10-01" }))).toEqual(["before-start"]);
  });

  it("holds whatever the order of grants: accepted terms never break a rule", () => {
    const wish = fc.record({
      post: fc.constantFrom("director", "cashier", "accountant", "supervision"),
      account: fc.constantFrom("a", "b", "c"),
      when: period,
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), (wishes) => {
        const accepted: HeldTerm[] = [];
        for (const [n, { post: code, account, when }] of wishes.entries()) {
          const granted = { id: String(n), post: code, account, person: account, ...when };
          const held = accepted.filter((one) => one.account === account);
          if (grantProblems(granted, held, accepted).length === 0) accepted.push(granted);
        }
        for (const on of DAYS) {
          const now = accepted.filter((one) => inForce(one, on));
          expect(now.filter((one) => one.post === "director").length).toBeLessThanOrEqual(1);
          for (const account of ["a", "b", "c"]) {
            const own = now.filter((one) => one.account === account).map((one) => one.post);
            const [cash, books] = [own.includes("cashier"), own.includes("accountant")];
            expect(cash && (books || own.includes("director"))).toBe(false);
            expect(own.includes("supervision") && own.some((code) => code !== "supervision")).toBe(false);
          }
        }
      }),
    );
  });
});
