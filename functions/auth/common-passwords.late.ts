import { createHash } from "node:crypto";
import { commonPasswords } from "./common-passwords.gen.ts";

const bytes = Buffer.from(commonPasswords, "base64");
const marks = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));

/** Whether a password is one of those that were found in breaches and that guessers try (常见密码), large letters or small. */
export function isCommon(password: string): boolean {
  const mark = createHash("sha256").update(password.normalize("NFKC").toLowerCase()).digest().readUInt32BE();
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((marks[middle] ?? 0) < mark) from = middle + 1;
    else to = middle;
  }
  return marks[from] === mark;
}
