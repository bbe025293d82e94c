import { useInsertionEffect, useRef } from 'react';
import type { RenderLeafProps } from 'slate-react';
import { type AnnotationLook, useAnnotationLook } from './annotation-looks.ts';

/** Renders a run of text. The function stays the same, or every turn would render at each keystroke. */
export function renderLeaf(props: RenderLeafProps) {
  const { annotations } = props.leaf;
  return annotations ? <NotedLeaf {...props} notes={annotations.join(' ')} /> : <LeafView {...props} />;
}

/** A run of text with annotations. */
function NotedLeaf({ notes, ...props }: RenderLeafProps & { readonly notes: string }) {
  const look = useAnnotationLook(notes);
  return <LeafView {...props} notes={notes} look={look} />;
}

interface LeafProps extends RenderLeafProps {
  readonly notes?: string;
  readonly look?: AnnotationLook | null;
}

function LeafView({ attributes, children, leaf, notes, look }: LeafProps) {
  const span = useRef<HTMLSpanElement>(null);
  // Before Slate's own effect, which would put a new text node in the place of the old one: the browser would then
  // have to shape the whole paragraph anew.
  useInsertionEffect(() => {
    const node = span.current?.firstElementChild?.firstChild;
    if (node instanceof Text && leaf.text !== '') updateText(node, leaf.text);
  }, [leaf.text]);
  return (
    <span
      {...attributes}
      ref={span}
      className={look ? 'note' : undefined}
      style={look?.style}
      title={look?.title}
      data-notes={look ? notes : undefined}
      data-withheld={look?.withheld || undefined}
    >
      {children}
    </span>
  );
}

/** Puts right what the browser has typed into a run of text that it did not belong to. */
export function mendRun(run: HTMLElement, text: string): void {
  const node = run.querySelector('[data-slate-string]')?.firstChild;
  if (node instanceof Text) updateText(node, text);
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
