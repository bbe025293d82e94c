import type { SpeakerId } from '../model/ids.ts';
import { namesOf, type Speaker } from '../model/speaker.ts';
import { nameSimilarity, SAME_NAME } from '../press/names/name-similarity.ts';
import { soundKey } from '../press/names/romanise.ts';

/** Somebody of the directory, and how like a name that was sought, 0 to 1. */
export interface Similar {
  readonly speaker: Speaker;
  readonly likeness: number;
}

/** Two entries of the directory that may be one person. */
export interface SimilarPair {
  readonly one: Speaker;
  readonly other: Speaker;
  readonly likeness: number;
}

/** The directory ready to be asked who is called like somebody. */
export interface NameIndex {
  /** Returns those of whom a name is as good as one of these, the likest first. */
  find(names: readonly string[]): readonly Similar[];
  /** Returns all pairs that may be one person, the likest first. */
  pairs(): readonly SimilarPair[];
}

/** Consonants that one script or the other writes for each other; v and f may be a vowel. */
const CLASSES: Readonly<Record<string, string>> = Object.fromEntries(
  ['kgh', 'sczj', 'pb', 'td', 'l', 'r', 'm', 'n'].flatMap((letters) =>
    [...letters].map((letter) => [letter, letters.slice(0, 1)]),
  ),
);
const skeleton = (sounds: string) => [...sounds].map((letter) => CLASSES[letter] ?? '').join('');

/** The consonants of a word that sounds this many letters long. */
interface Bones {
  readonly text: string;
  readonly length: number;
}

interface NameKeys {
  readonly wordCount: number;
  /** The consonants of each word, and of all of them as one word behind these. */
  readonly bones: readonly Bones[];
  /** What its words begin with, in classes of consonants. */
  readonly words: ReadonlySet<string>;
  readonly wholes: ReadonlySet<string>;
}

/** What names that are alike have in common: two of their words, or the whole written as one. An h may be mute. */
function keysOf(name: string): NameKeys {
  const sounds = (name.match(/[\p{L}\p{M}’']+/gu) ?? []).filter((word) => [...word].length > 1).map(soundKey);
  const both = (text: string) => [text, text.replaceAll('h', '')].map(skeleton);
  return {
    wordCount: sounds.length,
    bones: [...sounds, sounds.join('')].map((each) => ({
      text: skeleton(each.replaceAll('h', '')),
      length: each.length,
    })),
    words: new Set(sounds.flatMap((each) => both(each).map((key) => key.slice(0, 2)))),
    wholes: new Set(both(sounds.join('')).map((key) => key.slice(0, 4))),
  };
}

interface Entry extends Pick<NameKeys, 'wordCount' | 'bones'> {
  readonly speaker: Speaker;
  readonly name: string;
}

/** A little more than what likeness leaves for what differs, in consonants a letter. */
const ROOM = 1.05 - SAME_NAME;

/** What can be said at a glance: names whose consonants are too far apart are not worth a closer comparison. */
function mayBeAlike(
  a: Pick<NameKeys, 'wordCount' | 'bones'>,
  b: Pick<NameKeys, 'wordCount' | 'bones'>,
): boolean {
  const [wholeA, wholeB] = [a.bones.at(-1), b.bones.at(-1)];
  if (wholeA && wholeB && apart(wholeA, wholeB) <= ROOM) return true;
  const [fewer, more] = a.wordCount <= b.wordCount ? [a, b] : [b, a];
  let sum = 0;
  for (const word of fewer.bones.slice(0, -1)) {
    let nearest = 1;
    for (const other of more.bones.slice(0, -1)) nearest = Math.min(nearest, apart(word, other));
    sum += nearest;
    if (sum > ROOM * fewer.wordCount) return false;
  }
  return true;
}

/** How far two words are apart at least, 0 to 1. */
function apart(a: Bones, b: Bones): number {
  const length = Math.max(a.length, b.length, 1);
  if (Math.abs(a.text.length - b.text.length) / length > 0.4) return 1;
  return steps(a.text, b.text) / length;
}

/** Insertions, deletions and exchanges from one word to another. */
function steps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchange, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Returns an index of the speakers that nobody else stands for. Names in scripts without sounds are found when equal. */
export function indexNames(speakers: Iterable<Speaker>): NameIndex {
  const byWord = new Map<string, Entry[]>();
  const byWhole = new Map<string, Entry[]>();
  const exact = new Map<string, Speaker[]>();
  const all: Speaker[] = [];
  for (const speaker of speakers) {
    if (speaker.mergedInto !== null) continue;
    all.push(speaker);
    for (const name of namesOf(speaker)) {
      push(exact, foldedName(name), speaker);
      const { words, wholes, ...keys } = keysOf(name);
      const { wordCount } = keys;
      const entry = { speaker, name, ...keys };
      for (const word of words) push(byWord, word, entry);
      if (wordCount > 0) for (const whole of wholes) push(byWhole, whole, entry);
    }
  }

  const find = (names: readonly string[]): readonly Similar[] => {
    const best = new Map<SpeakerId, Similar>();
    const note = (speaker: Speaker, likeness: number) => {
      if (likeness > (best.get(speaker.id)?.likeness ?? 0)) best.set(speaker.id, { speaker, likeness });
    };
    for (const name of names) {
      for (const speaker of exact.get(foldedName(name)) ?? []) note(speaker, 1);
      const { words, wholes, ...keys } = keysOf(name);
      const { wordCount } = keys;
      if (wordCount === 0) continue;
      const shared = new Map<Entry, number>();
      for (const word of words)
        for (const entry of byWord.get(word) ?? []) shared.set(entry, (shared.get(entry) ?? 0) + 1);
      for (const whole of wholes) for (const entry of byWhole.get(whole) ?? []) shared.set(entry, 2);
      for (const [entry, count] of shared) {
        if (count < Math.min(2, wordCount, entry.wordCount)) continue;
        if (best.get(entry.speaker.id)?.likeness === 1 || !mayBeAlike(keys, entry)) continue;
        const likeness = nameSimilarity(name, entry.name);
        if (likeness >= SAME_NAME) note(entry.speaker, likeness);
      }
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness);
  };

  return {
    find,
    pairs: () => {
      const place = new Map(all.map(({ id }, index) => [id, index]));
      const found = all.flatMap((one, index) =>
        find(namesOf(one))
          .filter(({ speaker }) => (place.get(speaker.id) ?? 0) > index)
          .map(({ speaker, likeness }) => ({ one, other: speaker, likeness })),
      );
      return found.sort((a, b) => b.likeness - a.likeness);
    },
  };
}

/** Returns a name as it is compared where it must be the same: without capitals, ё, hyphens and double spaces. */
export function foldedName(name: string): string {
  const lower = name.normalize('NFC').toLocaleLowerCase('kk').replaceAll('ё', 'е');
  return lower.replace(/[-‑–.,\s]+/gu, ' ').trim();
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
