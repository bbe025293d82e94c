import { type Descendant, type Editor, Node, type Text } from 'slate';
import { type Inline, joinTexts, type Turn, textInline, turnDetails } from '../../shared/model/turn.ts';
import type { TagElement, TimestampElement, TurnChild, TurnElement } from './slate-types.ts';

const emptyText = (): Text => ({ text: '' });

/** Returns whether a node is a turn: the only elements that stand at the top of the editor. */
export function isTurn(node: Node): node is TurnElement {
  return Node.isElement(node) && node.type === 'turn';
}

/** Returns whether a node is an inline void: a timestamp or a tag. */
export function isMark(node: Node): node is TimestampElement | TagElement {
  return Node.isElement(node) && node.type !== 'turn';
}

/** Returns the editor's turns. The invariants of `with-transcript` make every top node a turn. */
export function turnElements(editor: Editor): readonly TurnElement[] {
  return editor.children as TurnElement[];
}

/** Returns the nodes of a turn's content as Slate wants them: a text at each end and between voids. */
export function childrenOf(content: readonly Inline[]): TurnChild[] {
  const children: TurnChild[] = [emptyText()];
  for (const inline of joinTexts(content)) {
    if (inline.type === 'text') {
      const { text, annotations } = inline;
      const last = children.at(-1);
      if (last && Node.isText(last) && last.text === '') children.pop();
      children.push(annotations ? { text, annotations } : { text });
    } else if (inline.type === 'timestamp') {
      children.push({ type: 'timestamp', atMs: inline.atMs, children: [emptyText()] }, emptyText());
    } else {
      children.push({ type: 'tag', tag: inline.tag, children: [emptyText()] }, emptyText());
    }
  }
  return children;
}

/** Returns the content of nodes inside a turn, without empty texts. */
export function contentOf(children: readonly Descendant[]): readonly Inline[] {
  const content: Inline[] = [];
  for (const child of children) {
    if (Node.isText(child)) {
      content.push(textInline(child.text, child.annotations));
    } else if (child.type === 'timestamp') {
      content.push({ type: 'timestamp', atMs: child.atMs });
    } else if (child.type === 'tag') {
      content.push({ type: 'tag', tag: child.tag });
    }
  }
  return joinTexts(content);
}

/** Returns the element of a turn. */
export function elementOf(turn: Turn): TurnElement {
  return {
    type: 'turn',
    id: turn.id,
    ...(turn.speakerId === null ? {} : { speakerId: turn.speakerId }),
    ...(turn.startMs === null ? {} : { startMs: turn.startMs }),
    ...(turn.endMs === null ? {} : { endMs: turn.endMs }),
    status: turn.status,
    ...turnDetails(turn),
    children: childrenOf(turn.content),
  };
}

const turns = new WeakMap<TurnElement, Turn>();

/** Returns the turn of an element; the same object as long as the element is the same. */
export function turnOf(element: TurnElement): Turn {
  const known = turns.get(element);
  if (known) return known;
  const turn: Turn = {
    id: element.id,
    speakerId: element.speakerId ?? null,
    startMs: element.startMs ?? null,
    endMs: element.endMs ?? null,
    status: element.status,
    content: contentOf(element.children),
    ...turnDetails(element),
  };
  turns.set(element, turn);
  return turn;
}

/** Returns whether a turn has neither text nor marks. */
export function isEmptyTurn(element: TurnElement): boolean {
  return element.children.every((child) => Node.isText(child) && child.text === '');
}
