import fc from "fast-check";
import { expect, test } from "vitest";
import { printedCode, readShortCode, SHORT_CODE_CHARACTERS, shortCode } from "../../../shared/rules/short-code.ts";

const bytes = fc.uint8Array({ minLength: 12, maxLength: 12 });

test("a code has eight characters of which none looks like another", () => {
  fc.assert(fc.property(bytes, (chance) => /^[346789abcdefghjkmnpqrtwxy]{8}$/.test(shortCode(chance))));
  expect(SHORT_CODE_CHARACTERS).not.toMatch(/[0o1il2z5suv]/);
});

test("a code is read back as it was printed, in capitals, wide letters or with spaces", () => {
  fc.assert(
    fc.property(bytes, (chance) => {
      const code = shortCode(chance);
      const wide = [...code.toUpperCase()].map((char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
      return [printedCode(code), ` ${code.toUpperCase()}`, wide.join("")].every((one) => readShortCode(one) === code);
    }),
  );
  expect(readShortCode("abcd346")).toBeUndefined();
  expect(readShortCode("abcd3460")).toBeUndefined();
});
