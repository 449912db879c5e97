/** The look of the pages around signing in: one column, large targets, dark where the reader's system is dark. */
export const style = `
:root{--paper:#f4f1ea;--card:#fff;--ink:#22302c;--soft:#5d6b66;--line:#d9d6cc;--field:#8a948f;--seal:#b3392c;--leaf:#17594a;
--leaf-deep:#0f4438;--tint:#edf4f1;--warn:#9b2318;--warn-tint:#fdf0ee;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#161b19;--card:#1f2624;--ink:#e8ece9;--soft:#a8b4af;--line:#38423e;
--field:#7d8a85;--seal:#d05746;--leaf:#23755f;--leaf-deep:#1c6350;--tint:#263430;--warn:#ffb4a8;--warn-tint:#3c2320}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);
font:17px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
header{display:flex;align-items:center;gap:14px;width:100%;max-width:30rem;margin:0 auto;padding:28px 20px 18px}
.seal{flex:none;display:grid;grid-template-columns:1fr;place-content:center;width:52px;height:52px;border-radius:9px;
background:var(--seal);color:#fff;font:700 20px/1.08 "Songti SC","Noto Serif CJK SC",SimSun,serif;text-align:center;
box-shadow:inset 0 0 0 2px var(--seal),inset 0 0 0 3.5px rgba(255,255,255,.75)}
.seal b{display:block;font-weight:700}
.name{flex:1;min-width:0;line-height:1.3}
.name strong{display:block;font-size:1.25rem;letter-spacing:.04em}
.name span{color:var(--soft);font-size:.9rem}
.language{flex:none;display:inline-flex;align-items:center;min-height:44px;padding:0 14px;border:1px solid var(--line);
border-radius:22px;color:var(--ink);text-decoration:none;font-size:.95rem}
main{width:100%;max-width:30rem;margin:0 auto;padding:0 20px 40px}
.card{background:var(--card);border:1px solid var(--line);border-radius:16px;padding:24px 24px 26px;
box-shadow:0 1px 2px rgba(34,48,44,.05),0 8px 24px rgba(34,48,44,.06)}
.card+.card{margin-top:18px}
h1{margin:0 0 14px;font-size:1.4rem;line-height:1.3}
h2{margin:0 0 4px;font-size:1.08rem}
p{margin:0 0 14px}
.soft{color:var(--soft);font-size:.92rem}
label{display:block;margin:16px 0 6px;font-weight:600}
input{display:block;width:100%;min-height:52px;padding:10px 14px;border:1.5px solid var(--field);border-radius:10px;
background:var(--card);color:var(--ink);font:inherit}
input[aria-invalid]{border-color:var(--warn)}
.hint{margin:6px 0 0;color:var(--soft);font-size:.88rem}
.problem{margin:6px 0 0;color:var(--warn);font-weight:600;font-size:.95rem}
.notice{margin:0 0 16px;padding:12px 14px;border-radius:10px;border-left:4px solid var(--warn);background:var(--warn-tint);color:var(--warn)}
.notice.good{border-color:var(--leaf);background:var(--tint);color:var(--ink)}
button,.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:52px;margin-top:22px;padding:10px 16px;
border:0;border-radius:10px;background:var(--leaf);color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button:hover,.button:hover{background:var(--leaf-deep)}
:focus-visible{outline:3px solid var(--seal);outline-offset:2px}
button.quiet,.button.quiet{margin-top:12px;background:transparent;color:var(--ink);border:1.5px solid var(--field)}
button.quiet:hover,.button.quiet:hover{background:var(--tint)}
.roles{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.2rem,1fr));gap:10px;margin:14px 0 0;padding:0;list-style:none}
.roles button{display:block;min-height:64px;margin:0;padding:8px 12px;background:var(--tint);color:var(--ink);text-align:left;line-height:1.3;
border:1px solid var(--line)}
.roles button:hover{border-color:var(--leaf)}
.roles small{display:block;color:var(--soft);font-weight:400;font-size:.82rem}
.qr{display:block;width:min(100%,15rem);margin:0 auto 16px}
.key{font:600 1.05rem/1.5 ui-monospace,monospace;letter-spacing:.04em;overflow-wrap:anywhere}
.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:4px 12px;margin:0 0 4px;padding:0;list-style:none;
font:600 1.02rem/1.9 ui-monospace,monospace}
.access{margin:8px 0 16px;padding:0;list-style:none}
.access li{display:flex;align-items:center;justify-content:space-between;gap:12px;padding:8px 0;border-top:1px solid var(--line)}
.access small{display:block;color:var(--soft);font-size:.88rem}
.access button{width:auto;flex:none;white-space:nowrap;min-height:44px;margin:0;padding:6px 16px}
.foot{margin:18px 4px 0;color:var(--soft);font-size:.92rem}
@media (max-width:400px){header{padding:18px 16px 14px;gap:12px}main{padding:0 12px 32px}.card{padding:20px 16px 22px;border-radius:14px}}
`;
