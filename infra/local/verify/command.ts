import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { breakInWords, heldInWords } from "../../../shared/words/verify.ts";
import { BackupRefused } from "../backup.ts";
import { isFolder, readItems } from "./read-items.ts";
import { type PrintedHead, verify } from "./verify.ts";

const USAGE = `npm run verify -- <backup, data folder or exported community> [--community <12 digits>] [--head "<number> <16 hex digits>"]`;

/**
 * `npm run verify`: works out again that nothing of what happened was changed, and names the first link that does not
 * hold. Ends with 0 when all holds, 1 when something does not, 2 when it could not be looked at.
 */
async function main(args: readonly string[]): Promise<number> {
  const options = { community: { type: "string" }, head: { type: "string" } } as const;
  const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) throw new BackupRefused(`Usage:\n${USAGE}`);
  const { community } = values;
  const printed = values.head === undefined ? undefined : printedHead(values.head, community);
  const verdicts = await verify(readItems(resolve(path)), {
    community,
    printed,
    ...(isFolder(path) && { whole: true }),
  });
  if (verdicts.length === 0) throw new BackupRefused(`There is no history of a community in ${path}.`);
  for (const { community: code, held, broken } of verdicts) {
    const { zh, en } = broken ? breakInWords(broken) : heldInWords(held);
    console.log(broken ? `${code} ✗ ${zh}\n${code} ✗ ${en}` : `${zh}\n${en}`);
  }
  return verdicts.some(({ broken }) => broken) ? 1 : 0;
}

/** `12 3f2a 91bc 0d11 77aa`, as the public board has it; spaces may be left out after the number. */
function printedHead(text: string, community: string | undefined): PrintedHead {
  const [, number, hex = ""] = /^\D*(\d+)\D\D*?((?:[0-9a-f]{4}\s?){4})$/i.exec(text.trim()) ?? [];
  if (number === undefined) throw new BackupRefused(`This is no head of the public board: ${text}`);
  if (community === undefined) throw new BackupRefused("Name the community of the head: --community <12 digits>.");
  const short = (hex.replaceAll(/\s/g, "").toLowerCase().match(/.{4}/g) ?? []).join(" ");
  return { community, number: Number(number), short };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof BackupRefused ? error.message : error);
  process.exitCode = 2;
}
