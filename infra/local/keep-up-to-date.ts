import { join, relative, sep } from "node:path";
import { root } from "../build/paths.ts";
import { BuildFailed, synthesized } from "./synthesized.ts";
import { watchFolders } from "./watch-folders.ts";

type Options = {
  /** Goes over to a newer template; returns the functions that are others now. */
  readonly reload: (template: string) => Promise<readonly string[]>;
  readonly log: (line: string) => void;
};

/** An editor writes several files at once, and some of them twice. */
const QUIET_MS = 80;

/**
 * Builds what changed in the sources, as soon as it does, and has it run. What does not compile is told and changes
 * nothing. The runner itself is the one thing that goes on as it was started.
 */
export function keepUpToDate({ reload, log }: Options): { close(): void } {
  let changed = false;
  let building = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;

  const build = async (): Promise<void> => {
    if (building) return;
    building = true;
    while (changed && !closed) {
      changed = false;
      await buildOnce(reload, log, () => closed);
    }
    building = false;
  };
  const note = (): void => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void build(), QUIET_MS);
  };

  const folders = ["shared", "functions", "admin", "infra"].map((name) => join(root, name));
  const watching = watchFolders(folders, (path) => {
    // The build itself writes the lists of definitions.
    if (path.endsWith(".gen.ts")) return;
    if (path.startsWith(join(root, "infra/local") + sep))
      log(`${relative(root, path)} runs after a new start. 需重新启动后生效。`);
    else note();
  });
  // What changed while everything was starting.
  note();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      watching.close();
    },
  };
}

async function buildOnce(reload: Options["reload"], log: Options["log"], isClosed: () => boolean): Promise<void> {
  const started = performance.now();
  try {
    const template = await synthesized(undefined, () => {});
    if (isClosed()) return;
    const functions = await reload(template);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (functions.length > 0) log(`Rebuilt 已重新构建: ${functions.join(", ")} (${seconds} s)`);
  } catch (error) {
    if (isClosed()) return;
    log(explain(error));
    log("Not built, for the reason above; what ran before runs on. 构建失败，原来的版本继续运行。");
  }
}

function explain(error: unknown): string {
  if (error instanceof BuildFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
