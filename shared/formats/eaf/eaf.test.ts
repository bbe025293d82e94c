import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS } from '../format.ts';
import { Reading } from '../reading.ts';
import { documentOf, written } from '../testing/expectations.ts';
import { codes, readFixture, rows } from '../testing/read-fixture.ts';
import { SESSION } from '../testing/session.ts';
import { descendantsOf, readXml, type XmlElement } from '../xml.ts';
import { eaf } from './eaf.ts';

const OPTIONS = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' } as const;

describe('EAF of ELAN', () => {
  it('6: speakers by participant or tier, overlaps, a time that is not set, a translation named and left out', async () => {
    const result = await readFixture('elan-6.eaf', 'ru');
    expect(documentOf(result).language).toBe('kk');
    expect(rows(result)).toEqual([
      [480, 4210, 'Сәуле Нұрпейіс', 'Су туралы сөйлесейік.'],
      [4300, null, 'Сәуле Нұрпейіс', 'Алдымен <дерек> & сан,'],
      [null, 7995, 'Сәуле Нұрпейіс', 'содан кейін пікір.'],
      [7000, 9000, 'Олжас', '[laughter] Дұрыс.\nЕкінші жол.'],
      [9100, 11_250, 'Олжас', ''],
    ]);
    expect(codes(result)).toEqual(['other-tier-left-out 50 SN@eng']);
  });

  it('of old, in frames, damaged and cut short: what can be understood', async () => {
    const result = await readFixture('old-damaged.eaf');
    expect(rows(result)).toEqual([
      [1000, 3000, '', 'Бірінші.'],
      [3000, null, '', 'Екінші.'],
      [3000, null, '', 'Үшінші & соңғы'],
    ]);
    expect(result.warnings.map(({ code, line }) => [code, line])).toEqual([
      ['unreadable-part', 14],
      ['bad-time', 7],
      ['bad-time', 11],
      ['unreadable-part', 12],
      ['end-before-start', 13],
    ]);
  });

  it.each(['<TEI/>', '{}', 'ANNOTATION_DOCUMENT'])('refuses %j', async (text) => {
    const result = await eaf.read?.(new TextEncoder().encode(text), { fileName: 'x.eaf', language: 'kk' });
    expect(result).toEqual({ document: null, warnings: [{ code: 'not-this-format' }] });
  });
});

describe('EAF that is written', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2025-04-01T09:30:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is this, to the letter', async () => {
    await expect(await written(eaf, SESSION, OPTIONS)).toMatchFileSnapshot('../fixtures/session.eaf');
  });

  it('has its time slots in order, and no overlap within a tier', async () => {
    const root = readXml(reading(await written(eaf, SESSION, OPTIONS)));
    if (!root) throw new Error('No XML');
    const slots = new Map(
      descendantsOf(root, 'TIME_SLOT').map((slot) => [
        attribute(slot, 'TIME_SLOT_ID'),
        Number(attribute(slot, 'TIME_VALUE')),
      ]),
    );
    expect([...slots.values()]).toEqual([...slots.values()].sort((a, b) => a - b));
    for (const tier of descendantsOf(root, 'TIER')) {
      const times = descendantsOf(tier, 'ALIGNABLE_ANNOTATION').flatMap((annotation) => [
        slots.get(attribute(annotation, 'TIME_SLOT_REF1')),
        slots.get(attribute(annotation, 'TIME_SLOT_REF2')),
      ]);
      expect(times).toEqual([...times].sort((a, b) => (a ?? 0) - (b ?? 0)));
    }
  });
});

const reading = (text: string) =>
  new Reading(new TextEncoder().encode(text), { fileName: 'x.eaf', language: 'kk' });

const attribute = ({ attributes }: XmlElement, name: string) => attributes.get(name) ?? '';
