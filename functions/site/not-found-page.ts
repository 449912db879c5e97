import { siteWords } from "../../shared/words/site.ts";

/** The page for an address that leads nowhere: what happened, and a way back. */
export function notFoundPage(acceptLanguage: string): string {
  const language = /^\s*zh/i.test(acceptLanguage) || !/^\s*en/i.test(acceptLanguage) ? "zh" : "en";
  const { title, text, home } = siteWords[language];
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:18px/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}a{color:#0b57d0}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`;
}
