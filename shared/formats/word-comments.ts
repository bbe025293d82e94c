import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { ExportOptions } from './format.ts';
import { plainText, type ShownInline } from './inline-text.ts';
import { type PlacedRemarks, type Remark, remarkHead } from './remarks.ts';

/** What a turn shows, with the marks of comments around it. */
export interface TurnComments {
  readonly shown: readonly ShownInline[];
  /** Comments on no words of the turn. */
  readonly beside: readonly ParagraphChild[];
  before(inline: ShownInline): readonly ParagraphChild[];
  after(inline: ShownInline): readonly ParagraphChild[];
}

/** Annotations as comments of Word; a reply is a comment that answers another. */
export class WordComments {
  readonly #placed: PlacedRemarks;
  readonly #options: ExportOptions;
  /** The number of a remark's comment; those of its replies follow. */
  readonly #numbers = new Map<Remark, number>();

  constructor(placed: PlacedRemarks, options: ExportOptions) {
    this.#placed = placed;
    this.#options = options;
    let next = 0;
    for (const remark of placed.remarks) {
      this.#numbers.set(remark, next);
      next += 1 + remark.replies.length;
    }
  }

  all(): ICommentOptions[] {
    return this.#placed.remarks.flatMap((remark) => {
      const id = this.#numbers.get(remark) ?? 0;
      const resolved = remark.resolved !== null;
      const head = remarkHead({ ...remark, words: '' }, this.#options);
      return [
        comment(id, remark.author, remark.createdAt, [head, remark.body], { resolved }),
        ...remark.replies.map(({ author, body, at }, index) =>
          comment(id + 1 + index, author, at, [body], { parentId: id, resolved }),
        ),
      ];
    });
  }

  turn(index: number): TurnComments {
    const { shown, startsAt, endsAt, beside } = this.#placed;
    return {
      shown: shown[index] ?? [],
      beside: beside(index).flatMap((remark) => [...this.#starts(remark), ...this.#ends(remark)]),
      before: (inline) => startsAt(inline).flatMap((remark) => this.#starts(remark)),
      after: (inline) => endsAt(inline).flatMap((remark) => this.#ends(remark)),
    };
  }

  #starts(remark: Remark): readonly ParagraphChild[] {
    return this.#ids(remark).map((id) => new CommentRangeStart(id));
  }

  #ends(remark: Remark): readonly ParagraphChild[] {
    return this.#ids(remark).flatMap((id) => [
      new CommentRangeEnd(id),
      new TextRun({ children: [new CommentReference(id)] }),
    ]);
  }

  #ids(remark: Remark): readonly number[] {
    const first = this.#numbers.get(remark) ?? 0;
    return [first, ...remark.replies.map((_, index) => first + 1 + index)];
  }
}

function comment(
  id: number,
  author: string,
  at: string,
  texts: readonly string[],
  thread: Pick<ICommentOptions, 'parentId' | 'resolved'>,
): ICommentOptions {
  const lines = texts.flatMap((text) => plainText(text).split('\n')).filter((line) => line.trim() !== '');
  return {
    id,
    author: plainText(author),
    initials: initials(author),
    date: new Date(at),
    children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
    ...thread,
  };
}

const initials = (name: string) =>
  plainText(name)
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
