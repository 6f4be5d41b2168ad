import type { Letterhead } from '../../lib/letterhead.ts';
import { letterheadStyle } from './letterhead-style.ts';

/** What figures are decides how they look: actual solid, before light, target a line, forecast dashed, better blue, worse brown. */
const light =
  '--page:#fff;--surface:#f5f7f9;--ink:#16202c;--ink-2:#434f5e;--ink-3:#5f6b7a;--rule:#dde2e8;--rule-2:#aab3bf;--actual:#1b2430;--previous:#b9c2cd;--good:#1f5fa8;--bad:#a0490f;--middle:#6d7a8b;--zone:#eef1f5;--heat-1:#d3e0ee;--heat-2:#aac6e2;--heat-3:#7aa6d0;--heat-4:#3d78b6;--heat-5:#1f5fa8;--on-heat-3:#0b1016;--on-heat-4:#fff;--on-heat-5:#fff';
const dark =
  '--page:#11161c;--surface:#19202a;--ink:#e9edf2;--ink-2:#bcc5d0;--ink-3:#98a4b3;--rule:#2a323d;--rule-2:#4d5866;--actual:#e4e9ef;--previous:#566170;--good:#74b3f2;--bad:#f0a56b;--middle:#94a1b1;--zone:#1b222b;--heat-1:#1d3046;--heat-2:#234463;--heat-3:#2b5a86;--heat-4:#3a76ad;--heat-5:#5b9bd8;--on-heat-3:#fff;--on-heat-4:#fff;--on-heat-5:#0b1016';
const fonts =
  '-apple-system,BlinkMacSystemFont,"Segoe UI","Helvetica Neue","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';

const page = `
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:24px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.6 ${fonts};font-variant-numeric:tabular-nums lining-nums;display:grid;grid-template-columns:184px minmax(0,960px);gap:0 48px;justify-content:center;padding:0 32px}
a{color:var(--good);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
a:focus-visible,button:focus-visible,.scroll:focus-visible,summary:focus-visible,input:focus-visible{outline:2px solid var(--good);outline-offset:2px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--page);padding:8px;z-index:3}
.unseen{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;white-space:nowrap}
nav{position:sticky;top:0;align-self:start;max-height:100vh;padding:40px 0;overflow:auto;font-size:13.5px}
nav ol{list-style:none;margin:0;padding:0}nav a{display:flex;gap:10px;padding:5px 0;color:var(--ink-2);text-decoration:none;overflow-wrap:anywhere}nav i{font-style:normal;color:var(--ink-3);min-width:18px;text-align:right}nav .missing{color:var(--ink-3)}nav a:hover{color:var(--ink);text-decoration:underline}
nav p{margin:0 0 20px;font-weight:600;line-height:1.45}nav small{display:block;font-weight:400;color:var(--ink-3);font-size:12.5px}
main{padding:40px 0 64px;min-width:0}
h1{font-size:30px;line-height:1.32;font-weight:650;margin:6px 0 14px;text-wrap:balance;overflow-wrap:anywhere}h1.long{font-size:22px;line-height:1.45;max-width:44em;text-wrap:pretty}
h2{font-size:22px;line-height:1.36;font-weight:650;margin:2px 0 18px;text-wrap:pretty;overflow-wrap:anywhere}h3{font-size:13.5px;line-height:1.5;font-weight:600;margin:24px 0 10px}
h1 span,h2 span{display:inline-block}.kicker b{color:var(--ink);font-weight:600}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 32px}.part{min-width:0;margin-top:28px}h2+.part,h2+.two .part{margin-top:0}.part h3{margin-top:0}.two td:not(.number):not(.short):not(.heat):not(.drawn),.two tbody th{min-width:0}
.spark{display:block;width:100%;max-width:160px;height:auto;margin-top:auto;padding-top:10px}.legend{display:flex;flex-wrap:wrap;gap:4px 18px;font-size:12.5px;color:var(--ink-3);margin:12px 0 0}.legend svg{margin-right:6px;vertical-align:-1px}
.kicker{margin:0;font-size:13px;color:var(--ink-3)}.lead{font-size:17px;line-height:1.65;margin:0 0 12px;color:var(--ink-2);max-width:46em;overflow-wrap:anywhere}
.meta,.note{font-size:12.5px;line-height:1.6;color:var(--ink-3);margin:0}.note{margin-top:14px;max-width:70em}.warning-line{font-weight:600;color:var(--bad);margin:0 0 12px}
section{margin-top:56px;border-top:1px solid var(--rule);padding-top:20px}
details{margin-top:24px;border-top:1px solid var(--rule);padding-top:12px}summary{cursor:pointer;font-weight:600;font-size:15px}details>:nth-child(2){margin-top:14px}
.key{border:0;margin-top:28px;padding:0}.grid{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));border-top:2px solid var(--ink)}
.figure{display:flex;flex-direction:column;padding:14px 10px;border-bottom:1px solid var(--rule);border-left:1px solid var(--rule);min-width:0}.figure:nth-child(5n+1){border-left:0;padding-left:0}
.figure .name{margin:0;font-weight:500;color:var(--ink-2);font-size:13px;overflow-wrap:anywhere}.value{margin:2px 0 4px;font-size:26px;line-height:1.2;font-weight:650;overflow-wrap:anywhere}.value small{white-space:nowrap;font-size:14px;font-weight:500;margin-left:3px;color:var(--ink-2)}.verdict{margin:3px 0 0;font-size:12.5px;font-weight:600;color:var(--ink-3)}.verdict.better{color:var(--good)}.verdict.worse{color:var(--bad)}.beside{margin:0;font-size:12.5px;line-height:1.55;color:var(--ink-2)}
`;

