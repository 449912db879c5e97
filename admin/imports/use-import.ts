import { useCallback, useEffect, useRef, useState } from "react";
import { useWords } from "../app/use-words.ts";
import { useWorkspace } from "../app/workspace.ts";
import { troubleOf } from "../layout/trouble.ts";
import type { RegisterView } from "../providers/contract.ts";
import { isPassing, newId, Problem } from "../providers/http.ts";
import type { Preview, Progress } from "./contract.ts";
import { FILE_MAX, sendFile, UnreadableFile } from "./send-file.ts";

type Step =
  | { readonly kind: "choose" }
  | { readonly kind: "sending"; readonly done: number; readonly total: number }
  | { readonly kind: "preview"; readonly preview: Preview }
  | { readonly kind: "running"; readonly undoing: boolean; readonly done: number; readonly total: number }
  | { readonly kind: "done"; readonly progress: Progress; readonly taken: number };

const EVERY_MS = 700;

/** The course of one import, from the file to its end or its undoing. */
export function useImport(register: RegisterView, first: File | undefined) {
  const workspace = useWorkspace();
  const words = useWords();
  const [step, setStep] = useState<Step>({ kind: "choose" });
  const [problem, setProblem] = useState<string>();
  const [unsent, setUnsent] = useState<File>();
  const open = useRef(true);
  const id = useRef("");
  const acting = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const lastWish = useRef<{ readonly of: string; readonly key: string }>(undefined);
  const { http } = workspace;
  const path = `${workspace.path}/registers/${register.name}/imports`;

  const fail = useCallback(
    (error: unknown, back?: Step) => {
      if (!open.current) return;
      setProblem(error instanceof UnreadableFile ? error.message : troubleOf(error, words));
      if (back) setStep(back);
    },
    [words],
  );

  const send = useCallback(
    async (file: File) => {
      setProblem(undefined);
      if (file.size > FILE_MAX) {
        setProblem(words.imports.tooLarge(Math.ceil(file.size / 1024 / 1024)));
        return;
      }
      setUnsent(file);
      setStep({ kind: "sending", done: 0, total: 0 });
      try {
        const preview = await sendFile(workspace, register, file, (done, total) =>
          setStep({ kind: "sending", done, total }),
        );
        id.current = preview.id;
        setUnsent(undefined);
        setStep({ kind: "preview", preview });
      } catch (error) {
        // What was refused is refused again.
        if (!isPassing(error) && !(error instanceof Problem && error.status === 401)) setUnsent(undefined);
        fail(error, { kind: "choose" });
      }
    },
    [workspace, register, words, fail],
  );

  /** Whether the columns were taken as told. */
  const correct = useCallback(
    async (columns: readonly { readonly index: number; readonly field: string | null }[]): Promise<boolean> => {
      setProblem(undefined);
      try {
        const preview = await http<Preview>("PATCH", `${path}/${id.current}`, { body: { columns } });
        setStep({ kind: "preview", preview });
        return true;
      } catch (error) {
        fail(error);
        return false;
      }
    },
    [http, path, fail],
  );

  /** Follows the work in the background until it ends; a lost connection only makes it wait. */
  const follow = useCallback(
    async (undoing: boolean, start: Progress) => {
      let now = start;
      while (open.current && now.state === "running") {
        setStep({ kind: "running", undoing, done: now.done, total: now.total });
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
        now = await http<Progress>("GET", `${path}/${id.current}`).catch((error: unknown) => {
          if (isPassing(error)) return now;
          throw error;
        });
      }
      await refreshAll(workspace, register);
      if (open.current) setStep({ kind: "done", progress: now, taken: now.total - (now.refused?.length ?? 0) });
    },
    [http, path, workspace, register],
  );

  const act = useCallback(
    async (action: "commit" | "undo") => {
      // A second press meanwhile is the same wish.
      if (acting.current) return;
      // Until the server has said what became of a press, the next one asks for the same act and not for another.
      const wish = { of: `${id.current}/${action}`, key: newId() };
      const { key } = lastWish.current?.of === wish.of ? lastWish.current : wish;
      lastWish.current = { ...wish, key };
      acting.current = true;
      setBusy(true);
      setProblem(undefined);
      try {
        const started = await http<Progress>("POST", `${path}/${wish.of}`, { headers: { "idempotency-key": key } });
        lastWish.current = undefined;
        await follow(action === "undo", started);
      } catch (error) {
        if (!isPassing(error)) lastWish.current = undefined;
        fail(error);
      } finally {
        acting.current = false;
        if (open.current) setBusy(false);
      }
    },
    [http, path, follow, fail],
  );

  // Once: the file that was dropped on the sheet.
  const dropped = useRef(first);
  useEffect(() => {
    open.current = true;
    if (dropped.current) void send(dropped.current);
    dropped.current = undefined;
    return () => {
      open.current = false;
    };
  }, [send]);

  return {
    step,
    problem,
    /** The file that was chosen and did not arrive. */
    unsent,
    /** Whether the server was asked to take the file or take it back, and has not finished. */
    isBusy,
    send,
    correct,
    commit: () => act("commit"),
    undo: () => act("undo"),
    restart: () => {
      setProblem(undefined);
      setStep({ kind: "choose" });
    },
  };
}

/** An import makes records of other lists too; whichever is in memory asks for what changed. */
async function refreshAll(workspace: ReturnType<typeof useWorkspace>, register: RegisterView): Promise<void> {
  const lists = workspace.registers.map(({ name }) => workspace.listOf(name));
  const known = lists.filter((list) => list.name === register.name || list.get().status === "ready");
  await Promise.all(known.map((list) => list.refresh().catch(() => undefined)));
}
