import { useEffect, useRef } from 'react';
import { Editable, type RenderElementProps, type RenderLeafProps, Slate } from 'slate-react';
import type { Language } from '../../shared/model/language.ts';
import { ports } from '../session.ts';
import { useTranslate } from '../ui/use-translate.ts';
import { type ArticleText as Leaf, type MarkFacts, marksOf } from './article-lines.ts';
import { useArticle } from './article-state.ts';
import type { OpenArticle } from './open-article.ts';

/** The text of an article, to be read, corrected and marked. */
export function ArticleText({ open, language }: { open: OpenArticle; language: Language }) {
  const t = useTranslate();
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    open.onReveal = (id) => {
      const run = scroller.current?.querySelector(`[data-marks~="${id}"]`);
      run?.scrollIntoView({ block: 'center' });
    };
  }, [open]);
  return (
    <div className="article-scroll" ref={scroller} data-testid="article">
      <Slate editor={open.slate} initialValue={open.slate.children} onChange={open.noteChange}>
        <Editable
          className="article-text"
          role="textbox"
          aria-multiline
          aria-label={t('press.editorLabel')}
          lang={language}
          spellCheck={false}
          placeholder={t('press.placeholder')}
          renderElement={renderLine}
          renderLeaf={renderLeaf}
          onBlur={() => void ports.article?.flush().catch(() => undefined)}
          onDrop={(event) => event.dataTransfer.types.includes('Files') || undefined}
        />
      </Slate>
    </div>
  );
}

const renderLine = ({ attributes, children }: RenderElementProps) => (
  <p {...attributes} className="article-line">
    {children}
  </p>
);

const shownMarks = (leaf: Leaf) => Object.values(marksOf(leaf)).filter(({ state }) => state !== 'removed');

function renderLeaf(props: RenderLeafProps) {
  const marks = shownMarks(props.leaf as unknown as Leaf);
  return marks.length > 0 ? (
    <MarkedRun {...props} marks={marks} />
  ) : (
    <span {...props.attributes}>{props.children}</span>
  );
}

/** A run of text with marks: each kind has a look of its own, a quotation that of its verdict as well. */
function MarkedRun({
  attributes,
  children,
  marks,
}: RenderLeafProps & { readonly marks: readonly MarkFacts[] }) {
  const t = useTranslate();
  const verdict = useArticle(({ verdicts }) => {
    for (const { id } of marks) {
      const found = verdicts.get(id);
      if (found) return found.withheld ? 'withheld' : found.verdict;
    }
    return undefined;
  });
  const isActive = useArticle(({ activeId }) => marks.some(({ id }) => id === activeId));
  const title = marks
    .map(({ kind, who }) => [t(`press.kind.${kind}`), who?.name].filter(Boolean).join(': '))
    .join('\n');
  return (
    <span
      {...attributes}
      className="mark"
      data-kinds={marks.map(({ kind }) => kind).join(' ')}
      data-marks={marks.map(({ id }) => id).join(' ')}
      data-verdict={verdict}
      data-active={isActive || undefined}
      title={title}
    >
      {children}
    </span>
  );
}
