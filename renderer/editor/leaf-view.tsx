import { useInsertionEffect, useRef } from 'react';
import type { RenderLeafProps } from 'slate-react';

/** Renders a run of text. The function stays the same, or every turn would render at each keystroke. */
export function renderLeaf(props: RenderLeafProps) {
  return <LeafView {...props} />;
}

function LeafView({ attributes, children, leaf }: RenderLeafProps) {
  const span = useRef<HTMLSpanElement>(null);
  // Before Slate's own effect, which would put a new text node in the place of the old one: the browser would then
  // have to shape the whole paragraph anew.
  useInsertionEffect(() => {
    const node = span.current?.firstElementChild?.firstChild;
    if (node instanceof Text && leaf.text !== '') updateText(node, leaf.text);
  }, [leaf.text]);
  return (
    <span {...attributes} ref={span}>
      {children}
    </span>
  );
}

/** Makes a text node read `text` by replacing no more than what differs. */
function updateText(node: Text, text: string): void {
  const { data } = node;
  const shorter = Math.min(data.length, text.length);
  let start = 0;
  while (start < shorter && data[start] === text[start]) start++;
  let end = 0;
  while (end < shorter - start && data.at(-1 - end) === text.at(-1 - end)) end++;
  if (start + end < Math.max(data.length, text.length))
    node.replaceData(start, data.length - start - end, text.slice(start, text.length - end));
}
