/** Words of the page of checks (核对). */
export const coverageWords = {
  zh: {
    figures: (covered: number, total: number, percent: number | null) =>
      `${covered} / ${total}${percent === null ? "" : `（${percent.toFixed(1)}%）`}`,
    missing: (count: number) => `缺 ${count}`,
    complete: "已齐全",
  },
  en: {
    figures: (covered: number, total: number, percent: number | null) =>
      `${covered} of ${total}${percent === null ? "" : ` (${percent.toFixed(1)} %)`}`,
    missing: (count: number) => `${count} missing`,
    complete: "Nothing missing",
  },
};
