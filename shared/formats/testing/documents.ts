import fc from 'fast-check';
import { newId, type SpeakerId } from '../../model/ids.ts';
import type { Speaker } from '../../model/speaker.ts';
import { createTurn, type Inline, TAG_KINDS, TURN_STATUSES, type Turn } from '../../model/turn.ts';
import type { TranscriptDocument } from '../format.ts';

/** Words that break formats: markup of each, right-to-left, combining marks, emoji, scripts without spaces. */
const HARD_WORDS = [
  'Құрметті әріптестер, қайырлы күн.',
  'Ұлы Дала – ғасырлар үні;',
  'Здравствуйте, коллеги!',
  'й қоспа \u0438\u0306 e\u0301',
  '👩🏽‍🚀 🇰🇿',
  'مرحبا بكم في المنتدى',
  'שלום',
  '各位代表，大家好。今天我们讨论水资源',
  '여러분 안녕하십니까',
  '"тырнақша" «ішкі „терең“ дәйек»',
  "қол'таңба",
  '-->',
  'a --> b',
  '<v Name>',
  '&amp; & &lt;',
  '*жұлдыз* _астын_ `код` ~~~',
  '# тақырып',
  '1. бірінші',
  '- тізім',
  '+ қосу',
  '===',
  '[сілтеме](x) ![y]',
  '[a]: b',
  'C:\\Users\\',
  '|a|b|',
  'https://example.org/a_b_c?d=1',
  'WEBVTT',
  'NOTE ескерту',
  '42',
  '[00:00:05]',
  'Сұрақ: неге?',
  '[00:01:00] Жауап: сол',
  'Есім (00:00:07): сөз',
  'ұзынсөз'.repeat(9),
] as const;

const hardText = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...HARD_WORDS) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
      ),
      fc.constantFrom(' ', ' ', '', '\n', '  ', '\n\n', '\r\n', '\t'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.flat().join(''));

const plainText = fc
  .array(fc.constantFrom('Өзен', 'шекараны', 'білмейді,', 'ал', 'дерек', 'ортақ.', 'Вода', 'river'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '));

const PLAIN_NAMES = [
  'Айгерім Бейсенова',
  'Ұлболсын Әлімқұлова',
  'Қ. Ғ. Өтегенұлы',
  'Eleanor O’Neil',
  'Ким Чен-ын',
  'ПРЕДСЕДАТЕЛЬ',
  'Speaker 1',
  '김 민준',
  'محمد علي',
] as const;
const HARD_NAMES = [
  'модератор',
  '<x> & "y"',
  'A --> B',
  '*Жұлдыз* _а_',
  'Бір · екі',
  'ескі  жаңа\nжол',
] as const;

export interface Shape {
  /** Text and names without anything that a format takes for its own. */
  readonly plain?: boolean;
  readonly timesSet?: boolean;
  readonly inOrder?: boolean;
  /** Times so near one another that turns overlap, and timestamps fall into them. */
  readonly crowded?: boolean;
}

const timeIn = ({ crowded = false }: Shape) => fc.integer({ min: 0, max: crowded ? 60_000 : 36_000_000 });

function content(shape: Shape): fc.Arbitrary<readonly Inline[]> {
  const { plain = false } = shape;
  const time = timeIn(shape);
  const text = (plain ? plainText : hardText).map((value): Inline => ({ type: 'text', text: value }));
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    { weight: 4, arbitrary: text },
    { weight: 1, arbitrary: time.map((atMs): Inline => ({ type: 'timestamp', atMs })) },
    { weight: 1, arbitrary: fc.constantFrom(...TAG_KINDS).map((tag): Inline => ({ type: 'tag', tag })) },
  );
  if (!plain) return fc.array(inline, { maxLength: 4 });
  return fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((parts) => joined(parts.flatMap((part, index) => (index > 0 ? [space, part] : [part]))));
}

const space: Inline = { type: 'text', text: ' ' };

/** Returns the content with texts that stand side by side made one. */
export function joined(parts: readonly Inline[]): readonly Inline[] {
  const whole: Inline[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (part.type === 'text' && last?.type === 'text')
      whole[whole.length - 1] = { type: 'text', text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}

function turn(shape: Shape, speakers: readonly Speaker[]): fc.Arbitrary<Turn> {
  const time = timeIn(shape);
  const timed = fc
    .tuple(time, fc.integer({ min: 1000, max: shape.crowded ? 20_000 : 120_000 }))
    .map(([startMs, lengthMs]) => ({
      startMs,
      endMs: startMs + lengthMs,
    }));
  const open = fc.oneof(
    timed,
    timed.map(({ startMs }) => ({ startMs, endMs: null })),
    timed.map(({ endMs }) => ({ startMs: null, endMs })),
    fc.constant({ startMs: null, endMs: null }),
    time.map((at) => ({ startMs: at, endMs: at })),
  );
  const ids = speakers.map(({ id }) => id);
  return fc
    .record({
      times: shape.timesSet ? timed : open,
      speakerId: fc.constantFrom(null, ...ids),
      status: fc.constantFrom(...TURN_STATUSES),
      content: content(shape),
    })
    .map(({ times, ...parts }) => createTurn({ ...times, ...parts }));
}

/** Returns documents of any kind, or of the shape asked for. */
export function documents(shape: Shape = {}): fc.Arbitrary<TranscriptDocument> {
  const names = fc.uniqueArray(
    fc.constantFrom<string>(...(shape.plain ? PLAIN_NAMES : [...PLAIN_NAMES, ...HARD_NAMES])),
    { maxLength: 4 },
  );
  return names.chain((list) => {
    const speakers = list.map(speakerNamed);
    return fc
      .record({
        title: shape.plain ? plainText : hardText,
        date: fc.constantFrom(null, '2025-10-16', '1999-01-31'),
        place: shape.plain ? plainText : hardText,
        turns: fc.array(turn(shape, speakers), { minLength: 1, maxLength: 8 }),
        picture: fc.constantFrom({}, { frameRate: 25 }, { frameRate: 30_000 / 1001 }),
      })
      .map(({ turns, picture, ...rest }) => ({
        ...rest,
        language: 'kk',
        media: { name: 'forum.mp4', durationMs: 36_000_000, sha256: 'a'.repeat(64), ...picture },
        speakers,
        turns: shape.inOrder ? spacedOut(turns) : turns,
      }));
  });
}

/** Returns the turns one after another, none over another. */
function spacedOut(turns: readonly Turn[]): readonly Turn[] {
  let at = 0;
  return turns.map((given) => {
    const lengthMs = (given.endMs ?? 0) - (given.startMs ?? 0);
    const placed = { ...given, startMs: at + 250, endMs: at + 250 + lengthMs };
    at = placed.endMs;
    return placed;
  });
}

/** Returns a speaker of the Kazakh directory. */
export function speakerNamed(name: string, colour = 0): Speaker {
  const id = newId<SpeakerId>();
  return {
    id,
    name: { kk: name },
    title: { kk: 'Төраға', ru: 'Председатель' },
    organisation: {},
    country: { en: 'Kazakhstan' },
    colour,
    mergedInto: null,
  };
}
