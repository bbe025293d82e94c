/** How the page looks, in light and dark and on paper. Fonts are the reader's own. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1d2126; --quiet: #5a626c; --paper: #fff; --rule: #dfe3e8; --accent: #1f5fa8; --heard: #eaf2fb; }
@media (prefers-color-scheme: dark) { :root { --text: #e4e7eb; --quiet: #a0a8b2; --paper: #17191c; --rule: #34393f; --accent: #8db9ea; --heard: #202c39; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 6rem; max-width: 46rem; background: var(--paper); color: var(--text); font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.125rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: 0 0 1.5rem; }
dt, .quiet { color: var(--quiet); }
dd { margin: 0; }
.player { position: sticky; top: 0; z-index: 1; margin: 0 -.75rem; padding: .5rem .75rem; background: var(--paper); border-bottom: 1px solid var(--rule); }
video, audio { display: block; width: 100%; max-height: 40vh; }
#missing { margin: .5rem 0; }
.turn { margin: 0 -.75rem; padding: .5rem .75rem; border-radius: .5rem; scroll-margin-top: 45vh; }
.turn[data-start] { cursor: pointer; }
.turn[aria-current] { background: var(--heard); }
.turn header { display: flex; gap: .75rem; align-items: baseline; }
.turn p { margin: .125rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0 1.5rem; }
.speaker { font-weight: 600; }
a { color: var(--accent); font-variant-numeric: tabular-nums; }
header a { text-decoration: none; }
a:hover { text-decoration: underline; }
.tag { color: var(--quiet); font-style: italic; }
ul { margin: 0; padding: 0; list-style: none; }
@media print { .player { display: none; } .turn { break-inside: avoid; } body { max-width: none; } }
`;
