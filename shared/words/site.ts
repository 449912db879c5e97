/** What a visitor reads where there is no page. */
export const siteWords = {
  zh: {
    title: "没有找到这个页面",
    text: "网址可能不完整，或者页面已经不在了。请检查网址，或重新扫描二维码。",
    home: "返回首页",
  },
  en: {
    title: "Page not found",
    text: "The address may be incomplete, or the page is gone. Check the address or scan the code again.",
    home: "Back to the start",
  },
} as const;
