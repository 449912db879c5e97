import type { DataProvider, RaRecord } from "react-admin";
import type { Values } from "../../shared/schema/field.ts";
import type { Workspace } from "../app/workspace.ts";
import type { RecordView } from "./contract.ts";
import { newId } from "./http.ts";

/** A record the way react-admin wants it: flat, with its version beside its values. */
type Flat = RaRecord<string> & { readonly version: number };

const flat = ({ id, version, values }: RecordView): Flat => ({ ...values, id, version });

function valuesOf(data: Readonly<Record<string, unknown>>): Values {
  const { id, version, ...values } = data;
  return values as Values;
}

/**
 * react-admin's features upon the staff API. Lists come from the whole list in memory, which the sheet shares; the
 * sheet itself writes through its save queue.
 */
export function createDataProvider(workspace: Workspace): DataProvider {
  const { http } = workspace;
  const path = (resource: string, id?: unknown) =>
    `${workspace.path}/registers/${resource}/records${id === undefined ? "" : `/${encodeURIComponent(String(id))}`}`;

  async function records(resource: string): Promise<readonly Flat[]> {
    const list = workspace.listOf(resource);
    await list.load();
    const state = list.get();
    if (state.status === "failed") throw state.error;
    return [...state.records.values()].map(flat);
  }

  async function getOne(resource: string, id: unknown): Promise<Flat> {
    return flat(await http<RecordView>("GET", path(resource, id)));
  }

  async function update(resource: string, id: unknown, data: object, version: unknown): Promise<Flat> {
    const record = await http<RecordView>("PATCH", path(resource, id), {
      body: { values: valuesOf({ ...data }) },
      headers: { "if-match": `"${String(version)}"`, "idempotency-key": newId() },
    });
    workspace.listOf(resource).apply([record]);
    return flat(record);
  }

  async function remove(resource: string, id: unknown): Promise<void> {
    const list = workspace.listOf(resource);
    const known = list.get().records.get(String(id)) ?? (await getOne(resource, id));
    await http("DELETE", path(resource, id), {
      headers: { "if-match": `"${known.version}"`, "idempotency-key": newId() },
    });
    list.apply([{ id: String(id), version: known.version + 1, deleted: true }]);
  }

  async function page(resource: string, params: Asked) {
    const wanted = Object.entries(params.filter ?? {});
    const found = (await records(resource)).filter((record) =>
      wanted.every(([key, value]) => matches(record, key, value)),
    );
    const { field = "id", order = "ASC" } = params.sort ?? {};
    const sorted = found.sort((a, b) => compare(a[field], b[field]) * (order === "ASC" ? 1 : -1));
    const { page: number = 1, perPage = sorted.length } = params.pagination ?? {};
    return { data: sorted.slice((number - 1) * perPage, number * perPage), total: sorted.length };
  }

  // react-admin lets a caller name any record type; what comes is what the API sends.
  return {
    getList: (resource: string, params: Asked) => page(resource, params),
    getManyReference: (resource: string, params: Asked & { target: string; id: unknown }) =>
      page(resource, { ...params, filter: { ...params.filter, [params.target]: params.id } }),
    getOne: async (resource: string, { id }: { id: unknown }) => ({ data: await getOne(resource, id) }),
    getMany: async (resource: string, { ids }: { ids: readonly unknown[] }) => {
      const wanted = new Set(ids.map(String));
      return { data: (await records(resource)).filter(({ id }) => wanted.has(id)) };
    },
    create: async (resource: string, { data }: { data: object }) => {
      const record = await http<RecordView>("POST", path(resource), {
        body: { values: valuesOf({ ...data }) },
        headers: { "idempotency-key": newId() },
      });
      workspace.listOf(resource).apply([record]);
      return { data: flat(record) };
    },
    update: async (resource: string, params: { id: unknown; data: object; previousData: { version?: unknown } }) => ({
      data: await update(resource, params.id, params.data, params.previousData.version),
    }),
    updateMany: async (resource: string, { ids, data }: { ids: readonly unknown[]; data: object }) => {
      for (const id of ids) await update(resource, id, data, (await getOne(resource, id)).version);
      return { data: [...ids] };
    },
    delete: async (resource: string, { id, previousData }: { id: unknown; previousData?: object }) => {
      await remove(resource, id);
      return { data: { id, ...previousData } };
    },
    deleteMany: async (resource: string, { ids }: { ids: readonly unknown[] }) => {
      for (const id of ids) await remove(resource, id);
      return { data: [...ids] };
    },
  } as unknown as DataProvider;
}

type Asked = {
  readonly filter?: Readonly<Record<string, unknown>>;
  readonly sort?: { readonly field?: string; readonly order?: "ASC" | "DESC" };
  readonly pagination?: { readonly page?: number; readonly perPage?: number };
};

function matches(record: Flat, key: string, wanted: unknown): boolean {
  if (key === "q") return JSON.stringify(record).toLowerCase().includes(String(wanted).toLowerCase());
  const value: unknown = record[key];
  return Array.isArray(wanted) ? wanted.includes(value) : value === wanted;
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a ?? "").localeCompare(String(b ?? ""), "zh");
}
