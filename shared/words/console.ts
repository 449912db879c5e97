/** What the staff console (管理端) says, beside the names of lists and columns and what react-admin says itself. */
export type ConsoleWords = {
  readonly product: string;
  readonly opening: string;
  readonly cannotOpen: string;
  readonly tryAgain: string;
  readonly home: string;
  readonly community: string;
  readonly chooseCommunity: string;
  readonly registers: string;
  readonly language: string;
  readonly account: string;
  readonly myAccount: string;
  readonly signOut: string;
  readonly signOutUnsaved: (rows: number) => string;
  readonly noCommunity: string;
  readonly noCommunityHint: string;
  readonly offline: (rows: number) => string;
  readonly retryNow: string;
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: (rows: number) => string;
  readonly conflict: (by: string, theirs: string) => string;
  readonly rowGone: (values: readonly string[]) => string;
  readonly draftMissing: string;
  readonly draftWaits: string;
  readonly loadFailed: string;
  readonly loadedSoFar: (rows: number) => string;
  readonly readOnlyList: string;
  readonly byActionList: string;
  readonly import: string;
  readonly export: string;
  readonly exportXlsx: string;
  readonly exportCsv: string;
  readonly print: string;
  readonly more: string;
  readonly close: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly deleteTitle: (rows: number) => string;
  readonly deleteText: (titles: readonly string[], more: number) => string;
  readonly delete: string;
  readonly deleting: (done: number, total: number) => string;
  readonly deleted: (rows: number) => string;
  readonly notDeleted: (rows: number) => string;
  readonly referencedBy: (lists: readonly string[]) => string;
  readonly record: {
    readonly details: string;
    readonly history: string;
    readonly noHistory: string;
    readonly empty: string;
    readonly updated: (by: string, at: string) => string;
    readonly reveal: string;
    readonly revealTitle: (column: string) => string;
    readonly revealText: string;
    readonly reason: string;
    readonly revealed: string;
    readonly hide: string;
    readonly changed: (column: string, before: string, after: string) => string;
    readonly nothing: string;
    readonly because: (reason: string) => string;
    readonly gone: string;
    readonly actions: Readonly<Record<string, string>>;
  };
  readonly posts: {
    readonly grant: string;
    readonly granted: string;
    readonly holder: string;
    readonly withoutAccount: string;
    readonly person: string;
    readonly post: string;
    readonly from: string;
    readonly until: string;
    readonly end: string;
    readonly endText: string;
    readonly endReason: string;
    readonly ended: string;
  };
};

const zhNumber = new Intl.NumberFormat("zh-CN");
const enNumber = new Intl.NumberFormat("en");
const n = (count: number) => zhNumber.format(count);
const some = (count: number, one: string, many = `${one}s`) => `${enNumber.format(count)} ${count === 1 ? one : many}`;

const zh: ConsoleWords = {
  product: "邻里",
  opening: "正在打开…",
  cannotOpen: "打不开管理端，可能是网络断开了。",
  tryAgain: "重试",
  home: "首页",
  community: "社区",
  chooseCommunity: "选择社区",
  registers: "台账",
  language: "语言",
  account: "账号",
  myAccount: "账号与密码",
  signOut: "退出",
  signOutUnsaved: (rows) => `还有 ${n(rows)} 行没有保存，退出后只能在这台电脑上用同一账号继续。确定退出吗？`,
  noCommunity: "您还没有可以办理的社区",
  noCommunityHint: "请由社区主任或街道为您登记任职，然后刷新本页。",
  offline: (rows) => `连接已断开，${n(rows)} 行尚未保存。内容保留在本机，连上后自动保存。`,
  retryNow: "立即重试",
  saving: "正在保存…",
  saved: "已全部保存",
  unsaved: (rows) => `${n(rows)} 行未保存`,
  conflict: (by, theirs) => `${by || "他人"}已把这一格改为“${theirs || "空白"}”`,
  rowGone: (values) => `您修改的一行已被他人删除，没有保存：${values.join("、")}`,
  draftMissing: "必填，填完后整行才会保存",
  draftWaits: "这一行还没有保存",
  loadFailed: "没有加载成功。",
  loadedSoFar: (rows) => `正在加载，已有 ${n(rows)} 行`,
  readOnlyList: "只读",
  byActionList: "此表通过办理任职、离任来更改，不能直接输入",
  import: "导入",
  export: "导出",
  exportXlsx: "导出 Excel（xlsx）",
  exportCsv: "导出 CSV",
  print: "打印",
  more: "更多",
  close: "关闭",
  cancel: "取消",
  confirm: "确定",
  deleteTitle: (rows) => `删除 ${n(rows)} 行？`,
  deleteText: (titles, more) =>
    `${titles.join("、")}${more > 0 ? ` 等另外 ${n(more)} 行` : ""}。删除后仍可在历史中查到。`,
  delete: "删除",
  deleting: (done, total) => `正在删除 ${n(done)} / ${n(total)}`,
  deleted: (rows) => `已删除 ${n(rows)} 行`,
  notDeleted: (rows) => `${n(rows)} 行没有删除：`,
  referencedBy: (lists) => `仍被${lists.join("、")}使用`,
  record: {
    details: "详情",
    history: "历史",
    noHistory: "还没有历史",
    empty: "未填",
    updated: (by, at) => `${by} 于 ${at} 更新`,
    reveal: "查看完整内容",
    revealTitle: (column) => `查看${column}`,
    revealText: "此项是敏感个人信息。请写明查看原因，原因和查看人会记入这条记录的历史。",
    reason: "原因",
    revealed: "一分钟后自动遮盖",
    hide: "遮盖",
    changed: (column, before, after) => `${column}：${before} → ${after}`,
    nothing: "（空）",
    because: (reason) => `原因：${reason}`,
    gone: "这条记录已经不在了。",
    actions: {
      create: "新建",
      edit: "修改",
      delete: "删除",
      import: "导入",
      undo: "撤销",
      reveal: "查看完整内容",
      "sign-up": "报名",
      cancel: "取消报名",
      grant: "办理任职",
      end: "办理离任",
      list: "用于名单",
      retention: "到期删除",
    },
  },
  posts: {
    grant: "办理任职",
    granted: "已登记任职",
    holder: "账号",
    withoutAccount: "无账号（如居民代表、小组长）",
    person: "姓名",
    post: "职务",
    from: "任职日期",
    until: "离任日期",
    end: "办理离任",
    endText: "离任日期一到，这一职务的权限即告终止。",
    endReason: "离任原因",
    ended: "已登记离任",
  },
};

