import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";
import { BackupRefused } from "../backup.ts";
import { type Move, runningInstance } from "../instance.ts";
import { readSettings } from "../settings.ts";
import { withFunction } from "../with-function.ts";
import { moveHouse } from "./move-house.ts";

const USAGE = `npm run export-community -- <12 digits> <file>
npm run import-community -- <file>
The passphrase of the file stands in LINLI_PASSPHRASE, at least 12 characters; an export without one makes one up.`;

/** `npm run export-community` and `npm run import-community`, whether Linli runs on the data folder or not. */
async function main([command, ...args]: readonly string[]): Promise<string> {
  const given = process.env.LINLI_PASSPHRASE;
  if (command === "export") {
    const [community = "", file, ...others] = args;
    if (!/^\d{12}$/.test(community) || file === undefined || others.length > 0) throw usage();
    const to = resolve(file);
    if (existsSync(to)) throw new BackupRefused(`${to} is there already.`);
    const passphrase = checked(given ?? madeUp());
    const told = await move({ community, to, passphrase });
    return given === undefined ? `${told}\nPassphrase, shown this one time: ${passphrase}` : told;
  }
  const [file, ...others] = args;
  if (file === undefined || others.length > 0) throw usage();
  return move({ from: resolve(file), passphrase: checked(given ?? (await asked())) });
}

async function move(wanted: Move): Promise<string> {
  const dataDir = resolve(readSettings([], process.env).dataDir);
  const running = await runningInstance(dataDir);
  if (running) return (await running.move(wanted)).told;
  return withFunction(dataDir, "jobs", (invoke, engine) => moveHouse({ invoke, engine }, wanted));
}

/** 100 bits, in groups that can be read out over the telephone. */
function madeUp(): string {
  const letters = "abcdefghjkmnpqrstuvwxyz0123456789".slice(0, 32);
  const text = Array.from(randomBytes(20), (byte) => letters.charAt(byte % 32)).join("");
  return text.match(/.{5}/g)?.join("-") ?? text;
}

async function asked(): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stdout });
  try {
    return await terminal.question("Passphrase: ");
  } finally {
    terminal.close();
  }
}

function checked(passphrase: string): string {
  const text = passphrase.trim();
  if (text.length < 12 || text.length > 200) throw new BackupRefused("A passphrase has 12 to 200 characters.");
  return text;
}

const usage = () => new BackupRefused(`Usage:\n${USAGE}`);

process.umask(0o077);
try {
  console.log(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
