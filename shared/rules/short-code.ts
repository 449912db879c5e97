/**
 * Characters of a code that people read off paper and type (短码): none that looks like another
 * (no 0 o, 1 i l, 2 z, 5 s, u v).
 */
export const SHORT_CODE_CHARACTERS = "346789abcdefghjkmnpqrtwxy";
export const SHORT_CODE_LENGTH = 8;

/** A code of eight characters from at least eight bytes of chance. */
export function shortCode(bytes: Uint8Array): string {
  const base = BigInt(SHORT_CODE_CHARACTERS.length);
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let code = "";
  for (let index = 0; index < SHORT_CODE_LENGTH; index += 1) {
    code += SHORT_CODE_CHARACTERS.charAt(Number(rest % base));
    rest /= base;
  }
  return code;
}

/** A code as somebody typed it: capitals, spaces and hyphens do not matter; undefined when it can be none. */
export function readShortCode(text: string): string | undefined {
  const code = text.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
  const known = code.length === SHORT_CODE_LENGTH && [...code].every((char) => SHORT_CODE_CHARACTERS.includes(char));
  return known ? code : undefined;
}

/** A code as it is printed: two groups of four. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
