import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre";
// The package writes compound files only inside encrypted workbooks; an old workbook is one without encryption.
import { writeCfb } from "../../node_modules/hucre/dist/xlsx/crypto/cfb.mjs";

/** An archive of one part that states any size, whatever is in it. */
export function zipStating(name: string, content: Uint8Array, statedSize: number): Uint8Array {
  const packed = deflateRawSync(content, { level: 9 });
  const path = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(statedSize, 22);
  local.writeUInt16LE(path.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(statedSize, 24);
  entry.writeUInt16LE(path.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + path.length, 12);
  end.writeUInt32LE(local.length + path.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, path, packed, entry, path, end]));
}

/** The texts in an archive whose directory says how long each is, by name. */
export function unpacked(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    parts.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString("utf8"));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

/** An archive of texts, none of them packed. */
export function zipOf(parts: readonly (readonly [string, string])[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(path.length, 22);
    const body = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), head, path, content]);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), head, Buffer.alloc(10), u32(offset), path);
    bodies.push(body);
    offset += body.length;
  }
  const listed = Buffer.concat(directory);
  const count = u16(parts.length);
  const end = [Buffer.from("PK\u0005\u0006\0\0\0\0", "latin1"), count, count, u32(listed.length), u32(offset), u16(0)];
  return new Uint8Array(Buffer.concat([...bodies, listed, ...end]));
}

export function encryptedWorkbook(rows: string[][]): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: "a", rows }], encryption: { password: "secret", spinCount: 100 } });
}

/** A workbook of the years before xlsx (BIFF8), one sheet of texts. */
export function oldWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => record(0x0204, [u16(r), u16(c), u16(0), u16(text.length), bytes(1), utf16(text)])),
  );
  const sheet = Buffer.concat([bof(0x0010), ...cells, record(0x000a, [])]);
  const globalsWithout = bof(0x0005).length + record(0x0085, [u32(0), u16(0), bytes(1, 0), bytes(65)]).length + 4;
  const globals = Buffer.concat([
    bof(0x0005),
    record(0x0085, [u32(globalsWithout), u16(0), bytes(1, 0), bytes(65)]),
    record(0x000a, []),
  ]);
  return writeCfb([{ name: "Workbook", data: new Uint8Array(Buffer.concat([globals, sheet])) }]);
}

const bof = (kind: number) => record(0x0809, [u16(0x0600), u16(kind), u16(0), u16(0), u32(0), u32(0)]);
const bytes = (...values: number[]) => Buffer.from(values);
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const u16 = (value: number) => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number) => Buffer.concat([u16(value & 65535), u16(value >>> 16)]);

function record(id: number, parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(id), u16(body.length), body]);
}
