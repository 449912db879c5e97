import { halfWidth } from "../rules/written-date.ts";

/** A heading as it is compared: half-width, lower case, without spaces, stars, colons and what stands in brackets. */
export function plainHeading(text: string): string {
  return halfWidth(text)
    .replace(/[([\u3010][^)\]\u3011]*[)\]\u3011]/g, "")
    .replace(/[\s*:\u3000\uff1a.\u3001_/\\-]/g, "")
    .toLowerCase();
}

/** A text in cells that only looks like a name of something, never like data. */
export function isHeadingText(text: string): boolean {
  const plain = halfWidth(text).trim();
  return plain.length > 0 && plain.length <= 30 && !/\d{4,}/.test(plain) && !/^[\d.,%\s-]+$/.test(plain);
}
