import type { Inline, TagKind } from '../../model/turn.ts';
import { tagByLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { XmlElement } from '../xml.ts';

/** The codes of Transcriber's own menus, which are French. */
const TAG_BY_CODE: Readonly<Record<string, TagKind>> = {
  rire: 'laughter',
  rires: 'laughter',
  laugh: 'laughter',
  applaudissements: 'applause',
  pi: 'inaudible',
  conv: 'crosstalk',
};

/** Returns the tag that an event, vocal or comment stands for; all else is left out, and noted once. */
export function eventInline({ name, attributes, line }: XmlElement, reading: Reading): readonly Inline[] {
  const description = attributes.get('desc')?.trim() ?? '';
  const tag = tagByLabel(description) ?? TAG_BY_CODE[description.toLowerCase()];
  // The end of what was noted at its beginning.
  if (attributes.get('extent') === 'end') return [];
  if (tag) return [{ type: 'tag', tag }];
  reading.warnOnce('unknown-markup', line, description === '' ? `<${name}>` : `<${name}> ${description}`);
  return [];
}
