import { joinLines } from '../cue-markup.ts';
import { CueParts } from '../cue-parts.ts';
import type { ImportContext, ImportResult } from '../format.ts';
import { oneLine } from '../inline-text.ts';
import { languageTag } from '../language-tag.ts';
import { Reading } from '../reading.ts';
import type { Counting } from '../time-forms.ts';
import { childrenOf, descendantsOf, isElement, readXml, textOf, type XmlElement } from '../xml.ts';

import { BESIDE_ROLE } from './vocabulary.ts';

/** What an element has from those around it. Times are milliseconds of the media. */
interface Surroundings {
  readonly startMs: number;
  /** Null: nothing around it ends. */
  readonly endMs: number | null;
  /** Something around it gives a time. */
  readonly timed: boolean;
  readonly agents: readonly string[];
  readonly language: string;
  readonly preserve: boolean;
}

interface Walk {
  readonly reading: Reading;
  readonly parts: CueParts;
  readonly counting: Counting;
  readonly names: ReadonlyMap<string, string>;
}

/** Reads a TTML file of any profile; never throws. */
export function readTtml(bytes: Uint8Array, context: ImportContext): ImportResult {
  const reading = new Reading(bytes, context);
  const root = readXml(reading);
  if (root?.name !== 'tt') return reading.refused();
  const parts = new CueParts();
  const language = root.attributes.get('xml:lang') ?? '';
  const walk = { reading, parts, counting: countingOf(root), names: agentNames(root) };
  for (const body of childrenOf(root, 'body'))
    walkElement(walk, body, {
      startMs: 0,
      endMs: null,
      timed: false,
      agents: [],
      language,
      preserve: root.attributes.get('xml:space') === 'preserve',
    });
  parts.addTo(reading);
  const [head] = childrenOf(root, 'head');
  const [title] = head ? descendantsOf(head, 'title') : [];
  const tag = languageTag(language);
  return reading.result({
    ...(title && oneLine(textOf(title)) !== '' ? { title: oneLine(textOf(title)) } : {}),
    ...(tag === null ? {} : { language: tag }),
  });
}

/** Returns how the file counts frames and ticks (TTML2 §7.2); without a word of it there are 30 frames in a second. */
function countingOf({ attributes }: XmlElement): Counting {
  const number = (name: string) => {
    const value = Number(attributes.get(name) ?? Number.NaN);
    return value > 0 && Number.isFinite(value) ? value : null;
  };
  const [, over, under] = /^\s*(\d+)[\s:]+(\d+)\s*$/.exec(attributes.get('frameRateMultiplier') ?? '') ?? [];
  const multiplier = Number(over) > 0 && Number(under) > 0 ? Number(over) / Number(under) : 1;
  const frameRate = (number('frameRate') ?? 30) * multiplier;
  const ticks = number('tickRate') ?? (number('frameRate') ? frameRate * (number('subFrameRate') ?? 1) : 1);
  return { frameRate, tickRate: ticks };
}

/** Returns the agents' names by their identifiers; a character without one goes by that of its actor. */
function agentNames(root: XmlElement): ReadonlyMap<string, string> {
  const agents = descendantsOf(root, 'agent').flatMap((agent) => {
    const id = agent.attributes.get('xml:id');
    return id === undefined ? [] : [[id, agent] as const];
  });
  const byId = new Map(agents);
  const nameOf = (agent: XmlElement | undefined): string => {
    const names = agent ? childrenOf(agent, 'name') : [];
    const ofType = (type: string) => names.find(({ attributes }) => attributes.get('type') === type);
    const parts = [ofType('given'), ofType('family')].flatMap((name) => (name ? [textOf(name)] : []));
    const whole =
      ofType('full') ?? ofType('alias') ?? names.find(({ attributes }) => !attributes.has('type'));
    return oneLine(whole ? textOf(whole) : parts.join(' '));
  };
  return new Map(
    agents.map(([id, agent]) => {
      const actor = childrenOf(agent, 'actor')[0]?.attributes.get('agent') ?? '';
      return [id, nameOf(agent) || nameOf(byId.get(actor)) || id];
    }),
  );
}

