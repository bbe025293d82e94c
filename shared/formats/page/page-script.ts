/**
 * The script of the page, as it stands in it: a turn or a time plays the recording from there, the turn that is heard is marked,
 * and a file that a person opens takes the place of one that was not found. Plain ES2019, since it runs in any browser.
 */
export const PAGE_SCRIPT = `
'use strict';
const media = document.getElementById('media');
const missing = document.getElementById('missing');
const startOf = (turn) => Number(turn.dataset.start);
const turns = Array.from(document.querySelectorAll('[data-start]')).sort((a, b) => startOf(a) - startOf(b));
const starts = turns.map(startOf);
let heard = null;
const follow = () => {
  const at = media.currentTime + 0.05;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= at) low = middle + 1;
    else high = middle;
  }
  const found = turns[low - 1] || null;
  const now = found && (!found.dataset.end || at < Number(found.dataset.end)) ? found : null;
  if (now === heard) return;
  if (heard) heard.removeAttribute('aria-current');
  if (now) now.setAttribute('aria-current', 'true');
  heard = now;
};
document.addEventListener('click', (event) => {
  const time = event.target.closest('[data-at]');
  if (time) event.preventDefault();
  const turn = event.target.closest('[data-start]');
  if (!media || !(time || turn) || (!time && String(getSelection()) !== '')) return;
  media.currentTime = Number(time ? time.dataset.at : turn.dataset.start);
  media.play().catch(() => {});
});
if (media) {
  media.addEventListener('timeupdate', follow);
  media.addEventListener('seeked', follow);
  media.addEventListener('error', () => { missing.hidden = false; });
  if (media.error) missing.hidden = false;
  const held = document.getElementById('recording');
  if (held) {
    const bytes = Uint8Array.from(atob(held.textContent), (letter) => letter.charCodeAt(0));
    held.remove();
    media.src = URL.createObjectURL(new Blob([bytes], { type: media.dataset.type || '' }));
  }
  document.getElementById('open').addEventListener('change', (event) => {
    const file = event.target.files[0];
    if (!file) return;
    if (media.src.startsWith('blob:')) URL.revokeObjectURL(media.src);
    media.src = URL.createObjectURL(file);
    missing.hidden = true;
  });
}
`;
