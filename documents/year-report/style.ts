import { standings } from '../../domain/verdict.ts';
import { trusted, type Html } from '../html/html.ts';
import { standingMarks } from './standing-marks.ts';

const marks = standings.map((standing) => `.${standing}{color:${standingMarks[standing].text};background-color:${standingMarks[standing].ground}}`).join('\n');

/** The whole style of the report: one system with the screens, and A4 on paper. */
export const reportStyle: Html = trusted(`
:root{--ink:#1b1f23;--muted:#505a64;--primary:#0b5563;--line:#c9ced4}
*{box-sizing:border-box}
body{margin:0 auto;max-width:92rem;padding:0 24px 40px;background:#fff;color:var(--ink);font:400 16px/24px "Be Vietnam Pro",system-ui,"Segoe UI","Noto Sans",sans-serif;font-variant-numeric:tabular-nums}
.rehearsal{margin:0 -24px 24px;padding:8px 24px;background:#ffe08a;color:#4a2a00;font-weight:600;letter-spacing:.04em}
.head{display:flex;justify-content:space-between;gap:40px;text-align:center;font-size:14px;line-height:20px}
.head p{margin:0}.head .place{font-style:italic;margin-top:8px}.head .rule{border-bottom:1px solid var(--ink);width:40%;margin:4px auto}
.mark{display:flex;align-items:center;gap:8px;color:var(--primary);font-weight:600;margin:16px 0 0}
h1{font-size:32px;line-height:40px;margin:24px 0 4px;color:var(--primary)}
h2{font-size:24px;line-height:32px;margin:40px 0 8px;color:var(--primary)}
h2 small,h3 small{font-weight:400;color:var(--muted);font-size:14px}
h3{font-size:19px;line-height:28px;margin:24px 0 8px}
.lead{font-size:19px;line-height:28px;max-width:66ch;margin:8px 0 16px}.muted{color:var(--muted)}
.formula{max-width:66ch;border-left:3px solid var(--primary);padding:4px 0 4px 16px;margin:8px 0 16px}
.facts{display:grid;grid-template-columns:repeat(5,1fr);max-width:60rem;border:1px solid var(--line);margin:16px 0;padding:0}
.facts div{padding:8px 16px;box-shadow:1px 0 0 var(--line),0 1px 0 var(--line)}.facts dt{color:var(--muted);font-size:14px;line-height:20px}.facts dd{margin:0;font-size:24px;line-height:32px;font-weight:600}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:14px;line-height:20px}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
thead th{background:#f2f5f6;position:sticky;top:0}
.n{text-align:right;white-space:nowrap}tbody tr:hover{background:#f7f9fa}
.targets th:first-child{width:45%;min-width:14rem}.targets thead .n{white-space:normal}
.heat{font-size:11px;line-height:16px;letter-spacing:-.01em}.heat td{padding:2px 3px;text-align:center;white-space:nowrap}.heat thead th{writing-mode:vertical-rl;transform:rotate(180deg);padding:4px 2px;font-weight:400;white-space:nowrap}
.heat thead th:first-child{writing-mode:horizontal-tb;transform:none;vertical-align:bottom}.heat th[scope=row]{min-width:11rem;font-weight:400;position:sticky;left:0;background:#fff}
.scroll+.scroll{margin-top:16px}.legend{list-style:none;display:flex;flex-wrap:wrap;gap:4px 16px;padding:0;margin:8px 0;font-size:14px}.legend span{display:inline-block;min-width:1.6em;text-align:center;border:1px solid transparent;margin-right:4px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.warning{border:1px solid #6b3f00;background:#fdebc8;color:#6b3f00;padding:8px 16px}
.intact{color:#14532d;font-weight:600}.broken{color:#b3261e;font-weight:600}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:8px;font-size:14px;color:var(--muted)}
${marks}
.no-data{background-image:repeating-linear-gradient(45deg,transparent 0 3px,#d3d8dd 3px 4px)}
.waived{border:1px dotted #3d4652}
@media (max-width:48rem){.facts{grid-template-columns:repeat(2,1fr)}.head{flex-direction:column;gap:8px}}
@media print{
@page{size:A4 portrait;margin:20mm 15mm 20mm 30mm;@top-center{content:counter(page)}}
@page :first{@top-center{content:none}}
@page wide{size:A4 landscape;margin:25mm 15mm 15mm 15mm}
body{max-width:none;padding:0;font-size:12pt;line-height:1.35}
.rehearsal{margin:0 0 8mm;border:1.5pt solid #4a2a00;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.scroll{overflow:visible}thead{display:table-header-group}thead th,.heat th[scope=row]{position:static}
table{font-size:9pt;line-height:1.25}tr,.facts,.formula{break-inside:avoid}h2,h3{break-after:avoid}
.no-data{background-image:none}
.wide{page:wide}.heat{font-size:6pt;line-height:1.2}.heat td{padding:1px}.heat th[scope=row]{min-width:0;width:38mm}
td[class],.legend span{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`);
