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
  readonly signOutUnfinished: string;
  readonly noCommunity: string;
  readonly noCommunityHint: string;
  readonly offline: (rows: number) => string;
  readonly retryNow: string;
  /** What the console says of its line to the server, and of what was typed and not sent. */
  readonly line: {
    readonly lost: string;
    readonly notSent: string;
    readonly faulty: string;
    readonly signedOut: string;
    readonly endedTitle: string;
    readonly endedText: string;
    readonly signIn: string;
    readonly signInHere: string;
    readonly signedIn: string;
    readonly newer: string;
    readonly missing: string;
    readonly reload: string;
    readonly resumed: string;
    readonly restart: string;
    readonly unfinished: (title: string) => string;
    readonly goThere: string;
    readonly giveUp: string;
    readonly waiting: (count: number) => string;
    readonly sameFile: (name: string) => string;
  };
  readonly saving: string;
  readonly saved: string;
  readonly unsaved: (rows: number) => string;
  readonly conflict: (by: string, theirs: string) => string;
  readonly rowGone: (values: readonly string[]) => string;
  readonly draftMissing: string;
  readonly draftWaits: string;
  readonly notTaken: string;
  readonly loadFailed: string;
  readonly loadedSoFar: (rows: number) => string;
  readonly readOnlyList: string;
  readonly byActionList: string;
  readonly import: string;
  readonly export: string;
  readonly exportXlsx: string;
  readonly exportCsv: string;
  readonly exporting: string;
  readonly exportFailed: string;
  readonly rowCount: (rows: number) => string;
  readonly print: string;
  readonly more: string;
  readonly close: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly deleteTitle: (rows: number) => string;
  readonly deleteText: (titles: readonly string[], more: number, forGood: boolean) => string;
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
    readonly empties: (names: readonly string[]) => string;
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
  readonly welcome: {
    readonly title: (name: string) => string;
    readonly noPosts: string;
    readonly soon: string;
    readonly nothingSoon: string;
    readonly toPhone: (people: number) => string;
    readonly shortcuts: string;
    readonly people: string;
    readonly area: string;
  };
  readonly events: {
    readonly signUp: string;
    readonly open: string;
    readonly openText: string;
    readonly code: string;
    readonly copy: string;
    readonly copied: string;
    readonly page: string;
    readonly poster: string;
    readonly qr: string;
    readonly closeForm: string;
    readonly reopen: string;
    readonly closed: string;
    readonly lists: string;
    readonly bus: string;
    readonly insurance: string;
    readonly insuranceText: string;
    readonly noNumber: string;
    readonly which: string;
    readonly toPhone: string;
    readonly toPhoneText: string;
    readonly nobodyToPhone: string;
    readonly phoned: string;
    readonly persons: (count: number) => string;
    readonly noGuests: string;
  };
  readonly members: {
    readonly title: string;
    readonly invite: string;
    readonly inviteAgain: string;
    readonly inviteAgainText: (name: string) => string;
    readonly phoneLost: string;
    readonly name: string;
    readonly login: string;
    readonly posts: string;
    readonly state: string;
    readonly invited: string;
    readonly active: string;
    readonly past: string;
    readonly nobody: string;
    readonly linkTitle: string;
    readonly linkText: string;
  };
  readonly area: {
    readonly title: string;
    readonly streets: string;
    readonly communities: string;
    readonly accounts: string;
    readonly clients: string;
    readonly code: string;
    readonly name: string;
    readonly rename: string;
    readonly statistics: string;
    readonly addStreet: string;
    readonly addCommunity: string;
    readonly inviteAccount: string;
    readonly addClient: string;
    readonly removeClient: string;
    readonly removeClientText: (name: string) => string;
    readonly copySecret: string;
    readonly none: string;
    readonly secretTitle: string;
    readonly secretText: string;
  };
  readonly imports: {
    readonly title: (list: string) => string;
    readonly choose: string;
    readonly drop: string;
    readonly kinds: string;
    readonly tooLarge: (megabytes: number) => string;
    readonly reading: string;
    readonly sending: (done: number, total: number) => string;
    readonly columns: string;
    readonly columnsText: string;
    readonly header: string;
    readonly samples: string;
    readonly takenAs: string;
    readonly leftAside: string;
    readonly recordId: string;
    readonly unsure: string;
    readonly applyColumns: string;
    readonly rows: string;
    readonly rowNo: string;
    readonly state: string;
    readonly problems: string;
    readonly states: Readonly<Record<"new" | "changed" | "same" | "error", string>>;
    readonly allListed: string;
    readonly toLookAt: string;
    readonly moreRows: string;
    readonly noRows: string;
    readonly rowsFailed: string;
    readonly again: string;
    readonly commit: (rows: number) => string;
    readonly nothingToTake: string;
    readonly leavesErrors: (rows: number) => string;
    readonly running: (done: number, total: number) => string;
    readonly undoing: (done: number, total: number) => string;
    readonly done: (rows: number) => string;
    readonly failed: string;
    readonly undo: string;
    readonly undone: string;
    readonly refused: (rows: number) => string;
    readonly other: string;
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
  home: "今日",
  community: "社区",
  chooseCommunity: "选择社区",
  registers: "台账",
  language: "语言",
  account: "账号",
  myAccount: "账号与密码",
  signOut: "退出",
  signOutUnsaved: (rows) => `还有 ${n(rows)} 行没有保存，退出后不再保留。确定退出吗？`,
  signOutUnfinished: "还有填了一半、没有办理的内容，退出后不再保留。确定退出吗？",
  noCommunity: "您还没有可以办理的社区",
  noCommunityHint: "请由社区主任或街道为您登记任职，然后刷新本页。",
  offline: (rows) => `连接已断开，${n(rows)} 行尚未保存。内容保留在本机，连上后自动保存。`,
  retryNow: "立即重试",
  line: {
    lost: "连接已断开，现在不能办理。已填的内容都在，连上后继续。",
    notSent: "没有连上服务器，不知道是否办成。填写的内容都在，请再按一次；已经办成的不会重复办理。",
    faulty: "服务器出了故障。填写的内容都在，请稍后再按一次；已经办成的不会重复办理。",
    signedOut: "登录已过期，还没有办理。重新登录后请再按一次。",
    endedTitle: "登录已过期",
    endedText: "已填的内容都还在。请在新窗口登录，登录后回到这里，接着办理。",
    signIn: "在新窗口登录",
    signInHere: "在本页登录",
    signedIn: "已登录。请关闭本页，回到原来的窗口。",
    newer: "邻里已更新，请重新载入本页。没有保存、没有办完的内容都会留着。",
    missing: "有一部分没有载入，请重新载入本页。没有保存、没有办完的内容都会留着。",
    reload: "重新载入",
    resumed: "这里是上次没有办完的填写。",
    restart: "重新填写",
    unfinished: (title) => `“${title}”填了一半，还没有办理。打开原处，内容会填回去；关闭浏览器标签页后不再保留。`,
    goThere: "去原处",
    giveUp: "不要了",
    waiting: (count) => `${n(count)} 人的签到还没有发出，连上后自动发送。`,
    sameFile: (name) => `再试一次：${name}`,
  },
  saving: "正在保存…",
  saved: "已全部保存",
  unsaved: (rows) => `${n(rows)} 行未保存`,
  conflict: (by, theirs) => `${by || "他人"}已把这一格改为“${theirs || "空白"}”`,
  rowGone: (values) => `您修改的一行已被他人删除，没有保存：${values.join("、")}`,
  draftMissing: "必填，填完后整行才会保存",
  draftWaits: "这一行还没有保存",
  notTaken: "内容不正确，请核对",
  loadFailed: "没有加载成功。",
  loadedSoFar: (rows) => `正在加载，已有 ${n(rows)} 行`,
  readOnlyList: "只读",
  byActionList: "此表通过办理任职、离任来更改，不能直接输入",
  import: "导入",
  export: "导出",
  exportXlsx: "导出 Excel（xlsx）",
  exportCsv: "导出 CSV",
  exporting: "正在导出…",
  exportFailed: "没有导出成功，请再试一次。",
  rowCount: (rows) => `${n(rows)} 行`,
  print: "打印",
  more: "更多",
  close: "关闭",
  cancel: "取消",
  confirm: "确定",
  deleteTitle: (rows) => `删除 ${n(rows)} 行？`,
  deleteText: (titles, more, forGood) =>
    `${titles.join("、")}${more > 0 ? ` 等另外 ${n(more)} 行` : ""}。${forGood ? "删除后不能恢复，历史内容也一并清除。" : "删除后仍可在历史中查到。"}`,
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
    empties: (names) => `未填：${names.join("、")}`,
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
      answer: "答卷",
      cancel: "取消报名",
      promote: "候补转正",
      grant: "办理任职",
      end: "办理离任",
      list: "用于名单",
      move: "办理",
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
  welcome: {
    title: (name) => `${name}，您好`,
    noPosts: "本社区没有登记任职",
    soon: "近期活动",
    nothingSoon: "近期没有活动",
    toPhone: (people) => `${n(people)} 人待电话通知`,
    shortcuts: "常用台账",
    people: "人员与账号",
    area: "辖区",
  },
  events: {
    signUp: "报名表",
    open: "开放扫码报名",
    openText: "开放后，居民扫海报上的二维码即可报名，无需账号。",
    code: "编号",
    copy: "复制网址",
    copied: "已复制",
    page: "打开报名页",
    poster: "海报",
    qr: "报名页二维码",
    closeForm: "停止报名",
    reopen: "恢复报名",
    closed: "已停止报名",
    lists: "名单",
    bus: "乘车名单",
    insurance: "保险名单",
    insuranceText: "名单含完整身份证号。请写明用途，用途和查看人会记入每位居民的历史。",
    noNumber: "台账中没有身份证号",
    which: "同名，请选择",
    toPhone: "待电话通知",
    toPhoneText: "候补转正、还没有通知到的人",
    nobodyToPhone: "没有需要通知的人",
    phoned: "已通知",
    persons: (count) => `${n(count)} 人`,
    noGuests: "还没有人报名",
  },
  members: {
    title: "人员与账号",
    invite: "邀请",
    inviteAgain: "重新邀请",
    inviteAgainText: (name) => `${name}将立即在所有设备上退出，用新链接重设密码。`,
    phoneLost: "手机也丢了：同时取消两步验证",
    name: "姓名",
    login: "登录名",
    posts: "职务",
    state: "状态",
    invited: "待开通",
    active: "已开通",
    past: "已离任",
    nobody: "还没有账号",
    linkTitle: "邀请链接",
    linkText: "请把链接交给本人。链接只能用一次，对方打开后自己设登录名和密码。",
  },
  area: {
    title: "辖区",
    streets: "街道",
    communities: "社区",
    accounts: "账号",
    clients: "统计接口",
    code: "区划代码",
    name: "名称",
    rename: "改名称",
    statistics: "统计数据",
    addStreet: "添加街道",
    addCommunity: "添加社区",
    inviteAccount: "邀请街道或区账号",
    addClient: "添加统计接口",
    removeClient: "停用",
    removeClientText: (name) => `“${name}”将立即不能再读取统计数据，之后不能恢复，只能新建接口。`,
    copySecret: "复制凭据",
    none: "还没有",
    secretTitle: "接口凭据",
    secretText: "密钥只显示这一次，请立即保存。",
  },
  imports: {
    title: (list) => `导入${list}`,
    choose: "选择文件",
    drop: "把文件拖到这里，或",
    kinds: "Excel（xlsx、xls）、WPS 表格、ods 或 csv，最大 20 MB。先预览，确认后才写入。",
    tooLarge: (megabytes) => `文件有 ${megabytes} MB，超过 20 MB。请删去图片，或分成几个文件。`,
    reading: "正在读取文件…",
    sending: (done, total) => `正在上传 ${n(done)} / ${n(total)} 行`,
    columns: "列的对应",
    columnsText: "请核对文件的每一列放到哪里。改动后点“重新核对”。",
    header: "文件中的列",
    samples: "内容举例",
    takenAs: "放到",
    leftAside: "不导入",
    recordId: "记录编号（id）",
    unsure: "请核对",
    applyColumns: "重新核对",
    rows: "逐行结果",
    rowNo: "行号",
    state: "结果",
    problems: "原因",
    states: { new: "新增", changed: "更新", same: "无变化", error: "不能导入" },
    allListed: "全部",
    moreRows: "显示更多",
    toLookAt: "需要查看",
    noRows: "没有这样的行",
    rowsFailed: "没有加载成功。",
    again: "重试",
    commit: (rows) => `导入 ${n(rows)} 行`,
    nothingToTake: "没有可以导入的行",
    leavesErrors: (rows) => `其中 ${n(rows)} 行有问题，不会导入`,
    running: (done, total) => `正在导入 ${n(done)} / ${n(total)} 行，可以关闭此窗口，导入会继续。`,
    undoing: (done, total) => `正在撤销 ${n(done)} / ${n(total)}`,
    done: (rows) => `已导入 ${n(rows)} 行`,
    failed: "导入没有完成，请再试一次。",
    undo: "撤销这次导入",
    undone: "已撤销这次导入",
    refused: (rows) => `${n(rows)} 行没有写入：`,
    other: "导入另一个文件",
  },
};

