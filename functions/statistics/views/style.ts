/** The look of the statistics page: paper and ink like all our pages, wide tables, nothing but figures in print. */
export const style = `
:root{--paper:#f4f1ea;--card:#fff;--ink:#22302c;--soft:#5d6b66;--line:#d9d6cc;--field:#8a948f;--seal:#b3392c;--leaf:#17594a;
--leaf-deep:#0f4438;--clay:#b8643f;--tint:#edf4f1;--warn:#9b2318;--warn-tint:#fdf0ee;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#161b19;--card:#1f2624;--ink:#e8ece9;--soft:#a8b4af;--line:#38423e;
--field:#7d8a85;--seal:#d05746;--leaf:#3a9c82;--leaf-deep:#2c7d68;--clay:#d98a63;--tint:#263430;--warn:#ffb4a8;--warn-tint:#3c2320}
button{color:#0d1412!important}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
header,main{width:100%;max-width:66rem;margin:0 auto;padding:0 24px}
header{display:flex;align-items:center;gap:14px;padding-top:22px;padding-bottom:16px}
.seal{flex:none;display:grid;place-content:center;width:46px;height:46px;border-radius:8px;background:var(--seal);color:#fff;
font:700 18px/1.08 "Songti SC","Noto Serif CJK SC",SimSun,serif;box-shadow:inset 0 0 0 2px var(--seal),inset 0 0 0 3.5px rgba(255,255,255,.75)}
.seal b{display:block}
.name{flex:1;min-width:0;line-height:1.3}
.name strong{display:block;font-size:1.15rem;letter-spacing:.04em}
.name span{color:var(--soft);font-size:.88rem}
header a{flex:none;display:inline-flex;align-items:center;min-height:44px;padding:0 14px;border:1px solid var(--line);border-radius:22px;
color:var(--ink);text-decoration:none;font-size:.92rem}
main{padding-bottom:48px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:22px 24px;margin:0 0 18px;
box-shadow:0 1px 2px rgba(34,48,44,.05),0 8px 24px rgba(34,48,44,.05)}
.question{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr) minmax(0,1fr) minmax(0,1fr) auto;gap:14px;align-items:end}
.question p{margin:0;min-width:0}
label{display:block;margin:0 0 4px;font-weight:600;font-size:.9rem}
select{display:block;width:100%;min-height:46px;padding:8px 10px;border:1.5px solid var(--field);border-radius:9px;background:var(--card);
color:var(--ink);font:inherit}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:46px;padding:8px 24px;border:0;border-radius:9px;
background:var(--leaf);color:#fff;font:inherit;font-weight:600;text-decoration:none;cursor:pointer}
button:hover{background:var(--leaf-deep)}
:focus-visible{outline:3px solid var(--seal);outline-offset:2px}
h1{margin:0;font-size:1.45rem;line-height:1.35}
h2{margin:0 0 8px;font-size:1.02rem}
.when{margin:2px 0 18px;color:var(--soft)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:12px;margin:0 0 20px;padding:0;list-style:none}
.tiles li{padding:14px 16px;border-radius:11px;background:var(--tint)}
.tiles b{display:block;font-size:1.7rem;line-height:1.25;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:.9rem}
.chart{display:block;max-width:40rem;margin:0 0 20px;font-family:inherit;overflow:visible}
.scroll{overflow-x:auto;margin:0 0 18px;border:1px solid var(--line);border-radius:10px}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{padding:10px 14px;text-align:left;color:var(--soft);font-size:.9rem}
th,td{padding:9px 14px;border-top:1px solid var(--line);text-align:left;font-weight:400;white-space:nowrap}
thead th{font-weight:600;background:var(--tint)}
.number{text-align:right}
.total th,.total td{font-weight:700;background:var(--tint)}
.soft{color:var(--soft)}
.notes{margin:0 0 18px;padding:0;list-style:none;color:var(--soft);font-size:.92rem;max-width:48rem}
.notes li{margin:0 0 6px}
.downloads{display:flex;flex-wrap:wrap;gap:10px;align-items:center;margin:0}
.downloads a{display:inline-flex;align-items:center;min-height:44px;padding:0 16px;border:1.5px solid var(--field);border-radius:9px;color:var(--ink);
text-decoration:none}
.downloads a:hover{background:var(--tint)}
.notice{margin:0 0 18px;padding:12px 14px;border-left:4px solid var(--warn);border-radius:9px;background:var(--warn-tint);color:var(--warn)}
.notice.calm{border-color:var(--leaf);background:var(--tint);color:var(--ink)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:800px){.question{grid-template-columns:1fr 1fr}.question button{grid-column:1/-1}}
@media (max-width:480px){header{padding:16px 14px 12px;gap:10px}main{padding:0 12px 32px}.card{padding:18px 14px}.name span{display:none}
.name strong{font-size:1rem;letter-spacing:0}header a{padding:0 11px}
.question{grid-template-columns:1fr}th,td{padding:8px 10px}h1{font-size:1.25rem}}
@media print{:root{--paper:#fff;--tint:#f3f3f0}header a,.question,.downloads{display:none}.card{border:0;box-shadow:none;padding:0}
body{font-size:11pt}.scroll{overflow:visible;border-color:#999}.chart{break-inside:avoid}}
`;
