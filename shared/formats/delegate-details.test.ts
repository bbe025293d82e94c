import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PortraitId } from '../model/ids.ts';
import type { Speaker } from '../model/speaker.ts';
import { DEFAULT_EXPORT_OPTIONS, type TranscriptDocument } from './format.ts';
import { json } from './json.ts';
import { bytesWritten, documentOf } from './testing/expectations.ts';
import { SESSION } from './testing/session.ts';

const picture = Buffer.from('89504e470d0a1a0a0000', 'hex');
const portrait = {
  id: createHash('sha256').update(picture).digest('hex') as PortraitId,
  type: 'image/png',
  data: picture.toString('base64'),
} as const;

const details: Partial<Speaker> = {
  originalName: { text: '조병제', language: 'ko' },
  aliases: ['Чо Бёнчжэ'],
  posts: [{ title: { ru: 'посол' }, organisation: { en: 'UN' }, from: '2025-01-01', until: null }],
  countryCode: 'KR',
  portrait: portrait.id,
};

const [first, ...others] = SESSION.speakers;
const known: TranscriptDocument = {
  ...SESSION,
  speakers: [{ ...(first as Speaker), ...details }, ...others],
  portraits: [portrait],
};

const read = async (bytes: Uint8Array) =>
  json.read?.(bytes, { fileName: 'session.json', language: 'kk' }) ?? { document: null, warnings: [] };

async function changed(change: (whole: Record<string, unknown>) => void) {
  const whole = JSON.parse(new TextDecoder().decode(await bytesWritten(json, known, DEFAULT_EXPORT_OPTIONS)));
  change(whole);
  return read(new TextEncoder().encode(JSON.stringify(whole)));
}

describe('what a delegate list knows of speakers', () => {
  it('comes back from a file of ours, which then says that it is of version 3', async () => {
    let version: unknown;
    const result = await changed((whole) => {
      version = whole['version'];
    });
    expect(version).toBe(3);
    expect(result.warnings).toEqual([]);
    expect(documentOf(result)).toEqual(known);
  });

  it('is read as far as it can be: a post that ends before it begins is left out with a warning', async () => {
    const result = await changed((whole) => {
      const [speaker] = whole['speakers'] as Record<string, unknown>[];
      Object.assign(speaker ?? {}, {
        countryCode: 'Korea',
        posts: [{ title: { ru: 'посол' }, organisation: {}, from: '2025-02-01', until: '2025-01-01' }],
      });
    });
    const [speaker] = documentOf(result).speakers;
    expect(speaker).toMatchObject({ originalName: details.originalName, aliases: details.aliases });
    expect(speaker?.posts).toBeUndefined();
    expect(speaker?.countryCode).toBeUndefined();
    expect(result.warnings.map(({ code }) => code)).toEqual(['unreadable-part', 'unreadable-part']);
  });

  it('names no portrait that the file does not hold', async () => {
    const result = await changed((whole) => {
      delete whole['portraits'];
    });
    expect(documentOf(result).speakers[0]?.portrait).toBeUndefined();
  });
});
