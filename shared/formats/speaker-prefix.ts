import { oneLine } from './inline-text.ts';

const MAX_LENGTH = 80;
const MAX_WORDS = 6;
/** Scripts without capitals give no other sign of a name than its shortness. */
const MAX_UNCASED_WORDS = 3;
const CAPITALISED = /^["«“(]?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}\p{N}.'’ʼ\-–()»”"]*$/u;
/** What may stand uncapitalised within a name: a number, a courtesy or a particle. */
const PARTICLE =
  /^(\p{N}+|г-н|г-жа|мырза|ханым|ұлы|қызы|оглы|оғлу|кызы|von|van|der|den|de|du|da|di|la|le|al|el|bin|bint|ibn)$/u;

/** Returns whether words before a colon are a speaker's name: capitalised throughout, short, no punctuation. */
export function isSpeakerName(words: string): boolean {
  const parts = words.split(' ');
  return (
    words.length <= MAX_LENGTH &&
    parts.length <= (/[\p{Lu}\p{Lt}]/u.test(words) ? MAX_WORDS : MAX_UNCASED_WORDS) &&
    parts.every((part) => CAPITALISED.test(part) || PARTICLE.test(part)) &&
    parts.some((part) => CAPITALISED.test(part))
  );
}

/** Returns the name and the words after it, for a line of the form `Name: words`; else null. */
export function splitSpeakerPrefix(line: string): { readonly name: string; readonly rest: string } | null {
  const match = /^([^:\n]{1,120}):(?:\s+|$)/.exec(line);
  if (!match) return null;
  const name = oneLine(match[1] ?? '');
  return isSpeakerName(name) ? { name, rest: line.slice(match[0].length) } : null;
}
