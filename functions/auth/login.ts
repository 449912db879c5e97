/** A login name as it is kept: half-width, small letters; undefined when it is none. */
export function loginFromText(text: string): string | undefined {
  const login = text.normalize("NFKC").trim().toLowerCase();
  return /^[a-z0-9][a-z0-9._-]{2,39}$/.test(login) ? login : undefined;
}
