import { createSign, generateKeyPairSync } from "node:crypto";

/** A certificate that somebody made for 127.0.0.1 themselves (X.509, RFC 5280), for a day, with its key: as PEM. */
export function selfSigned(): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ecdsaWithSha256 = sequence(tagged(0x06, Buffer.from("2a8648ce3d040302", "hex")));
  const commonName = sequence(tagged(0x06, Buffer.from("550403", "hex")), tagged(0x0c, Buffer.from("127.0.0.1")));
  const name = sequence(tagged(0x31, commonName));
  const time = (instant: number) =>
    tagged(0x18, Buffer.from(`${new Date(instant).toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`));
  const validity = sequence(time(Date.now() - 60_000), time(Date.now() + 86_400_000));
  const spki = publicKey.export({ type: "spki", format: "der" });
  const serial = tagged(0x02, Buffer.from([1]));
  const body = sequence(serial, ecdsaWithSha256, name, validity, name, spki);
  const signature = createSign("sha256").update(body).sign(privateKey);
  const der = sequence(body, ecdsaWithSha256, tagged(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts));

/** One element of DER: its tag, its length, what is in it. */
function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const long = length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(length < 128 ? [tag, length] : [tag, ...long]), content]);
}