const tables = `
table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.5}
th,td{text-align:left;padding:7px 12px 7px 0;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400;white-space:pre-line;overflow-wrap:break-word}tbody th{font-weight:500;min-width:7em}
thead th{font-size:12.5px;font-weight:500;color:var(--ink-3);border-bottom:1px solid var(--rule-2);vertical-align:bottom;background:var(--page)}
th:last-child,td:last-child{padding-right:0}.number{text-align:right;white-space:nowrap}.short{white-space:nowrap}td:not(.number):not(.short):not(.heat):not(.drawn){min-width:8em}thead .number{white-space:normal}thead .short{white-space:nowrap}.sentence{color:var(--ink-2);min-width:14em}.drawn{width:158px}
.in-row{display:block;margin-top:2px}td small,th small{color:var(--ink-3);font-size:12px;font-weight:400;white-space:nowrap}tbody th small{display:block}tbody th:first-child{font-weight:500}tbody th.urgent{color:var(--bad);font-weight:600}.same{background:var(--surface);font-weight:650}td.better{color:var(--good);font-weight:600}td.worse{color:var(--bad);font-weight:600}.few{color:var(--ink-3)}.scroll{overflow-x:auto}
th button{all:unset;cursor:pointer}th[aria-sort=ascending] button::after{content:" ↑"}th[aria-sort=descending] button::after{content:" ↓"}
.filter{margin:0 0 8px;font-size:13px;color:var(--ink-2)}.filter input{font:inherit;color:inherit;background:var(--page);border:1px solid var(--rule-2);padding:3px 8px;width:min(100%,260px)}
td.heat,.map thead th.number:not(:nth-child(2)){text-align:center}td.heat{border:2px solid var(--page);padding:5px 4px}.heat-1{background:var(--heat-1)}.heat-2{background:var(--heat-2)}.heat-3{background:var(--heat-3);color:var(--on-heat-3)}.heat-4{background:var(--heat-4);color:var(--on-heat-4)}.heat-5{background:var(--heat-5);color:var(--on-heat-5)}
.findings{list-style:none;margin:0;padding:0;font-size:13.5px;overflow-wrap:anywhere}.findings li{padding:5px 0}.findings small{color:var(--ink-3)}.error b{color:var(--bad)}
footer{margin-top:48px;font-size:12.5px;color:var(--ink-3)}
`;

const drawings = `
figure{margin:0 0 20px}svg.wide{display:block;max-width:100%;height:auto}svg.narrow{display:none}
svg text{font:12px ${fonts};fill:var(--ink-2);font-variant-numeric:tabular-nums}svg .quiet{fill:var(--ink-3)}svg .strong{font-weight:650;fill:var(--ink)}svg .good-text{fill:var(--good)}svg .bad-text{fill:var(--bad)}
.inverse,svg .inverse{fill:var(--page)}svg .halo{paint-order:stroke;stroke:var(--page);stroke-width:3px;stroke-linejoin:round}
.actual{fill:var(--actual)}.previous{fill:var(--previous)}.bar{fill:var(--middle)}rect.good{fill:var(--good)}rect.bad{fill:var(--bad)}.zone{fill:var(--zone)}.dot{fill:var(--actual)}.hollow{fill:var(--page);stroke:var(--middle);stroke-width:1.5}
.axis{stroke:var(--rule-2)}.grid-line,line.grid{stroke:var(--rule)}.joint{stroke:var(--rule-2)}.target{stroke:var(--actual);stroke-width:2}.in-row .target{stroke:var(--bad)}.reference{stroke:var(--middle);stroke-dasharray:4 3}.interval{stroke:var(--middle);stroke-width:3;stroke-linecap:round}
path{fill:none;stroke-linejoin:round}.line-actual{stroke:var(--actual);stroke-width:2.5}.line-previous{stroke:var(--previous);stroke-width:2}.line-target{stroke:var(--actual);stroke-width:1.25}.line-forecast{stroke:var(--actual);stroke-width:2;stroke-dasharray:5 4}.line-thin{stroke:var(--middle);stroke-width:1.25;stroke-dasharray:1.5 3}.limit-inner{stroke:var(--middle);stroke-dasharray:5 3}.limit-outer{stroke:var(--middle);stroke-dasharray:1.5 3}.gap-good{stroke:var(--good);stroke-width:1.5}.gap-bad{stroke:var(--bad);stroke-width:1.5}.dot-bad{fill:var(--bad)}.dot-middle{fill:var(--middle)}.tick{stroke:var(--actual);stroke-width:1.5}.tick-key{fill:var(--actual)}
details.figures{margin:4px 0 0;border:0;padding:0;font-size:12.5px;color:var(--ink-3)}.figures summary{font-size:12.5px;font-weight:400}figure+.figures{margin-top:-12px}.figures table{color:var(--ink);margin-top:8px}.figures .note{margin-top:8px}
`;

