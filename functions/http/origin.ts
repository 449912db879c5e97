import type { Context } from "hono";

/** What of the gateway's event the functions look at; absent where an app is called without a gateway. */
type GatewayEvent = {
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string }; readonly domainName?: string };
};

/** The address under which callers reach us: the configured one, else the one this request came to. */
export function ownOrigin(c: Context, publicUrl?: string): string {
  if (publicUrl) return new URL(publicUrl).origin;
  return requestOrigin(c);
}

/** The scheme and host this request was sent to. */
export function requestOrigin(c: Context): string {
  const url = new URL(c.req.url);
  const scheme = c.req.header("x-forwarded-proto")?.split(",")[0]?.trim() ?? url.protocol.slice(0, -1);
  const host = c.req.header("host") ?? url.host;
  return `${scheme === "http" ? "http" : "https"}://${host}`;
}

/** Whether the caller's connection is encrypted, as far as the gateway tells. */
export function isEncrypted(c: Context): boolean {
  return requestOrigin(c).startsWith("https:");
}

/** Where the request came from, as the gateway saw it; a header that the caller could write is not believed. */
export function sourceAddress(c: Context): string {
  const event: GatewayEvent | undefined = c.env?.event;
  return event?.requestContext?.http?.sourceIp ?? "direct";
}
