import { useMemo } from 'react';
import type { ArticleMark, MarkedPerson } from '../../shared/model/article.ts';
import type { SpeakersById } from '../../shared/model/speaker.ts';
import { speakerAgreement } from '../../shared/press/match/verify-quotes.ts';
import { nameSimilarity, SAME_NAME } from '../../shared/press/names/name-similarity.ts';
import { useSession } from '../session.ts';
import { useArticle } from './article-state.ts';

export type NewPerson = MarkedPerson & { readonly name: string };

/** Returns the people whom an article introduces or quotes by name and the directory does not know, each once. */
export function newPeople(marks: readonly ArticleMark[], speakers: SpeakersById): readonly NewPerson[] {
  const known = [...speakers.values()];
  const found: NewPerson[] = [];
  for (const { who, state } of marks) {
    const name = who?.name;
    if (!who || !name || who.speakerId !== null || state === 'removed') continue;
    if (known.some((speaker) => speakerAgreement(name, speaker) === 'agrees')) continue;
    const at = found.findIndex((other) => nameSimilarity(other.name, name) >= SAME_NAME);
    const before = found[at];
    if (!before) found.push({ ...who, name });
    else if (before.title === null && who.title !== null) found[at] = { ...who, name: before.name };
  }
  return found;
}

/** Returns who of the open article is new to the directory. */
export function useNewPeople(): readonly NewPerson[] {
  const marks = useArticle((state) => state.marks);
  const speakers = useSession((state) => state.speakers);
  return useMemo(() => newPeople(marks, speakers), [marks, speakers]);
}
