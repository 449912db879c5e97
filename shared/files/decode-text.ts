import { FileProblem } from "./file-problem.ts";

/** The part of the Web standard's decoder that is used; every place this runs in has it. */
declare const TextDecoder: new (
  encoding: string,
  options: { readonly fatal: true },
) => { decode(bytes: Uint8Array): string };

/**
 * The text of a csv file. Office software in China saves GBK without saying so: what is not valid UTF-8 is read as
 * GB 18030, which contains GBK and GB 2312.
 */
export function decodeText(bytes: Uint8Array): string {
  const encodings = sniffed(bytes);
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  throw new FileProblem("file-encoding");
}

function sniffed(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ["utf-16le"];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ["utf-16be"];
  // Neither encoding ever contains a zero byte, so a file with one is a picture or a program, not a table.
  if (bytes.includes(0)) throw new FileProblem("file-unreadable");
  return ["utf-8", "gb18030"];
}
