import type { Encoding } from "./console-files.ts";

/** The best encoding that the browser accepts and the file has (RFC 9110, 12.5.3); `offered` is best first. */
export function chooseEncoding(acceptEncoding: string, offered: readonly Encoding[]): Encoding {
  const weights = new Map(
    acceptEncoding
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
        const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  const accepted = offered.find((name) => name !== "identity" && (weights.get(name) ?? weights.get("*") ?? 0) > 0);
  return accepted ?? "identity";
}
