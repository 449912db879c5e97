import fc from "fast-check";
import { expect, it } from "vitest";
import { brokenAt, canonicalVoucher, type Link } from "../../../../shared/rules/ledger/chain.ts";
import { countIn, gapsIn, nextNo, type Series, voucherNo } from "../../../../shared/rules/ledger/numbering.ts";
import type { Values } from "../../../../shared/schema/field.ts";

const kinds = fc.constantFrom("in", "out", "transfer" as const);

it("S8.19 numbers vouchers by kind, four digits, from 1", () => {
  expect(nextNo("in", {})).toEqual({ no: "收0001", series: { in: 1 } });
  expect(nextNo("out", { in: 3, out: 41 })).toEqual({ no: "付0042", series: { in: 3, out: 42 } });
  expect(voucherNo("transfer", 12_345)).toBe("转12345");
});

it("leaves no gap in any series, in whatever order kinds come", () => {
  fc.assert(
    fc.property(fc.array(kinds, { maxLength: 60 }), (order) => {
      let series: Series = {};
      const numbers = order.map((kind) => {
        const next = nextNo(kind, series);
        series = next.series;
        return next.no;
      });
      expect(new Set(numbers).size).toBe(order.length);
      for (const word of ["收", "付", "转"]) expect(gapsIn(numbers.filter((no) => no.startsWith(word)))).toEqual([]);
    }),
  );
});

it("names the numbers somebody took away", () => {
  expect(gapsIn(["付0001", "付0004", "付0002"])).toEqual([3]);
  expect(countIn("付0007")).toBe(7);
  expect(countIn("付字0007")).toBeUndefined();
});

const hashOf = (text: string) => `h${[...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7)}`;
const chained = (amounts: readonly number[]): Link[] => {
  let previousHash: string | null = null;
  return amounts.map((amountFen, index) => {
    const text = canonicalVoucher("500100001001", { seq: index + 1, amountFen }, previousHash);
    const link = { seq: index + 1, text, previousHash, hash: hashOf(text) };
    previousHash = link.hash;
    return link;
  });
};
const amounts = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 2, maxLength: 20 });

it("a chain of vouchers holds, read in any order", () => {
  fc.assert(
    fc.property(amounts, (list) => {
      expect(brokenAt([...chained(list)].reverse(), hashOf)).toBeUndefined();
    }),
  );
});

it("a voucher that was altered or taken out breaks the chain where it stood", () => {
  fc.assert(
    fc.property(amounts, fc.nat(), (list, pick) => {
      const links = chained(list);
      const place = pick % links.length;
      const altered = links.map((link, index) => (index === place ? { ...link, text: `${link.text} ` } : link));
      expect(brokenAt(altered, hashOf)).toBe(place + 1);
      const without = links.filter((_, index) => index !== place);
      // Without its last voucher a chain is a shorter chain; the head's count tells.
      expect(brokenAt(without, hashOf)).toBe(place === links.length - 1 ? undefined : place + 1);
    }),
  );
});

it("the hash leaves out the state, and holds everything the director saw", () => {
  const values = { no: "付0001", seq: 1, kind: "out", amountFen: 100, summary: "水电费", state: "approved" };
  const text = canonicalVoucher("500100001001", values, null);
  expect(canonicalVoucher("500100001001", { ...values, state: "paid", bookedOn: "2026-06-01" }, null)).toBe(text);
  const changes: Values[] = [{ amountFen: 101 }, { summary: "电费" }, { counterparty: "某人" }, { approvedBy: "主任" }];
  for (const change of changes) {
    expect(canonicalVoucher("500100001001", { ...values, ...change }, null)).not.toBe(text);
  }
  expect(canonicalVoucher("500100001002", values, null)).not.toBe(text);
});
