import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

/** How to run on this machine, from the command line and the environment. */
export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly publicUrl: string | undefined;
  /** Whether an account without a second step can do nothing but switch it on. */
  readonly secondStep: boolean;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly issuer: IssuerSettings | undefined;
  readonly demo: boolean;
  /** Whether changed sources are built and run at once. */
  readonly watch: boolean;
};

/** An outside OpenID Connect issuer (外部统一身份认证) and our client there; what people call it, where that is said. */
export type IssuerSettings = {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly zh: string | undefined;
  readonly en: string | undefined;
};

/** Something the person who started it can put right; shown without a stack. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export function readSettings(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { values } = parse(args);
  const port = Number(env.PORT || 8787);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SettingsError(`PORT must be a number up to 65535, not "${env.PORT}".`);
  }
  return {
    port,
    host: env.HOST || (values.lan ? "0.0.0.0" : "127.0.0.1"),
    dataDir: env.LINLI_DATA || ".linli",
    publicUrl: publicUrl(env.PUBLIC_URL),
    secondStep: secondStep(env.SECOND_STEP),
    tls: tls(env.TLS_CERT, env.TLS_KEY),
    issuer: issuer(env),
    demo: !values["no-demo"],
    watch: values.watch ?? false,
  };
}

const FLAG = { type: "boolean" } as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { lan: FLAG, "no-demo": FLAG, watch: FLAG } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${reason}\nUsage: npm start [-- --lan] [-- --no-demo] [-- --watch]`);
  }
}

function publicUrl(given: string | undefined): string | undefined {
  if (!given) return undefined;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new SettingsError(`PUBLIC_URL must be an address such as https://linli.example.cn, not "${given}".`);
  }
  return new URL(given).origin;
}

function secondStep(given: string | undefined): boolean {
  if (given && given !== "required" && given !== "optional") {
    throw new SettingsError(`SECOND_STEP is "required" or "optional", not "${given}".`);
  }
  return given === "required";
}

function tls(cert: string | undefined, key: string | undefined): Settings["tls"] {
  if (!cert && !key) return undefined;
  if (!cert || !key) throw new SettingsError("TLS_CERT and TLS_KEY belong together: name both files or neither.");
  for (const file of [cert, key]) {
    if (!existsSync(file)) throw new SettingsError(`There is no file ${file} (TLS_CERT, TLS_KEY).`);
  }
  return { cert, key };
}

function issuer(env: Readonly<Record<string, string | undefined>>): IssuerSettings | undefined {
  const { OIDC_ISSUER: url, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!url && !clientId && !clientSecret) return undefined;
  if (!url || !clientId || !clientSecret) {
    throw new SettingsError("OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all or none.");
  }
  // Whoever can listen in between could be anybody to us.
  if (!URL.canParse(url) || !/^(https:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/])/.test(new URL(url).href)) {
    throw new SettingsError(`OIDC_ISSUER must be an https address such as https://sso.example.cn, not "${url}".`);
  }
  return { url, clientId, clientSecret, zh: env.OIDC_LABEL_ZH || undefined, en: env.OIDC_LABEL_EN || undefined };
}
