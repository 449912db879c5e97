/** Whether the text is a 12-digit statistical code of a division (统计用区划代码). */
export function isDivisionCode(text: string): boolean {
  return /^[1-9]\d{11}$/.test(text);
}

/** The district (区县) of a community: the first six digits. */
export function areaOf(community: string): string {
  return community.slice(0, 6);
}

/** The street (街道) of a community: the first nine digits. */
export function streetOf(community: string): string {
  return community.slice(0, 9);
}
