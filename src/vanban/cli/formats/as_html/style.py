"""The look of the report, on a screen and on paper."""

STYLE = """\
@page { size: A4; margin: 15mm 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; color: #1a1a1a; background: #fff;
  font: 11pt/1.45 "Times New Roman", "Liberation Serif", Tinos, serif; }
h1 { margin: 0 0 .8rem; font-size: 17pt; }
h2 { margin: 2.2rem 0 .5rem; padding-top: .7rem; border-top: 2px solid #333; font-size: 13pt;
  overflow-wrap: anywhere; }
table { border-collapse: collapse; }
a { color: inherit; text-decoration: none; }
.summary { width: 100%; font-size: 10pt; }
.summary th, .summary td { padding: .25rem .6rem; border-bottom: 1px solid #ccc;
  text-align: right; vertical-align: top; }
.summary th:first-child, .summary td:first-child { text-align: left; overflow-wrap: anywhere; }
.summary th { border-bottom: 1px solid #333; font-weight: bold; }
.summary tr.total td { border-bottom: 0; border-top: 1px solid #333; font-weight: bold; }
.remark { margin: .3rem 0; color: #444; font-size: 10pt; }
.page { width: 100%; table-layout: fixed; }
.page > tbody > tr > td { vertical-align: top; }
td.number { width: 2.6rem; padding: .1rem .5rem 0 0; color: #888; text-align: right;
  font-size: 8pt; }
td.text { padding: .1rem .9rem .1rem .3rem; border-left: 1px solid #ccc; }
td.notes { width: 17rem; padding: .1rem 0 .1rem .2rem; }
p.line { margin: 0; min-height: 1.2em; font-size: .93em; white-space: pre-wrap;
  overflow-wrap: anywhere; }
.source p.line { font: 9.5pt/1.5 "DejaVu Sans Mono", Consolas, monospace; }
.center { text-align: center; } .right { text-align: right; } .both { text-align: justify; }
.bold { font-weight: bold; } .italic { font-style: italic; }
.boxed { border: 1px solid #bbb; padding: 0 .3rem; }
.grid { width: 100%; table-layout: fixed; }
.grid td { padding: .05rem .25rem; vertical-align: top; }
.grid.ruled td { border: 1px solid #999; }
mark { color: inherit; background: #fbeaa8; border-bottom: 2px solid #b8860b; }
mark.error { background: #f8d4d0; border-color: #b3261e; }
mark.info { background: #dbe9f6; border-color: #2f6ea5; }
sup { font: bold 7.5pt/1 sans-serif; padding-left: 1px; }
.note { margin: 0 0 .45rem; padding: .2rem 0 .2rem .55rem; border-left: 3px solid #b8860b;
  font-size: 9pt; line-height: 1.35; break-inside: avoid; }
.note.error { border-color: #b3261e; }
.note.info { border-color: #2f6ea5; }
.note p { margin: .1rem 0 0; }
.note .head { font-weight: bold; }
.note .basis, .note .remedy { color: #444; }
.whole { margin: .6rem 0 1rem; }
.around { margin-top: 1rem; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  .file { break-before: page; }
  .file.first { break-before: auto; }
  mark, .note { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@media (max-width: 45rem) {
  .page, .page > tbody, .page > tbody > tr, td.text, td.notes { display: block; width: auto; }
  td.number { display: none; }
}
"""
