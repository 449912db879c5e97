import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Places where a pattern stands in the code of some folders, without comments: `file: what was found`. */
function found(folders: readonly string[], pattern: RegExp): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".gen.ts"))
      .flatMap((name) => {
        const code = readFileSync(join(ROOT, folder, name), "utf8")
          .replace(/\/\*[\s\S]*?\*\//g, "")
          .replace(/(^|\s)\/\/.*$/gm, "$1");
        return [...code.matchAll(pattern)].map(([text]) => `${folder}/${name}: ${text}`);
      }),
  );
}
const files = (places: readonly string[]) => [...new Set(places.map((place) => place.split(":")[0]))].sort();
const EVERYWHERE = ["shared", "functions", "admin", "infra"];
const AT_WORK = ["shared", "functions", "admin"];

describe("what the code never does", () => {
  test("no text becomes code: nothing is evaluated, no template or expression comes from outside", () => {
    const evaluated = /\beval\(|\bnew Function\(|node:vm\b|setTimeout\(\s*["'`]|javascript:/g;
    expect(found(AT_WORK, evaluated)).toEqual([]);
    expect(found(AT_WORK, /from "(handlebars|mustache|ejs|pug|lodash[^"]*|marked|markdown-it|xslt[^"]*)"/g)).toEqual(
      [],
    );
  });

  test("text is put into pages as text: HTML from a string is our own style and drawings alone", () => {
    expect(found(AT_WORK, /\.(inner|outer)HTML\b|document\.write|insertAdjacentHTML|srcdoc/g)).toEqual([]);
    // Bars whose labels the drawing itself escapes.
    expect(files(found(AT_WORK, /dangerouslySetInnerHTML/g))).toEqual(["admin/surveys/QuestionResults.tsx"]);
    const taken = new Set(found(["functions"], /\braw\([^)]*\)/g).map((place) => place.split(": ")[1]));
    for (const each of taken)
      expect(each).toMatch(/^raw\("<!doctype html>"|^raw\([\w.]*(style|css|svg|chart|drawing)\w*\b/i);
  });

  test("functions start no program, write no file and read only the two folders that lie beside them", () => {
    expect(found(AT_WORK, /node:(child_process|cluster|worker_threads|inspector|repl)/g)).toEqual([]);
    expect(files(found(["shared", "functions"], /node:fs\b/g))).toEqual([
      "functions/poster/fonts.ts",
      "functions/site/console-files.ts",
    ]);
    const written = /\b(writeFile|appendFile|copyFile|createWriteStream|unlink|mkdir|mkdtemp|rename|symlink)(Sync)?\(/g;
    expect(found(["shared", "functions"], written)).toEqual([]);
  });

  test("functions speak to nobody but the database, the parameter store and an outside issuer that was set up", () => {
    const network =
      /node:(http|https|http2|net|tls|dgram|dns)\b|(?<![.\w])fetch\(|new (WebSocket|EventSource)|XMLHttpRequest/g;
    // A list that an import has read before is "fetched" from memory.
    const asked = found(["shared", "functions"], network).filter(
      (place) => !place.startsWith("shared/import/held-list.ts"),
    );
    expect(asked).toEqual([]);
    const clients = found(["shared", "functions"], /new \w+Client\(/g).map((place) => place.split(": ")[1]);
    expect(clients.sort()).toEqual(["new DynamoDBClient(", "new SSMClient("]);
    // Whoever is spoken to shows a certificate that holds, and is spoken to where the region says.
    expect(
      found(AT_WORK, /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|tls:\s*false|(?<!_)endpoint:\s/g),
    ).toEqual([]);
    const outside = files(found(["shared", "functions"], /from "openid-client"/g));
    expect(outside.every((file) => file?.startsWith("functions/auth/outside/"))).toBe(true);
    const unknown =
      /from "(?!\.|node:|@aws-sdk\/|@aws-lambda-powertools\/|@middy\/|hono|zod|otpauth|hucre|uqr|fontkit|pdfkit|pinyin-pro|openid-client|aws-lambda)[^"]+"/g;
    expect(found(["shared", "functions"], unknown)).toEqual([]);
  });

  test("the console speaks to its own address alone: no other site, no socket, no message between windows", () => {
    expect(found(["admin"], /(?:wss?|https?):\/\/(?!www\.w3\.org|127\.0\.0\.1)[^\s"'`]*/g)).toEqual([]);
    expect(found(["admin"], /new (WebSocket|EventSource|RTCPeerConnection)|sendBeacon|XMLHttpRequest/g)).toEqual([]);
    expect(found(["admin"], /(window|parent|opener|top)\.(postMessage|addEventListener\("message")/g)).toEqual([]);
  });

  test("secrets are random as cryptography asks: plain chance only says how long to wait before another try", () => {
    const chance = found(EVERYWHERE, /^.*Math\.random\(\).*$/gm);
    for (const each of chance.filter((place) => !place.startsWith("infra/"))) expect(each).toContain("setTimeout(");
    // A transaction's token only has to differ from others.
    expect(files(found(["functions"], /randomUUID|Date\.now\(\)\.toString\(36\)/g))).toEqual([
      "functions/store/transact.ts",
    ]);
  });

  test("only Node's own cryptography, with AES-256-GCM, SHA-256, HKDF and scrypt; SHA-1 for the six digits alone", () => {
    const algorithms = found(
      AT_WORK,
      /create(Cipheriv|Decipheriv|Hash|Hmac)\(\s*"[^"]+"|hkdfSync\(\s*"[^"]+"|pbkdf2\w*|createSign|createVerify|publicEncrypt|DiffieHellman|ECDH/g,
    );
    expect([...new Set(algorithms.map((place) => place.split(": ")[1]))].sort()).toEqual([
      'createCipheriv("aes-256-gcm"',
      'createDecipheriv("aes-256-gcm"',
      'createHash("sha256"',
      'createHmac("sha256"',
      'hkdfSync("sha256"',
    ]);
    expect(files(found(AT_WORK, /SHA-?1\b/gi))).toEqual(["functions/auth/totp.ts"]);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const other = /crypt|cipher|jose|jsonwebtoken|forge|nacl|sodium|sjcl|md5|sha\d/i;
    expect(Object.keys(dependencies).filter((name) => other.test(name))).toEqual([]);
  });

  test("every search pattern is written by us, none is made of what somebody typed", () => {
    expect(files(found(AT_WORK, /new RegExp\(/g))).toEqual(["shared/rules/survey/condition.ts"]);
  });

  test("no key and no password stands in the code", () => {
    const secrets =
      /-----BEGIN|AKIA[0-9A-Z]{16}|\b(?:password|secret|token|key)\w*\s*[:=]\s*"(?=[^"]*\d)[\w+/=!@#%-]{8,}"/gi;
    expect(found(EVERYWHERE, secrets)).toEqual([]);
  });
});
