import type { Break, BreakCode } from "../rules/blocks/break.ts";
import { minuteOf } from "../rules/calendar.ts";
import type { Label, Language } from "../schema/label.ts";
import { registerNamed } from "../schema/registers.ts";

/** What stands between the parts of a sentence about a broken link. */
type Places = {
  readonly block: string;
  readonly record: string;
  readonly change: string;
  readonly column: string;
  readonly no: string;
};

const SAID: Readonly<Record<Language, Readonly<Record<BreakCode, (at: Places) => string>>>> = {
  zh: {
    "block-missing": ({ block }) => `缺少${block}。`,
    "block-altered": ({ block }) => `${block}被改动：内容与它的校验码不符。`,
    "block-cut": ({ block }) => `${block}接不上前一块：前面有一块被改动、抽走或调换。`,
    "head-unknown": ({ block }) => `公开栏上的${block}不在这里：之后的记录可能被整体替换，或者这份数据是更早的。`,
    "head-differs": ({ block }) => `${block}的校验码与公开栏上抄下的不同：历史被改写过。`,
    "entry-missing": ({ change, block }) => `${change}不见了：${block}封存过它，又没有依法删除的记录。`,
    "entry-altered": ({ change }) => `${change}被改动，与当时的校验码不符。`,
    "entry-twice": ({ change, block }) => `${change}在${block}里又出现一次。`,
    "entry-added": ({ change }) =>
      `${change}是后来加进去的：它所说的那天已经封存，其中没有它（也可能当时电脑的时钟不对）。`,
    "entry-cut": ({ change }) => `${change}接不上这条记录的前一次变更：中间缺了一次，或次序被改。`,
    "record-missing": ({ record }) => `${record}不见了：它的历史里没有删除。`,
    "record-unknown": ({ record }) => `${record}没有任何变更历史：不是通过系统录入的。`,
    "record-differs": ({ record, column }) => `${record}${column}与它的变更历史不符：现在的内容被直接改动过。`,
    vouchers: ({ no }) => `凭证链在第 ${no} 张断开：这张凭证缺失或被改动。`,
    publications: ({ no }) => `公开件在第 ${no} 号断开：这一件缺失或被改动。`,
  },
  en: {
    "block-missing": ({ block }) => `${block} is missing.`,
    "block-altered": ({ block }) => `${block} was changed: it does not fit its hash.`,
    "block-cut": ({ block }) =>
      `${block} does not follow the one before: a block before it was changed, taken out or moved.`,
    "head-unknown": ({ block }) =>
      `${block} of the public board is not here: what came later was replaced as a whole, or these data are older.`,
    "head-differs": ({ block }) =>
      `${block} has another hash than was copied from the public board: history was rewritten.`,
    "entry-missing": ({ change, block }) =>
      `${change} is gone: ${block} sealed it, and no lawful deletion is recorded.`,
    "entry-altered": ({ change }) => `${change} was altered: it does not fit its hash.`,
    "entry-twice": ({ change, block }) => `${change} stands once more in ${block}.`,
    "entry-added": ({ change }) =>
      `${change} was put in later: the day it claims was sealed without it (or the computer's clock was wrong).`,
    "entry-cut": ({ change }) =>
      `${change} does not follow the record's change before it: one between them is missing, or their order was changed.`,
    "record-missing": ({ record }) => `${record} is gone, and its history knows of no deletion.`,
    "record-unknown": ({ record }) => `${record} has no history at all: it was not entered through the system.`,
    "record-differs": ({ record, column }) =>
      `${record}${column} is not what its history says: its present content was changed directly.`,
    vouchers: ({ no }) => `The chain of vouchers breaks at the voucher in place ${no}: it is missing or altered.`,
    publications: ({ no }) => `The chain of publications breaks at no. ${no}: it is missing or altered.`,
  },
};

/** A broken link (断点) in a clerk's words: which list, which record, which version, when, what differs. */
export function breakInWords({ code, block, list, id, version, at, column, no }: Break): Label {
  const register = registerNamed(list ?? "");
  const field = register?.fields[column ?? ""]?.label;
  const name = register?.label ?? { zh: list ?? "", en: list ?? "" };
  const when = at === undefined ? "" : minuteOf(at).replace("T", " ");
  return {
    zh: SAID.zh[code]({
      block: `第 ${block} 号封存块`,
      record: `“${name.zh}”中的记录 ${id}`,
      change: `“${name.zh}”中记录 ${id} 第 ${version} 版（${when}）的变更`,
      column: column === undefined ? "" : `的“${field?.zh ?? column}”`,
      no: String(no),
    }),
    en: SAID.en[code]({
      block: `block ${block}`,
      record: `Record ${id} of "${name.en}"`,
      change: `The change of ${when} that made version ${version} of record ${id} in "${name.en}"`,
      column: column === undefined ? "" : `, column "${field?.en ?? column}",`,
      no: String(no),
    }).replace(/^b/, "B"),
  };
}

/** What a history that holds amounts to. */
export type Held = {
  readonly community: string;
  readonly entries: number;
  readonly waiting: number;
  /** Entries of which only the hash is there. */
  readonly bare: number;
  /** Records deleted for good, lawfully. */
  readonly emptied: number;
  readonly latest?: { readonly number: number; readonly day: string; readonly short: string };
  /** What else was there to be checked; absent where the export is of the history alone. */
  readonly beside?: { readonly records: number; readonly vouchers: number; readonly posted: number };
};

export function heldInWords({ community, entries, waiting, bare, emptied, latest, beside }: Held): Label {
  const zhLatest = latest ? `最新为第 ${latest.number} 号（${latest.day}）${latest.short}` : "尚无封存块";
  const enLatest = latest ? `latest block ${latest.number} of ${latest.day}, ${latest.short}` : "no block yet";
  const zhBeside = beside
    ? `记录 ${beside.records} 条，凭证 ${beside.vouchers} 张，公开件 ${beside.posted} 件`
    : `其中 ${bare} 次只有校验码；文件里没有记录、凭证和公开件，未核对`;
  const enBeside = beside
    ? `${beside.records} records, ${beside.vouchers} vouchers, ${beside.posted} publications`
    : `${bare} of them hashes alone; records, vouchers and publications are not in the file and were not looked at`;
  return {
    zh: `${community}：完好。${zhLatest}；变更 ${entries} 次（待封存 ${waiting} 次），${zhBeside}；依法彻底删除的记录 ${emptied} 条。`,
    en: `${community}: holds. ${enLatest}; ${entries} changes (${waiting} to be sealed), ${enBeside}; ${emptied} records lawfully deleted for good.`,
  };
}
