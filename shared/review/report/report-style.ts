/** How the report looks, on a screen and on a page of A4. */
export const REPORT_STYLE = `
@page { size: A4; margin: 14mm 16mm; }
:root { color-scheme: light; --text: #1d2126; --quiet: #5a626c; --rule: #dfe3e8; --accent: #14605f; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 48rem; background: #fff; color: var(--text); font: 400 13px/1.4 "Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
.kind { margin: 0; color: var(--accent); font-weight: 600; }
h1 { margin: .125rem 0; font-size: 20px; line-height: 1.25; }
header p { margin: 0; }
h2 { margin: 0 0 .25rem; font-size: 13px; }
section { margin-top: .875rem; break-inside: avoid; }
section p { margin: .125rem 0; }
.quiet { color: var(--quiet); }
.coverage { display: grid; grid-template-columns: repeat(5, 1fr); gap: .75rem; margin: .875rem 0 0; padding: .75rem 0; border-block: 1px solid var(--rule); }
.coverage dt { color: var(--quiet); font-size: 11.5px; }
.coverage dd { margin: 0; font-size: 11.5px; }
.coverage strong { display: block; font-size: 20px; line-height: 1.3; }
table { width: 100%; border-collapse: collapse; }
td { padding: .1875rem .75rem .1875rem 0; border-top: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
tr:first-child td { border-top: 0; }
td:first-child { white-space: nowrap; }
td:last-child { padding-right: 0; }
footer { margin-top: 1rem; padding-top: .75rem; border-top: 1px solid var(--rule); font-size: 11.5px; }
.proof { display: grid; grid-template-columns: max-content 1fr; gap: .125rem .75rem; margin: 0; }
.proof dt { color: var(--quiet); }
.proof dd { margin: 0; overflow-wrap: anywhere; }
@media print { body { padding: 0; max-width: none; font-size: 11.5px; } }
`;
