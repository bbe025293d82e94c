/** The report on paper and on a screen. A colour never stands alone for what it means. */
export const EVIDENCE_STYLE = `
@page { size: A4; margin: 18mm 16mm; }
* { box-sizing: border-box; }
body { max-width: 178mm; margin: 0 auto; padding: 8mm 0; color: #1c2526; background: #fff;
  font: 10.5pt/1.45 "Inter Variable", Inter, "Segoe UI", "Noto Sans", sans-serif; }
h1, h2, p { margin: 0; }
h1 { font-size: 18pt; line-height: 1.25; }
h2 { margin: 8mm 0 2mm; font-size: 12pt; }
.kind { color: #1f6f6b; font-weight: 600; }
.quiet { color: #566263; }
.summary { display: flex; gap: 4mm; margin: 6mm 0; }
.summary div { flex: 1; padding: 2mm 3mm; border: 1px solid #cfd6d6; border-radius: 1.5mm; }
.summary dt { color: #566263; }
.summary dd { margin: 0; font-size: 15pt; font-weight: 600; }
.quotations { margin: 0; padding: 0; list-style: none; }
.quotation { margin: 0 0 5mm; padding: 0 0 0 4mm; border-left: 1mm solid #1f6f6b; break-inside: avoid; }
.quotation[data-verdict="not-found"] { border-left-style: double; border-left-color: #a3291f; }
.quotation[data-verdict="edited"] { border-left-style: dashed; }
.quotation[data-verdict="translated"] { border-left-style: dotted; }
blockquote { margin: 1mm 0 2mm; font-family: "Source Serif 4 Variable", "Source Serif 4", Georgia, serif; font-size: 12pt; }
.flags { margin: 0 0 2mm; padding-left: 5mm; color: #a3291f; font-weight: 600; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
caption { padding: 2mm 0 1mm; text-align: left; font-weight: 600; font-size: 10.5pt; }
th { width: 42mm; padding: 0.6mm 3mm 0.6mm 0; color: #566263; font-weight: 400; text-align: left; vertical-align: top; }
td { padding: 0.6mm 0; overflow-wrap: anywhere; }
.time { font-variant-numeric: tabular-nums; }
code { font: 8.5pt/1.4 ui-monospace, "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
del { color: #a3291f; }
ins { color: #1b6b3a; text-decoration: underline double; }
`;