function walkElement(walk: Walk, element: XmlElement, around: Surroundings): void {
  const here = surroundingsOf(walk, element, around);
  if (element.name === 'p') {
    addParagraph(walk, element, here);
    return;
  }
  const inSequence = element.attributes.get('timeContainer') === 'seq';
  const languageOf = ({ attributes }: XmlElement) => attributes.get('xml:lang') ?? here.language;
  // Beside a paragraph that shares its times, one in another language is its translation, as in DAPT.
  const hasOriginal = childrenOf(element, 'p').some((each) => languageOf(each) === around.language);
  let startMs = here.startMs;
  for (const child of element.children) {
    if (!isElement(child) || !/^(div|p)$/.test(child.name)) continue;
    const timed = inSequence || child.attributes.has('begin');
    if (child.name === 'p' && !timed && hasOriginal && languageOf(child) !== around.language) {
      walk.reading.warnOnce('not-kept', child.line, `xml:lang="${languageOf(child)}"`);
      continue;
    }
    const from = { ...here, startMs: inSequence ? startMs : here.startMs };
    walkElement(walk, child, from);
    if (inSequence) startMs = surroundingsOf(walk, child, from).endMs ?? startMs;
  }
}

/** Returns what an element hands to those within it. Its times count from the start of the element around it. */
function surroundingsOf(
  { reading, counting }: Walk,
  element: XmlElement,
  around: Surroundings,
): Surroundings {
  const { attributes, line } = element;
  const time = (name: string) => {
    const written = attributes.get(name);
    if (written === undefined) return null;
    const ms = reading.time(written, counting);
    if (ms === null) reading.warnOnce('bad-time', line, written);
    return ms;
  };
  const begin = time('begin');
  const end = time('end');
  const duration = time('dur');
  const startMs = around.startMs + (begin ?? 0);
  const ends = [
    end === null ? null : around.startMs + end,
    duration === null ? null : startMs + duration,
    around.endMs,
  ].filter((ms) => ms !== null);
  const space = attributes.get('xml:space');
  return {
    startMs,
    endMs: ends.length > 0 ? Math.min(...ends) : null,
    timed: around.timed || begin !== null,
    agents: attributes.get('agent')?.trim().split(/\s+/) ?? around.agents,
    language: attributes.get('xml:lang') ?? around.language,
    preserve: space === undefined ? around.preserve : space === 'preserve',
  };
}

function addParagraph(walk: Walk, paragraph: XmlElement, here: Surroundings): void {
  const { reading, parts, names } = walk;
  const spans = descendantsOf(paragraph, 'span').map((span) => surroundingsOf(walk, span, here));
  const within = here.timed ? [] : spans.filter(({ timed }) => timed);
  const [agent, ...others] = here.agents.length > 0 ? here.agents : spans.flatMap(({ agents }) => agents);
  if (others.some((other) => other !== agent)) reading.warnOnce('not-kept', paragraph.line, others.join(' '));
  const firstMs = within.reduce((first, { startMs }) => Math.min(first, startMs), Number.POSITIVE_INFINITY);
  const lastMs = within.reduce((last, { endMs }) => Math.max(last, endMs ?? 0), 0);
  const id = paragraph.attributes.get('xml:id') ?? '';
  parts.add(
    {
      speaker: agent === undefined ? null : (names.get(agent) ?? agent),
      startMs: within.length > 0 ? firstMs : here.timed ? here.startMs : null,
      endMs: within.length > 0 ? lastMs || null : here.endMs,
      text: joinLines(shownText(reading, paragraph, here.preserve).split('\n')),
      line: paragraph.line,
    },
    /^turn\d+-\d+$/.test(id) ? id : '',
  );
}

/** Returns what a paragraph shows, `\n` for its breaks; how it looks is noted and left out. */
function shownText(reading: Reading, element: XmlElement, preserve: boolean): string {
  return element.children
    .map((child) => {
      if (!isElement(child)) return preserve ? child : child.replace(/\s+/g, ' ');
      if (child.name === 'br') return '\n';
      if (child.name !== 'span') return '';
      if (child.attributes.get('role') === BESIDE_ROLE) {
        reading.warnOnce('not-kept', child.line, `xml:lang="${child.attributes.get('xml:lang') ?? ''}"`);
        return '';
      }
      const styled = [...child.attributes.keys()].find((name) => !PLAIN_ATTRIBUTES.has(name));
      if (styled !== undefined) reading.warnOnce('unknown-markup', child.line, styled);
      return shownText(reading, child, preserve);
    })
    .join('');
}

const PLAIN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'xml:id',
  'xml:space',
  'xml:lang',
  'agent',
  'begin',
  'end',
  'dur',
]);
