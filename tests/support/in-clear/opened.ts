import { gunzipSync, inflateRawSync } from "node:zlib";

/** A text that bytes hold, and in which part of them: the bytes themselves, what is packed in them, or each file of a zip. */
export type Opened = { readonly part: string; readonly text: string };

/** Whatever can be read in bytes: gzip and zip files (xlsx) are opened, everything else is read as it stands. */
export function opened(bytes: Uint8Array): Opened[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length > 2 && buffer.readUInt16BE(0) === 0x1f8b) return opened(gunzipSync(buffer));
  if (buffer.length > 4 && buffer.readUInt32BE(0) === 0x504b0304) return zipped(buffer);
  return [{ part: "", text: buffer.toString("utf8") }];
}

const END = Buffer.from("PK\x05\x06", "latin1");

/** The files of a zip, as its directory at the end names them. */
function zipped(zip: Buffer): Opened[] {
  const end = zip.lastIndexOf(END);
  if (end < 0) return [{ part: "", text: zip.toString("latin1") }];
  const files: Opened[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const part = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    files.push({ part, text: (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8") });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
