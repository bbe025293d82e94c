/**
 * Hides from React that an element is editable. On every commit, anywhere on the page, React walks the whole text
 * of a focused element whose `contentEditable` reads `true`, to restore a selection that Slate restores itself:
 * 20 ms a keystroke at 6,000 turns. The attribute stays, so the browser goes on editing.
 */
export function hideFromReact(element: HTMLElement): void {
  Object.defineProperty(element, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set: (value: string) => element.setAttribute('contenteditable', value),
  });
}
