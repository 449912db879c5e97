/** Everything the spreadsheet (表格) on screen says, in the reader's language. */
export type SheetWords = {
  readonly sheet: string;
  readonly help: string;
  readonly rowHead: string;
  readonly newRow: string;
  readonly loading: string;
  readonly noRows: string;
  readonly noMatches: string;
  readonly search: string;
  readonly nextMatch: string;
  readonly previousMatch: string;
  readonly onlyMatches: string;
  readonly matches: (at: number, total: number, done: boolean) => string;
  readonly columns: string;
  readonly columnMenu: (label: string) => string;
  readonly openRow: string;
  readonly deleteRows: (count: number) => string;
  readonly sortUp: string;
  readonly sortDown: string;
  readonly sortNone: string;
  readonly applyAgain: string;
  readonly freeze: string;
  readonly unfreeze: string;
  readonly hide: string;
  readonly moveLeft: string;
  readonly moveRight: string;
  readonly widen: string;
  readonly narrow: string;
  readonly fitWidth: string;
  readonly resetColumns: string;
  readonly filter: string;
  readonly contains: string;
  readonly from: string;
  readonly to: string;
  readonly empty: string;
  readonly notEmpty: string;
  readonly chooseValues: string;
  readonly allValues: string;
  readonly noValue: string;
  readonly moreValues: (count: number) => string;
  readonly clearFilter: string;
  readonly clearFilters: string;
  readonly filtered: (labels: readonly string[]) => string;
  readonly rows: (shown: number, total: number) => string;
  readonly selected: (cells: number) => string;
  readonly count: (values: number) => string;
  readonly sum: (text: string) => string;
  readonly average: (text: string) => string;
  readonly saving: string;
  readonly unsaved: string;
  readonly refused: string;
  readonly conflict: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  readonly required: string;
  readonly readOnly: string;
  readonly pickFromList: string;
  readonly noChoices: string;
  readonly searching: string;
  readonly lookUpFailed: string;
  readonly pasted: (result: {
    cells: number;
    rows: number;
    refused: number;
    readOnly: number;
    dropped: number;
  }) => string;
  readonly cut: (cells: number) => string;
  readonly copied: (cells: number) => string;
  readonly cleared: (cells: number) => string;
  readonly refusedCell: (column: string, reason: string) => string;
  readonly undone: (cells: number) => string;
  readonly redone: (cells: number) => string;
  readonly nothingToUndo: string;
  readonly nothingToRedo: string;
  readonly save: string;
  readonly cancel: string;
  readonly clear: string;
  readonly close: string;
};

const zhNumber = new Intl.NumberFormat("zh-CN");
const enNumber = new Intl.NumberFormat("en");
const zhCount = (count: number) => zhNumber.format(count);
const enCount = (count: number, one: string, many = `${one}s`) =>
  `${enNumber.format(count)} ${count === 1 ? one : many}`;

const zh: SheetWords = {
  sheet: "表格",
  help: "方向键移动，直接输入即可修改，F2 编辑原内容，Esc 取消。按 Esc 后再按 Tab 离开表格。Shift+F10 打开菜单。",
  rowHead: "行号",
  newRow: "新增一行",
  loading: "正在加载…",
  noRows: "还没有记录",
  noMatches: "没有符合条件的记录",
  search: "查找",
  nextMatch: "下一个",
  previousMatch: "上一个",
  onlyMatches: "只看符合的",
  matches: (at, total, done) =>
    total === 0
      ? done
        ? "没有找到"
        : "查找中…"
      : `${at > 0 ? `${zhCount(at)} / ` : ""}${zhCount(total)} 处${done ? "" : "…"}`,
  columns: "列",
  columnMenu: (label) => `“${label}”列的菜单`,
  openRow: "打开这一行",
  deleteRows: (count) => (count === 1 ? "删除这一行" : `删除 ${zhCount(count)} 行`),
  sortUp: "升序",
  sortDown: "降序",
  sortNone: "取消排序",
  applyAgain: "重新排序和筛选",
  freeze: "冻结到这一列",
  unfreeze: "取消冻结",
  hide: "隐藏这一列",
  moveLeft: "左移一列",
  moveRight: "右移一列",
  widen: "加宽",
  narrow: "变窄",
  fitWidth: "适合内容",
  resetColumns: "恢复默认列",
  filter: "筛选",
  contains: "包含文字",
  from: "从",
  to: "到",
  empty: "只看空白",
  notEmpty: "只看已填",
  chooseValues: "按值筛选",
  allValues: "全选",
  noValue: "（空白）",
  moreValues: (count) => `另有 ${zhCount(count)} 个值，请先输入文字`,
  clearFilter: "清除筛选",
  clearFilters: "清除全部筛选",
  filtered: (labels) => `已筛选：${labels.join("、")}`,
  rows: (shown, total) =>
    shown === total ? `共 ${zhCount(total)} 行` : `显示 ${zhCount(shown)} 行，共 ${zhCount(total)} 行`,
  selected: (cells) => `选中 ${zhCount(cells)} 格`,
  count: (values) => `计数 ${zhCount(values)}`,
  sum: (text) => `求和 ${text}`,
  average: (text) => `平均 ${text}`,
  saving: "正在保存",
  unsaved: "尚未保存",
  refused: "未被接受",
  conflict: "他人已修改",
  keepMine: "用我的",
  takeTheirs: "用对方的",
  required: "必填",
  readOnly: "这一格不能修改",
  pickFromList: "请从列表中选择",
  noChoices: "没有可选项",
  searching: "查找中…",
  lookUpFailed: "查找没有成功，请再试",
  pasted: ({ cells, rows, refused, readOnly, dropped }) =>
    [
      `已粘贴 ${zhCount(cells)} 格`,
      rows > 0 ? `新增 ${zhCount(rows)} 行` : "",
      refused > 0 ? `${zhCount(refused)} 格未被接受，已标红` : "",
      readOnly > 0 ? `${zhCount(readOnly)} 格不能修改` : "",
      dropped > 0 ? `${zhCount(dropped)} 格超出表格，未粘贴` : "",
    ]
      .filter(Boolean)
      .join("，"),
  cut: (cells) => `已剪切 ${zhCount(cells)} 格`,
  copied: (cells) => `已复制 ${zhCount(cells)} 格`,
  cleared: (cells) => `已清除 ${zhCount(cells)} 格`,
  refusedCell: (column, reason) => `${column}：${reason}`,
  undone: (cells) => `已撤销 ${zhCount(cells)} 格`,
  redone: (cells) => `已重做 ${zhCount(cells)} 格`,
  nothingToUndo: "没有可撤销的修改",
  nothingToRedo: "没有可重做的修改",
  save: "确定",
  cancel: "取消",
  clear: "清空",
  close: "关闭",
};

