import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frozenBlocks, paragraphsOf, yuan } from "../../../../shared/rules/publication/freeze.ts";
import { maskedName } from "../../../../shared/rules/publication/mask.ts";
import { PUBLICATIONS, publicationNamed } from "../../../../shared/schema/publications.ts";

describe("what becomes public", () => {
  test("a donor is named only who wished it; everybody else is a resident", () => {
    const [block] = frozenBlocks(publicationNamed("finance"), {
      donations: [
        { day: "2026-05-03", donor: "王小明", donorNamed: true, amount: 50_000 },
        { day: "2026-05-04", donor: "李大华", donorNamed: false, amount: 20_000 },
        { day: "2026-05-05", donor: "赵秘", amount: 10_000 },
      ],
    });
    const said = JSON.stringify(block);
    expect(said).toContain("王小明");
    expect(said).not.toMatch(/李大华|赵秘/);
    expect(said.match(/热心居民/g)).toHaveLength(2);
    expect(said.match(/A resident/g)).toHaveLength(2);
  });

  test("no kind lets out a column it does not name, whatever it is given", () => {
    const tables = [...PUBLICATIONS.values()].flatMap((kind) =>
      kind.parts.flatMap((part) => (part.as === "table" || part.as === "facts" ? [{ kind, part }] : [])),
    );
    expect(tables.length).toBeGreaterThan(4);
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.stringMatching(/^[a-z]{3,12}$/), ({ kind, part }, column) => {
        fc.pre(!Object.hasOwn(part.columns, column));
        const row = { [column]: "secret" };
        const source = { [part.name]: part.as === "table" ? [row] : row };
        expect(() => frozenBlocks(kind, source)).toThrow(`no column ${column}`);
      }),
    );
  });

  test("names keep their first and last character and their length", () => {
    expect(["王小明", "王明", "欧阳小明", "王", "Anna Smith"].map(maskedName)).toEqual([
      "王*明",
      "王*",
      "欧**明",
      "*",
      "A***",
    ]);
  });

  test("amounts read as people write them", () => {
    expect([0, 5, 123, 1_234_567, -100_000].map(yuan)).toEqual(["0.00", "0.05", "1.23", "12,345.67", "-1,000.00"]);
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        expect(Math.round(Number(yuan(fen).replaceAll(",", "")) * 100)).toBe(fen);
      }),
    );
  });

  test("a text is its lines, and nothing of them is lost", () => {
    expect(paragraphsOf(" a \n\n b\r\nc")).toEqual(["a", "b", "c"].map((one) => ({ zh: one, en: one })));
  });
});
