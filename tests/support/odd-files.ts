import { deflateRawSync } from "node:zlib";
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
