export type PraatToken =
  | { readonly type: 'number'; readonly value: number; readonly line: number }
  | { readonly type: 'string'; readonly value: string; readonly line: number };

const SPACE = /\s/;
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/;

/**
 * The values of a Praat text file. Praat heeds only numbers and strings that stand free, so that `xmin = 0` is 0 and
 * `item [1]:` is nothing; the short form is the long one without its words.
 */
export class PraatText {
  /** Of the last value, from 1. */
  line = 1;
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns the next value, or null at the end. */
  next(): PraatToken | null {
    while (this.#at < this.#text.length) {
      const character = this.#text.charAt(this.#at);
      if (character === '\n') {
        this.line++;
        this.#at++;
      } else if (SPACE.test(character)) this.#at++;
      else if (character === '"') return this.#string();
      else if (character === '!') this.#at = this.#indexOrEnd('\n', this.#at);
      else {
        const word = this.#word();
        if (NUMBER.test(word)) return { type: 'number', value: Number(word), line: this.line };
      }
    }
    return null;
  }

  /** Returns the next string, past any number, or null at the end. */
  nextString(): string | null {
    let token = this.next();
    while (token !== null && token.type !== 'string') token = this.next();
    return token?.value ?? null;
  }

  #string(): PraatToken {
    const { line } = this;
    const parts: string[] = [];
    let at = this.#at + 1;
    for (;;) {
      const end = this.#indexOrEnd('"', at);
      parts.push(this.#text.slice(at, end));
      at = end + 1;
      if (this.#text.charAt(at) !== '"') break;
      parts.push('"');
      at++;
    }
    this.#at = at;
    const value = parts.join('');
    this.line += value.split('\n').length - 1;
    return { type: 'string', value, line };
  }

  #word(): string {
    const start = this.#at;
    while (this.#at < this.#text.length && !SPACE.test(this.#text.charAt(this.#at))) this.#at++;
    return this.#text.slice(start, this.#at);
  }

  #indexOrEnd(searched: string, from: number): number {
    const index = this.#text.indexOf(searched, from);
    return index < 0 ? this.#text.length : index;
  }
}
