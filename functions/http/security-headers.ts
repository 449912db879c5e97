/**
 * What every answer tells the browser. No script runs that did not come from here as a file; nobody frames us.
 * The referrer policy is `same-origin`, because `no-referrer` would blank the Origin by which forged posts are told.
 */
const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": [
    "default-src 'none'",
    "object-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};

/** Whoever has once come encrypted comes no other way for a year (HSTS, RFC 6797); said over encryption only (7.2). */
export const STRICT_TRANSPORT = { "strict-transport-security": "max-age=31536000; includeSubDomains" } as const;

/** Adds each of them that a route has not set for itself. */
export function secure(response: Response, isEncrypted: boolean): Response {
  const headers = new Headers(response.headers);
  const all = isEncrypted ? { ...HEADERS, ...STRICT_TRANSPORT } : HEADERS;
  for (const [name, value] of Object.entries(all)) if (!headers.has(name)) headers.set(name, value);
  return new Response(response.body, { status: response.status, headers });
}
