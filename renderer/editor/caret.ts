import { Editor, type Node, Range } from 'slate';
import { ReactEditor } from 'slate-react';

/** Space kept between the caret and the edge of the window, CSS pixels. */
const MARGIN_PX = 40;

/** Scrolls as little as shows the caret with some room around it. */
export function scrollCaretIntoView(editor: ReactEditor, range: globalThis.Range): void {
  const scroller = ReactEditor.toDOMNode(editor, editor).parentElement;
  if (!scroller) return;
  const caret = caretBox(range);
  const view = scroller.getBoundingClientRect();
  const abovePx = view.top + MARGIN_PX - caret.top;
  const belowPx = caret.bottom - view.bottom + MARGIN_PX;
  if (abovePx > 0) scroller.scrollBy({ top: -abovePx, behavior: 'instant' });
  else if (belowPx > 0) scroller.scrollBy({ top: belowPx, behavior: 'instant' });
}

/** The box of the focus of a range; an empty line has none of its own, so its element stands in. */
function caretBox(range: globalThis.Range): DOMRect {
  const point = range.cloneRange();
  point.collapse(false);
  const box = point.getBoundingClientRect();
  if (box.height > 0) return box;
  return point.startContainer.parentElement?.getBoundingClientRect() ?? box;
}

/**
 * Gives the page the caret that the editor remembers. When focus comes back from a menu or a field, the browser
 * would put it at the start of the text.
 */
export function restoreCaret(slate: ReactEditor): void {
  const selection = window.getSelection();
  const range = slate.selection && ReactEditor.resolveDOMRange(slate, slate.selection);
  if (!selection || !range || !slate.selection) return;
  if (Range.isBackward(slate.selection))
    selection.setBaseAndExtent(range.endContainer, range.endOffset, range.startContainer, range.startOffset);
  else
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

const markedVoids = new WeakMap<ReactEditor, HTMLElement>();

function selectedVoid(slate: ReactEditor): Node | null {
  if (!slate.selection || Range.isExpanded(slate.selection)) return null;
  return Editor.void(slate)?.[0] ?? null;
}

/**
 * Marks the void that is selected, by hand, once it is on the page: one that listened for itself would be asked at
 * every keystroke.
 */
export function markSelectedVoid(slate: ReactEditor): void {
  if (selectedVoid(slate) === null && !markedVoids.has(slate)) return;
  requestAnimationFrame(() => {
    const node = selectedVoid(slate);
    const element = node && ReactEditor.toDOMNode(slate, node);
    markedVoids.get(slate)?.removeAttribute('data-selected');
    markedVoids.delete(slate);
    if (!element) return;
    element.setAttribute('data-selected', '');
    markedVoids.set(slate, element);
  });
}
