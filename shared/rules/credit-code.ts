const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether the text is a unified social credit code (统一社会信用代码, GB 32100-2015) with its check character. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18 || [...text].some((char) => !ALPHABET.includes(char))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(text.charAt(index)), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] === text[17];
}
