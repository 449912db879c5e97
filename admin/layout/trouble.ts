import type { ConsoleWords } from "../../shared/words/console.ts";
import { Problem, Unreached } from "../providers/http.ts";

/** Why something was not done, for whoever pressed the button: a refusal in the server's words, else what is known. */
export function troubleOf(error: unknown, { line, loadFailed }: ConsoleWords): string {
  if (error instanceof Unreached) return line.notSent;
  if (!(error instanceof Problem)) return loadFailed;
  if (error.status === 401) return line.signedOut;
  return error.status === 500 ? line.faulty : error.message;
}