const small = `
@media screen and (max-width:1099px){body{grid-template-columns:minmax(0,960px);padding:0 24px}nav{z-index:2;max-height:none;padding:0;margin:0 -24px;background:var(--page);border-bottom:1px solid var(--rule)}nav p{display:none}nav ol{display:flex;gap:20px;overflow-x:auto;padding:0 24px}nav a{white-space:nowrap;padding:11px 0;gap:5px}nav i{min-width:0}main{padding-top:20px}html{scroll-padding-top:56px}}
@media screen and (max-width:900px){.two{grid-template-columns:minmax(0,1fr)}.two .part+.part{margin-top:28px}}
@media screen and (max-width:720px){body{padding:0 20px}nav{margin:0 -20px}nav ol{padding:0 20px}h1,h1.long{font-size:23px;line-height:1.38}h2{font-size:19px}.lead{font-size:15.5px}section{margin-top:44px}.grid{grid-template-columns:1fr 1fr}.figure,.figure:nth-child(5n+1){border-left:0;padding:12px 12px 12px 0}.figure:nth-child(2n){padding-left:12px;border-left:1px solid var(--rule)}.value{font-size:22px}
svg.wide{display:none}svg.narrow{display:block;max-width:100%;height:auto}.drawn{display:none}
.stack thead{position:absolute;clip-path:inset(50%);height:1px;overflow:hidden}.stack tr{display:grid;grid-template-columns:1fr 1fr;gap:2px 12px;padding:11px 0;border-bottom:1px solid var(--rule)}.stack th,.stack td{border:0;padding:0;text-align:left;white-space:pre-line;min-width:0}.stack tbody th{grid-column:1/-1;font-weight:600}.stack td[data-title]::before{content:attr(data-title);color:var(--ink-3);font-size:12.5px;margin-right:8px}.stack td:not(.number):not(.short){grid-column:1/-1}.stack tbody th small{display:inline;margin-left:8px}
.scroll table:not(.stack):not(.plain){min-width:560px}.map th:first-child{position:sticky;left:0;background:var(--page)}}
`;

const paper = `
@media print{html{-webkit-print-color-adjust:exact;print-color-adjust:exact}body{display:block;padding:0;font-size:10pt;line-height:1.5}nav,.skip,footer,.filter{display:none}main{padding:0}
h1,h1.long{font-size:16pt;margin:3pt 0 6pt}h2{font-size:13pt;margin-bottom:7pt}h3{font-size:9pt}.figure .name{font-size:8.5pt;line-height:1.25}.lead{display:inline;font-size:10pt}.lead+.meta{margin-top:4pt}.key{margin-top:10pt}.value{font-size:15pt;line-height:1.1;margin:0 0 1pt}.value small{font-size:9pt}.beside,.verdict{font-size:7.5pt;line-height:1.35;margin:0}.verdict{margin:1pt 0 3pt}.spark{max-width:110px;padding-top:2pt}.figure,.figure:nth-child(5n+1){padding:5pt 5pt 5pt 0}.figure:not(:nth-child(5n+1)){padding-left:6pt}
.note,.meta,.legend,thead th{font-size:8pt}.legend{margin-top:5pt}table{font-size:8.5pt}.two table{font-size:8pt}th,td{padding:3.5pt 7pt 3.5pt 0}section{margin-top:20pt;padding-top:10pt}section:not(.chapter):not(.key){margin-top:7pt;padding-top:5pt}section:not(.chapter):not(.key)>h2{font-size:11.5pt;margin-bottom:2pt}section:not(.chapter):not(.key) :is(th,td){padding-top:1.3pt;padding-bottom:1.3pt;font-size:7.5pt;line-height:1.3}td a{white-space:nowrap}
.two{gap:0 20pt}.two .drawn{width:96px}.two .in-row{width:96px;height:auto}.two :is(th,td){padding-right:4pt}.two :is(th,td) small{white-space:normal}.two td:not(.number):not(.short):not(.heat):not(.drawn){min-width:5em}.part{margin-top:14pt}section:not(.chapter)+section.chapter{break-before:page}h2,h3,.kicker,summary{break-after:avoid}tr,.figure,figure,li,.two{break-inside:avoid}thead{display:table-header-group}a{color:inherit;text-decoration:none}.scroll{overflow:visible}details:not([open]),#definitions:not(:has(>details[open])),#details:not(:has(>details[open])){display:none}}
`;

/** The style of a page; `edges` is what stands at the edges of each sheet of paper. */
export function pageStyle(edges: string, letterhead: Letterhead | null): string {
  const colours = `:root{color-scheme:light dark;${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
  const own = letterhead === null ? [] : [letterheadStyle(letterhead, fonts)];
  return [colours, page, tables, drawings, small, paper, edges, ...own].join('\n').replaceAll(/\n+/g, '\n');
}
