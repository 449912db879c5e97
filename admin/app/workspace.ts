import { createContext, useContext } from "react";
import { dayOf } from "../../shared/rules/calendar.ts";
import type { Language } from "../../shared/schema/label.ts";
import { showValue } from "../../shared/schema/value.ts";
import { consoleWords } from "../../shared/words/console.ts";
import type { CommunityView, Me, RegisterView } from "../providers/contract.ts";
import { type Http, newId } from "../providers/http.ts";
import { accountsRegister, createAccountList } from "../records/account-list.ts";
import { createRecordList, type RecordList } from "../records/record-list.ts";
import { createSaveQueue, type SaveQueue } from "../records/save-queue.ts";
import { createTitles, type Titles } from "../records/titles.ts";
import { takeOver, unsavedStore } from "../records/unsaved-store.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import type { Tabs } from "./tabs.ts";

/** One community as one account works in it: its lists, what is not saved, and the words of its records. */
export type Workspace = {
  readonly http: Http;
  readonly me: Me;
  readonly community: CommunityView;
  readonly registers: readonly RegisterView[];
  readonly tabs: Tabs;
  /** Path of the community in the staff API. */
  readonly path: string;
  readonly titles: Titles;
  /** What was typed into dialogs and not sent. */
  readonly drafts: Drafts;
  language(): Language;
  today(): string;
  registerOf(name: string): RegisterView | undefined;
  listOf(name: string): RecordList;
  queueOf(register: RegisterView): SaveQueue;
  /** Every queue opened so far. */
  queues(): readonly SaveQueue[];
  /** Calls back when anything changes in any of them. */
  onQueues(listener: () => void): () => void;
  /** Goes on saving what an earlier visit could not, in whichever list and tab it was. */
  resume(): Promise<void>;
  /** Tries again whatever failed, now that it may succeed. */
  retry(): void;
};

type Given = Pick<Workspace, "http" | "me" | "community" | "registers" | "tabs" | "language"> & {
  /** Lists that are on their way already. */
  readonly lists: ReadonlyMap<string, RecordList>;
  readonly say: (message: string) => void;
};

export function createWorkspace(given: Given): Workspace {
  const { http, me, community, registers, tabs, language } = given;
  const path = `/api/communities/${community.code}`;
  const byName = new Map(registers.map((register) => [register.name, register]));
  if (community.rights.includes("invite")) byName.set(accountsRegister.name, accountsRegister);
  const lists = new Map(given.lists);
  const queues = new Map<string, SaveQueue>();
  const queueListeners = new Set<() => void>();
  const registerOf = (name: string) => byName.get(name);
  const listOf = (name: string) =>
    remembered(lists, name, () =>
      name === accountsRegister.name
        ? createAccountList(http, path)
        : createRecordList(http, `${path}/registers/${name}`, name),
    );
  const titles = createTitles({ registerOf, listOf, language });

  const entryOf = (list: string) => `linli.unsaved.${me.account}.${community.code}.${list}`;
  const keepOf = ({ name, fields }: RegisterView) =>
    unsavedStore(`${entryOf(name)}~${tabs.id}`, (key) => fields[key]?.sealed === true, {
      lasting: localStorage,
      tab: sessionStorage,
    });
  const queueOf = (register: RegisterView) => remembered(queues, register.name, () => watched(createQueue(register)));
  function watched(queue: SaveQueue): SaveQueue {
    queue.subscribe(() => {
      for (const listener of queueListeners) listener();
    });
    return queue;
  }

  function createQueue(register: RegisterView): SaveQueue {
    const { name, fields } = register;
    const list = listOf(name);
    const needed = Object.entries(fields).flatMap(([key, field]) =>
      field.required && field.initial === undefined && !field.byAction ? [key] : [],
    );
    const show = (key: string, value: unknown) => {
      const field = fields[key];
      // Values come from the API or from a parsed cell.
      return field
        ? showValue(value as Parameters<typeof showValue>[0], field, { language: language(), titleOf: titles.titleOf })
        : "";
    };
    return createSaveQueue({
      http,
      list,
      newId,
      keep: keepOf(register),
      isComplete: (values) => needed.every((key) => (values[key] ?? null) !== null),
      conflict: (record, key) =>
        consoleWords[language()].conflict(record.updatedBy, show(key, record.values[key] ?? null)),
      lost: (_id, cells) =>
        given.say(
          consoleWords[language()].rowGone([...cells].map(([key, { value }]) => show(key, value)).filter(Boolean)),
        ),
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
  }

  return {
    http,
    me,
    community,
    registers,
    tabs,
    path,
    titles,
    drafts: createDrafts(sessionStorage, `${me.account}.${community.code}`, () => window.location.hash),
    language,
    today: () => dayOf(Date.now()),
    registerOf,
    listOf,
    queueOf,
    queues: () => [...queues.values()],
    onQueues(listener) {
      queueListeners.add(listener);
      return () => void queueListeners.delete(listener);
    },
    async resume() {
      const written = registers.filter(({ rights }) => rights.write);
      for (const register of written) if (keepOf(register).read()) queueOf(register);
      const open = await tabs.others();
      for (const register of written) {
        const left = takeOver(entryOf(register.name), (tab) => tab === tabs.id || open.has(tab), localStorage);
        for (const unsaved of left) queueOf(register).takeOver(unsaved);
      }
    },
    retry() {
      for (const queue of queues.values()) queue.retry();
      for (const list of lists.values()) if (list.get().status === "failed") void list.load();
    },
  };
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("No community is open here.");
  return workspace;
}
