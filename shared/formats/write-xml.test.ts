import { describe, expect, it } from 'vitest';
import { xmlFile, xmlNode } from './write-xml.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('an XML file', () => {
  it('has elements on lines of their own, and text to the letter', () => {
    const kept = xmlNode('f', { 'xml:space': 'preserve' }, [xmlNode('g')]);
    const mixed = xmlNode('b', {}, ['бір ', xmlNode('c', {}, [xmlNode('d')]), ' екі']);
    expect(
      text(xmlFile(xmlNode('a', { n: 1, none: undefined }, [mixed, xmlNode('e'), kept]), '<!DOCTYPE a>\n')),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a>\n<a n="1">\n  <b>бір <c><d/></c> екі</b>\n  <e/>\n  <f xml:space="preserve"><g/></f>\n</a>\n',
    );
  });

  it('has no character that XML cannot hold', () => {
    expect(text(xmlFile(xmlNode('a', { b: '\u0000"\ud800\n' }, ['<\u0008\ufffe&>'])))).toContain(
      '<a b="&quot;&#10;">&lt;&amp;&gt;</a>',
    );
  });
});
