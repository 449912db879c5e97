import type { EngineOptions } from "../../../infra/local/dynamodb/engine.ts";
import type { Answer, Caller } from "../../support/api.ts";
import { openTestApi, type TestApi } from "../../support/api.ts";
import { type JobsPump, openJobsPump } from "../../support/pump-jobs.ts";

export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const BYTES = "application/octet-stream";

type Problem = { path: string; code: string; message: string; params?: Record<string, number>; level?: string };
/** What the import routes answer. */
export type Preview = {
  id: string;
  state: string;
  counts: { new: number; changed: number; same: number; error: number };
  columns: {
    index: number;
    header: string;
    samples: string[];
    field: string | null;
    note?: string;
    message?: string;
  }[];
  rows: { row: number; state: string; problems: Problem[]; title?: string }[];
  cursor?: string;
  done: number;
  total: number;
  undone: boolean;
  refused?: { row: number; problems: Problem[] }[];
  received?: number;
};
export type PreviewAnswer = {
  status: number;
  body: Preview & { code: string; fields: Problem[]; rows: Preview["rows"] };
};

export type Office = {
  readonly linli: TestApi;
  readonly pump: JobsPump;
  readonly clerk: Caller;
  readonly send: (path: string, file: Uint8Array | string, type?: string) => Promise<PreviewAnswer>;
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<PreviewAnswer>;
  /** Imports a file and waits until it is done. */
  readonly take: (file: Uint8Array | string, list?: string, type?: string) => Promise<Preview>;
  readonly records: (list: string) => Promise<Answer["body"][]>;
};

/** A committee with a clerk, on the real engine, whose jobs run when they are asked to. */
export async function openOffice(options: Partial<EngineOptions> = {}): Promise<Office> {
  const linli = await openTestApi(options);
  linli.clock.now = Date.parse("2026-11-24T02:00:00Z");
  const pump = await openJobsPump(linli, linli.deps);
  const clerk = await linli.as(["clerk"]);
  // The routes of imports answer what the type of all answers does not list.
  const call: Office["call"] = async (...request) => (await clerk(...request)) as unknown as PreviewAnswer;
  const send: Office["send"] = (path, file, type = XLSX) => call("POST", path, file, { "content-type": type });
  return {
    linli,
    pump,
    clerk,
    call,
    send,
    take: async (file, list = "residents", type = XLSX) => {
      const { body } = await send(`/registers/${list}/imports`, file, type);
      await call("POST", `/registers/${list}/imports/${body.id}/commit`);
      await pump.run();
      return (await call("GET", `/registers/${list}/imports/${body.id}`)).body;
    },
    records: async (list) => {
      const found: Answer["body"][] = [];
      for (let cursor: string | undefined, first = true; first || cursor; first = false) {
        const { body } = await clerk("GET", `/registers/${list}/records${cursor ? `?cursor=${cursor}` : ""}`);
        found.push(...(body.records as Answer["body"][]));
        cursor = body.cursor;
      }
      return found;
    },
  };
}
