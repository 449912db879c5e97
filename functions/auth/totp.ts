import { Secret, TOTP } from "otpauth";
import { authWords } from "../../shared/words/auth.ts";

/** Seconds for which a code is shown, and how many steps a phone's clock may be off either way (RFC 6238, 4.1 and 5.2). */
const PERIOD = 30;
const WINDOW = 1;

/** A new secret of 160 bits for an authenticator app (RFC 4226, 4: at least 128), in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The time step a code belongs to (动态验证码, RFC 6238), or undefined when it is none of about now. Who takes a code only
 * if its step is later than the last one taken lets no code in twice (5.2).
 */
export function stepOfCode(secret: string, code: string, now: number): number | undefined {
  const digits = code.normalize("NFKC").replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totp(secret).validate({ token: digits, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD) + delta;
}

/** The address an authenticator app reads from a QR code. */
export function totpAddress(secret: string, login: string): string {
  return totp(secret, login).toString();
}

function totp(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: authWords.product.en, label, period: PERIOD, digits: 6, algorithm: "SHA1", secret });
}