const en: ConsoleWords = {
  product: "Linli",
  opening: "Opening…",
  cannotOpen: "The console cannot be opened. The network may be down.",
  tryAgain: "Try again",
  home: "Home",
  community: "Community",
  chooseCommunity: "Choose a community",
  registers: "Registers",
  language: "Language",
  account: "Account",
  myAccount: "Account and password",
  signOut: "Sign out",
  signOutUnsaved: (rows) =>
    `${some(rows, "row")} not saved yet. They can be continued only on this computer by the same account. Sign out?`,
  noCommunity: "There is no community you can work in yet",
  noCommunityHint: "Ask the director or the street office to grant you a post, then reload this page.",
  offline: (rows) =>
    `The connection is lost; ${some(rows, "row")} not saved. They are kept on this computer and saved when it is back.`,
  retryNow: "Try now",
  saving: "Saving…",
  saved: "All saved",
  unsaved: (rows) => `${some(rows, "row")} not saved`,
  conflict: (by, theirs) => `${by || "Somebody else"} changed this cell to “${theirs || "empty"}”`,
  rowGone: (values) => `A row you changed was deleted by somebody else and is not saved: ${values.join(", ")}`,
  draftMissing: "Required: the row is saved once it is filled in",
  draftWaits: "This row is not saved yet",
  loadFailed: "Loading did not succeed.",
  loadedSoFar: (rows) => `Loading, ${some(rows, "row")} so far`,
  readOnlyList: "Read only",
  byActionList: "This list changes by granting and ending posts, not by typing",
  import: "Import",
  export: "Export",
  exportXlsx: "Export to Excel (xlsx)",
  exportCsv: "Export to CSV",
  print: "Print",
  more: "More",
  close: "Close",
  cancel: "Cancel",
  confirm: "OK",
  deleteTitle: (rows) => `Delete ${some(rows, "row")}?`,
  deleteText: (titles, more) =>
    `${titles.join(", ")}${more > 0 ? ` and ${enNumber.format(more)} more` : ""}. They stay in the history.`,
  delete: "Delete",
  deleting: (done, total) => `Deleting ${enNumber.format(done)} of ${enNumber.format(total)}`,
  deleted: (rows) => `Deleted ${some(rows, "row")}`,
  notDeleted: (rows) => `${some(rows, "row")} not deleted:`,
  referencedBy: (lists) => `still used by ${lists.join(", ")}`,
  record: {
    details: "Details",
    history: "History",
    noHistory: "No history yet",
    empty: "Not filled in",
    updated: (by, at) => `Updated by ${by}, ${at}`,
    reveal: "Show in full",
    revealTitle: (column) => `Show ${column}`,
    revealText:
      "This is sensitive personal information. State why you need it: the reason and your name go into the record's history.",
    reason: "Reason",
    revealed: "Masked again after a minute",
    hide: "Mask",
    changed: (column, before, after) => `${column}: ${before} → ${after}`,
    nothing: "(empty)",
    because: (reason) => `Reason: ${reason}`,
    gone: "This record is no longer there.",
    actions: {
      create: "Created",
      edit: "Changed",
      delete: "Deleted",
      import: "Imported",
      undo: "Undone",
      reveal: "Shown in full",
      "sign-up": "Signed up",
      cancel: "Sign-up cancelled",
      grant: "Post granted",
      end: "Post ended",
      list: "Used for a list",
      retention: "Deleted at the end of its time",
    },
  },
  posts: {
    grant: "Grant a post",
    granted: "The post is granted",
    holder: "Account",
    withoutAccount: "No account (representative, group leader)",
    person: "Name",
    post: "Post",
    from: "From",
    until: "Until",
    end: "End the post",
    endText: "The rights of this post end with the day you give.",
    endReason: "Reason",
    ended: "The post is ended",
  },
};

export const consoleWords: { readonly zh: ConsoleWords; readonly en: ConsoleWords } = { zh, en };

/** How each language calls itself. */
export const languageNames = [
  { locale: "zh", name: "中文" },
  { locale: "en", name: "English" },
];