const en: SheetWords = {
  sheet: "Sheet",
  help: "Arrow keys move, typing replaces, F2 edits, Esc cancels. Press Esc and then Tab to leave the sheet. Shift+F10 opens the menu.",
  rowHead: "Row number",
  newRow: "New row",
  loading: "Loading…",
  noRows: "No records yet",
  noMatches: "No records match",
  search: "Find",
  nextMatch: "Next",
  previousMatch: "Previous",
  onlyMatches: "Only matches",
  matches: (at, total, done) =>
    total === 0
      ? done
        ? "Not found"
        : "Searching…"
      : `${at > 0 ? `${enNumber.format(at)} of ` : ""}${enNumber.format(total)}${done ? "" : "…"}`,
  columns: "Columns",
  columnMenu: (label) => `Menu of column ${label}`,
  openRow: "Open this row",
  deleteRows: (count) => (count === 1 ? "Delete this row" : `Delete ${enCount(count, "row")}`),
  sortUp: "Sort ascending",
  sortDown: "Sort descending",
  sortNone: "Stop sorting",
  applyAgain: "Sort and filter again",
  freeze: "Freeze up to this column",
  unfreeze: "Unfreeze columns",
  hide: "Hide this column",
  moveLeft: "Move left",
  moveRight: "Move right",
  widen: "Wider",
  narrow: "Narrower",
  fitWidth: "Fit to content",
  resetColumns: "Reset columns",
  filter: "Filter",
  contains: "Contains text",
  from: "From",
  to: "To",
  empty: "Only empty",
  notEmpty: "Only filled in",
  chooseValues: "Choose values",
  allValues: "All",
  noValue: "(empty)",
  moreValues: (count) => `${enCount(count, "more value")}: type some text first`,
  clearFilter: "Clear filter",
  clearFilters: "Clear all filters",
  filtered: (labels) => `Filtered: ${labels.join(", ")}`,
  rows: (shown, total) =>
    shown === total ? enCount(total, "row") : `${enNumber.format(shown)} of ${enCount(total, "row")}`,
  selected: (cells) => `${enCount(cells, "cell")} selected`,
  count: (values) => `Count ${enNumber.format(values)}`,
  sum: (text) => `Sum ${text}`,
  average: (text) => `Average ${text}`,
  saving: "Saving",
  unsaved: "Not saved yet",
  refused: "Not accepted",
  conflict: "Changed by someone else",
  keepMine: "Keep mine",
  takeTheirs: "Take theirs",
  required: "Required",
  readOnly: "This cell cannot be changed",
  pickFromList: "Choose from the list",
  noChoices: "Nothing to choose",
  searching: "Searching…",
  lookUpFailed: "The search failed, please try again",
  pasted: ({ cells, rows, refused, readOnly, dropped }) =>
    [
      `Pasted ${enCount(cells, "cell")}`,
      rows > 0 ? `${enCount(rows, "row")} added` : "",
      refused > 0 ? `${enCount(refused, "cell")} not accepted, marked red` : "",
      readOnly > 0 ? `${enCount(readOnly, "cell")} cannot be changed` : "",
      dropped > 0 ? `${enCount(dropped, "cell")} beyond the sheet left out` : "",
    ]
      .filter(Boolean)
      .join(", "),
  cut: (cells) => `Cut ${enCount(cells, "cell")}`,
  copied: (cells) => `Copied ${enCount(cells, "cell")}`,
  cleared: (cells) => `Cleared ${enCount(cells, "cell")}`,
  refusedCell: (column, reason) => `${column}: ${reason}`,
  undone: (cells) => `Undid ${enCount(cells, "cell")}`,
  redone: (cells) => `Redid ${enCount(cells, "cell")}`,
  nothingToUndo: "Nothing to undo",
  nothingToRedo: "Nothing to redo",
  save: "OK",
  cancel: "Cancel",
  clear: "Clear",
  close: "Close",
};

export const sheetWords: { readonly zh: SheetWords; readonly en: SheetWords } = { zh, en };
