import PDFDocument from "pdfkit";
import type { Drawing, Mark } from "./drawing.ts";
import type { Fonts } from "./fonts.ts";

/** One sheet as a PDF. */
export function drawingPdf(drawing: Drawing, fonts: Fonts, language: string): Promise<Buffer> {
  return drawingsPdf([drawing], drawing.title, fonts, language);
}

/** Sheets as a PDF with real text, one a page; of the fonts it carries the characters it uses. */
export async function drawingsPdf(
  drawings: readonly Drawing[],
  title: string,
  fonts: Fonts,
  language: string,
): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    lang: language,
    displayTitle: true,
    info: { Title: title, Producer: "Linli", Creator: "Linli" },
    // Without a first font of ours, pdfkit looks for its own files beside the program.
    font: fonts.bytes.regular as unknown as string,
  });
  document.registerFont("regular", fonts.bytes.regular);
  document.registerFont("bold", fonts.bytes.bold);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  for (const { width, height, marks } of drawings) {
    document.addPage({ size: [width, height], margin: 0 });
    for (const mark of marks) draw(document, mark);
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === "box") document.rect(mark.x, mark.y, mark.w, mark.h).fill(mark.fill);
  else if (mark.kind === "code") {
    document
      .save()
      .translate(mark.x, mark.y)
      .scale(mark.size / mark.units)
      .path(mark.path)
      .fill("#000000")
      .restore();
  } else {
    document.font(mark.weight).fontSize(mark.size).fillColor(mark.fill);
    document.text(mark.text, mark.x, mark.y, { lineBreak: false, baseline: "alphabetic" });
  }
}