const en: ConsoleWords = {
  product: "Linli",
  opening: "Opening…",
  cannotOpen: "The console cannot be opened. The network may be down.",
  tryAgain: "Try again",
  home: "Today",
  community: "Community",
  chooseCommunity: "Choose a community",
  registers: "Registers",
  language: "Language",
  account: "Account",
  myAccount: "Account and password",
  signOut: "Sign out",
  signOutUnsaved: (rows) => `${some(rows, "row")} not saved yet, and would be gone. Sign out?`,
  signOutUnfinished: "Something is half filled in and not sent, and would be gone. Sign out?",
  noCommunity: "There is no community you can work in yet",
  noCommunityHint: "Ask the director or the street office to grant you a post, then reload this page.",
  offline: (rows) =>
    `The connection is lost; ${some(rows, "row")} not saved. They are kept on this computer and saved when it is back.`,
  retryNow: "Try now",
  line: {
    lost: "The connection is lost, and nothing can be sent now. What you filled in is kept; go on when it is back.",
    notSent:
      "The server was not reached, and nobody knows whether this was done. What you filled in is kept: press again; what was done is not done twice.",
    faulty:
      "The server failed. What you filled in is kept: press again in a while; what was done already is not done twice.",
    signedOut: "Your session has ended, and this was not done. Sign in again, then press once more.",
    endedTitle: "Your session has ended",
    endedText: "All you filled in is still here. Sign in in a new window, then come back and go on.",
    signIn: "Sign in in a new window",
    signInHere: "Sign in on this page",
    signedIn: "You are signed in. Close this page and go back to the window you came from.",
    newer: "Linli was updated: load this page again. What is not saved and not finished is kept.",
    missing: "Something could not be loaded: load this page again. What is not saved and not finished is kept.",
    reload: "Load again",
    resumed: "This is what you had filled in and not finished.",
    restart: "Start over",
    unfinished: (title) =>
      `“${title}” is half filled in and not sent. Open it where it was and it is filled in again; it is kept until this tab is closed.`,
    goThere: "Go there",
    giveUp: "Discard",
    waiting: (count) =>
      `The attendance of ${some(count, "person", "people")} is not sent yet; it is as soon as the connection is back.`,
    sameFile: (name) => `Try again: ${name}`,
  },
  saving: "Saving…",
  saved: "All saved",
  unsaved: (rows) => `${some(rows, "row")} not saved`,
  conflict: (by, theirs) => `${by || "Somebody else"} changed this cell to “${theirs || "empty"}”`,
  rowGone: (values) => `A row you changed was deleted by somebody else and is not saved: ${values.join(", ")}`,
  draftMissing: "Required: the row is saved once it is filled in",
  draftWaits: "This row is not saved yet",
  notTaken: "This entry is not right. Please check it",
  loadFailed: "Loading did not succeed.",
  loadedSoFar: (rows) => `Loading, ${some(rows, "row")} so far`,
  readOnlyList: "Read only",
  byActionList: "This list changes by granting and ending posts, not by typing",
  import: "Import",
  export: "Export",
  exportXlsx: "Export to Excel (xlsx)",
  exportCsv: "Export to CSV",
  exporting: "Exporting…",
  exportFailed: "The export did not succeed. Please try again.",
  rowCount: (rows) => some(rows, "row"),
  print: "Print",
  more: "More",
  close: "Close",
  cancel: "Cancel",
  confirm: "OK",
  deleteTitle: (rows) => `Delete ${some(rows, "row")}?`,
  deleteText: (titles, more, forGood) =>
    `${titles.join(", ")}${more > 0 ? ` and ${enNumber.format(more)} more` : ""}. ${forGood ? "This cannot be undone, and their history goes too." : "They stay in the history."}`,
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
    empties: (names) => `Not filled in: ${names.join(", ")}`,
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
      answer: "Answered",
      cancel: "Sign-up cancelled",
      promote: "Moved up from waiting",
      grant: "Post granted",
      end: "Post ended",
      list: "Used for a list",
      move: "Step taken",
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
  welcome: {
    title: (name) => `Hello, ${name}`,
    noPosts: "No post in this community",
    soon: "Coming events",
    nothingSoon: "No events soon",
    toPhone: (people) => `${some(people, "person", "people")} to phone`,
    shortcuts: "Registers",
    people: "People and accounts",
    area: "Area",
  },
  events: {
    signUp: "Sign-up form",
    open: "Open sign-up by QR code",
    openText: "Residents scan the code on the poster and sign up, without an account.",
    code: "Code",
    copy: "Copy the address",
    copied: "Copied",
    page: "Open the form",
    poster: "Poster",
    qr: "QR code of the form",
    closeForm: "Stop sign-up",
    reopen: "Resume sign-up",
    closed: "Sign-up has stopped",
    lists: "Lists",
    bus: "Bus list",
    insurance: "Insurance list",
    insuranceText:
      "The list has ID numbers in full. State the purpose: it goes into each resident's history with your name.",
    noNumber: "No ID number in the register",
    which: "Same name, please choose",
    toPhone: "To phone",
    toPhoneText: "Moved up from waiting, and not told yet",
    nobodyToPhone: "Nobody to phone",
    phoned: "Phoned",
    persons: (count) => some(count, "person", "persons"),
    noGuests: "Nobody has signed up yet",
  },
  members: {
    title: "People and accounts",
    invite: "Invite",
    inviteAgain: "Invite again",
    inviteAgainText: (name) => `${name} is signed out everywhere at once, and sets a new password by the new link.`,
    phoneLost: "The phone is lost as well: the second step goes too",
    name: "Name",
    login: "Login name",
    posts: "Posts",
    state: "State",
    invited: "Not set up yet",
    active: "Set up",
    past: "ended",
    nobody: "No accounts yet",
    linkTitle: "Invitation",
    linkText: "Hand the link to the person. It works once; they choose their own login name and password.",
  },
  area: {
    title: "Area",
    streets: "Streets",
    communities: "Communities",
    accounts: "Accounts",
    clients: "Statistics programs",
    code: "Division code",
    name: "Name",
    rename: "Rename",
    statistics: "Statistics",
    addStreet: "Add a street",
    addCommunity: "Add a community",
    inviteAccount: "Invite a street or district account",
    addClient: "Add a program",
    removeClient: "Remove",
    removeClientText: (name) =>
      `${name} can read no more figures from this moment. It cannot be brought back; a new client has new credentials.`,
    copySecret: "Copy the credentials",
    none: "None yet",
    secretTitle: "Credentials",
    secretText: "The secret is shown only this once. Keep it now.",
  },
  imports: {
    title: (list) => `Import ${list.toLowerCase()}`,
    choose: "Choose a file",
    drop: "Drop a file here, or",
    kinds:
      "Excel (xlsx, xls), WPS, ods or csv, up to 20 MB. You see a preview first; nothing is written before you confirm.",
    tooLarge: (megabytes) =>
      `The file has ${megabytes} MB, more than 20 MB. Remove pictures, or split it into several files.`,
    reading: "Reading the file…",
    sending: (done, total) => `Sending ${enNumber.format(done)} of ${some(total, "row")}`,
    columns: "Columns",
    columnsText: "Check where each column of the file goes. After a change press “Check again”.",
    header: "Column of the file",
    samples: "Examples",
    takenAs: "Goes to",
    leftAside: "Left aside",
    recordId: "Record id",
    unsure: "please check",
    applyColumns: "Check again",
    rows: "Row by row",
    rowNo: "Row",
    state: "Result",
    problems: "Reason",
    states: { new: "New", changed: "Changed", same: "Same", error: "Not taken" },
    allListed: "All",
    moreRows: "Show more",
    toLookAt: "To look at",
    noRows: "No such rows",
    rowsFailed: "Loading did not succeed.",
    again: "Try again",
    commit: (rows) => `Import ${some(rows, "row")}`,
    nothingToTake: "There is nothing to import",
    leavesErrors: (rows) => `${some(rows, "row")} with problems will not be imported`,
    running: (done, total) =>
      `Importing ${enNumber.format(done)} of ${some(total, "row")}. You may close this window; the import goes on.`,
    undoing: (done, total) => `Undoing ${enNumber.format(done)} of ${enNumber.format(total)}`,
    done: (rows) => `Imported ${some(rows, "row")}`,
    failed: "The import did not finish. Please try again.",
    undo: "Undo this import",
    undone: "This import is undone",
    refused: (rows) => `${some(rows, "row")} not written:`,
    other: "Import another file",
  },
};

export const consoleWords: { readonly zh: ConsoleWords; readonly en: ConsoleWords } = { zh, en };

/** How each language calls itself. */
export const languageNames = [
  { locale: "zh", name: "中文" },
  { locale: "en", name: "English" },
];
