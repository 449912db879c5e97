import { createHash } from "node:crypto";

/**
 * The look of the public board: calm, one column, large type, for old phones and for a touch screen in the hall. Written
 * for browsers of ten years ago, so without custom properties, grid and `:has`.
 */
export const style = [
  "*{box-sizing:border-box}",
  "html{font-size:118%;-webkit-text-size-adjust:100%}html.big{font-size:165%}html.kiosk{font-size:190%}",
  'body{margin:0;background:#f4f1ea;color:#1d2724;font:1em/1.65 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;overflow-wrap:break-word;word-wrap:break-word}',
  "header,main,footer{max-width:38em;margin:0 auto;padding:0 14px}",
  ".top{background:#8f2318;color:#fff}.top header{padding-top:10px;padding-bottom:12px;overflow:hidden}",
  ".top a{color:#fff}.top b{display:block;font-size:1.25em;line-height:1.35}.top span{display:block}",
  "nav.look{float:right;margin:0 0 4px 12px}nav.look a,.go{display:inline-block;min-height:44px;padding:8px 8px}",
  "@media(max-width:480px){nav.look{float:none;margin:0;text-align:right}}",
  ".go{color:#17594a;font-weight:700}main{padding-top:16px;padding-bottom:8px}",
  "h1{margin:0 0 8px;font-size:1.45em;line-height:1.35}h2{margin:22px 0 8px;font-size:1.15em;line-height:1.35}",
  "p{margin:0 0 10px}ul{list-style:none;margin:0;padding:0}",
  ".soft{color:#4d5a55;font-size:.9em}",
  ".item{margin:0 0 12px}.item a{display:block;min-height:64px;padding:12px 14px;background:#fff;border:1px solid #d3cfc2;border-left:6px solid #8f2318;border-radius:8px;color:#1d2724;text-decoration:none}",
  ".item b{display:block;font-size:1.12em;line-height:1.4}.item a:hover b,.item a:focus b{text-decoration:underline}",
  ".finance a{border-left-color:#17594a}.result a{border-left-color:#1f4d7a}.election a{border-left-color:#6b4a12}",
  "article{margin:0 0 14px;padding:18px 14px;background:#fff;border:1px solid #d3cfc2;border-radius:10px}",
  ".heading{margin:0 0 4px;color:#8f2318;font-weight:700;letter-spacing:.2em}",
  ".say{font-size:1.05em;text-indent:2em}.en .say{text-indent:0}.to{font-weight:700}",
  "dl{margin:0 0 12px}dt{color:#4d5a55;font-size:.92em}dd{margin:0 0 8px;font-weight:700}dd div{margin:0}",
  "@media(min-width:600px){dt{float:left;clear:left;width:9em}dd{margin-left:9.5em}}",
  ".wide{overflow-x:auto;margin:0 0 12px}table{width:100%;border-collapse:collapse;font-size:.95em}",
  "th,td{word-break:keep-all;padding:7px 5px;border-bottom:1px solid #d3cfc2;text-align:left;vertical-align:top}th{color:#4d5a55;font-weight:600}",
  ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}",
  ".box{margin:16px 0;padding:14px;background:#f6efdf;border:2px solid #8f2318;border-radius:10px}.box h2{margin-top:0}",
  ".button{display:block;min-height:56px;margin:12px 0;padding:13px 10px;border-radius:8px;background:#17594a;color:#fff;font-weight:700;text-align:center;text-decoration:none}",
  ".signed{margin:20px 0 0;text-align:right;font-weight:700}.signed span{display:block}",
  ".note{padding:10px 12px;border-left:6px solid #8a5a00;background:#fbf3e2}",
  ".check{font-size:.75em;color:#4d5a55;word-break:break-all}",
  "a:focus{outline:3px solid #b3392c;outline-offset:2px}.top a:focus{outline-color:#fff}",
  ".qr{display:block;width:8em;height:8em;margin:8px 0;background:#fff}",
  "footer{padding-bottom:32px;color:#4d5a55;font-size:.92em}footer a{color:#17594a}",
  ".kiosk header,.kiosk main,.kiosk footer{max-width:none;padding-left:28px;padding-right:28px}",
  ".kiosk .item a{min-height:120px;padding:22px 24px}.kiosk .button{min-height:100px;padding:26px 12px}",
  ".kiosk nav.look a{min-height:64px;padding:14px 20px;border:2px solid #fff;border-radius:8px;text-decoration:none}",
  "@media print{body{background:#fff}nav,.go,.button,.screen{display:none}.top{background:#fff;color:#000}article{border:0;padding:0}}",
].join("");

/** Lets this one style in and nothing else: no script, no image, no font, no frame. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
