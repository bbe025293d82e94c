import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeText } from './encoding.ts';
import { plainText } from './inline-text.ts';
import { Reading } from './reading.ts';
import { childrenOf, descendantsOf, escapeXml, readXml, textOf } from './xml.ts';

function read(text: string) {
  const reading = new Reading(encodeText(text), { fileName: 'x.xml', language: 'kk' });
  return {
    root: readXml(reading),
    warnings: reading.result().warnings.filter(({ code }) => code !== 'empty'),
  };
}

describe('XML', () => {
  it('gives local names, attributes, text and lines', () => {
    const { root, warnings } = read(
      '<?xml version="1.0"?>\n<t:a xml:lang="kk" t:who="x"><b>бір <![CDATA[<екі>]]></b>\n<b/></t:a>',
    );
    expect(warnings).toEqual([]);
    expect(root?.name).toBe('a');
    expect([...(root?.attributes ?? [])]).toEqual([
      ['xml:lang', 'kk'],
      ['who', 'x'],
    ]);
    expect(root && childrenOf(root, 'b').map((b) => [textOf(b), b.line])).toEqual([
      ['бір <екі>', 2],
      ['', 3],
    ]);
  });

  it('expands and fetches nothing that a file declares', () => {
    const { root, warnings } = read(
      '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]><a>&c;&f;</a>',
    );
    expect(root && textOf(root)).toBe('&c;&f;');
    expect(warnings).toHaveLength(1);
  });

  it('reads a file cut short as far as it goes', () => {
    const { root, warnings } = read('<a><b>бір</b><b>екі');
    expect(root && descendantsOf(root, 'b').map(textOf)).toEqual(['бір', 'екі']);
    expect(warnings).toHaveLength(1);
  });

  it('leaves out what is nested without end, and keeps what follows', () => {
    const { root, warnings } = read(`<a>${'<b>'.repeat(5000)}x${'</b>'.repeat(5000)}<c>соңы</c></a>`);
    expect(root && childrenOf(root, 'c').map(textOf)).toEqual(['соңы']);
    expect(warnings).toHaveLength(1);
  });

  it('takes an ampersand by itself for what it looks like', () => {
    const { root, warnings } = read(
      '<a b="R&D"><b>R&D & Co; &amp; &#1201;&</b><c><![CDATA[1 & 2 &amp;]]>&</c></a>',
    );
    expect(warnings).toEqual([]);
    expect(root?.attributes.get('b')).toBe('R&D');
    expect(root?.children.map((child) => (typeof child === 'string' ? child : textOf(child)))).toEqual([
      'R&D & Co; & ұ&',
      '1 & 2 &amp;&',
    ]);
  });

  it('leaves a file that is no XML early', () => {
    expect(read('&<'.repeat(200_000)).root).toBeNull();
  });

  it('reads back what is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const text = plainText(raw);
        const { root } = read(`<a b="${escapeXml(text)}">${escapeXml(text)}</a>`);
        expect(root && [root.attributes.get('b'), textOf(root)]).toEqual([text, text]);
      }),
    );
  });
});
