import { FileProblem } from "./file-problem.ts";

/** What all parts of a workbook may measure unpacked. A list of 100,000 rows and 20 columns needs about 110 MB. */
export const UNPACKED_MAX = 120 * 1024 * 1024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const PARTS_MAX = 5000;

/**
 * Refuses an archive that unpacks to more than it should (压缩炸弹), before anything is unpacked. Readers never unpack
 * a part beyond the size its entry states, so the stated sizes are what counts, and each part must state one.
 */
export function checkUnpackedSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > PARTS_MAX) throw new FileProblem("file-too-large");
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw new FileProblem("file-unreadable");
    const packed = view.getUint32(at + 20, true);
    const unpacked = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const isFolder = bytes[at + 46 + nameLength - 1] === 0x2f;
    const sizeComesLater = (view.getUint16(at + 8, true) & 8) !== 0 && packed === 0;
    if (!isFolder && (sizeComesLater || (unpacked === 0 && packed > 2))) throw new FileProblem("file-too-large");
    total += unpacked;
    if (total > UNPACKED_MAX) throw new FileProblem("file-too-large");
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function endOfDirectory(view: DataView): number {
  const last = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= last; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new FileProblem("file-unreadable");
}
