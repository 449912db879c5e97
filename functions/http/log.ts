import { LogFormatter, Logger, LogItem } from "@aws-lambda-powertools/logger";

/** A line as short as it can be, because CloudWatch takes money by the byte: what each would say of itself is left out. */
class ShortLine extends LogFormatter {
  override formatAttributes(
    { logLevel, message, timestamp }: Parameters<LogFormatter["formatAttributes"]>[0],
    more: Parameters<LogFormatter["formatAttributes"]>[1],
  ): LogItem {
    const attributes = { level: logLevel, message, timestamp: this.formatTimestamp(timestamp) };
    return new LogItem({ attributes }).addAttributes(more);
  }
}

/** The log of every function: request lines and faults. Residents never stand in it, staff by the ids of their accounts. */
export const log = new Logger({ logFormatter: new ShortLine() });

/** Says once that something broke. A parser's message quotes what it was given, so that one is left out. */
export function logFault(error: unknown): void {
  const fault = error instanceof Error ? error : new Error("something that is not an error was thrown");
  const frames = (fault.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  log.error("fault", {
    kind: fault.name,
    ...(fault instanceof SyntaxError ? {} : { why: fault.message.slice(0, 300) }),
    at: frames.slice(0, 12).map((line) => line.trim()),
  });
}
