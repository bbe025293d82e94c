import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Range } from 'slate';
import type { TurnId } from '../../../shared/model/ids.ts';
import type { Turn } from '../../../shared/model/turn.ts';
import type { OpenTranscript } from '../open-transcript.ts';
import { turnElements } from '../slate-turns.ts';
import { byPlace, type PlacedMatch } from '../verbs/replace-matches.ts';
import {
  type Answer,
  createFindClient,
  type FindClient,
  type Matches,
  type Question,
} from './find-client.ts';
import { createPainter, type Painter } from './paint-matches.ts';
import { edgesOf, placeOf, spansUnder } from './pieces.ts';

/** A place in the text from which on the next match counts as the current one. */
interface Place {
  readonly turnId: TurnId;
  readonly piece: number;
  readonly start: number;
}

export interface FoundMatches {
  readonly matches: readonly PlacedMatch[];
  /** The place of the current one among them; null when there is none. */
  readonly current: number | null;
  readonly failure: 'bad-pattern' | 'too-slow' | null;
  /** Makes the next or the one before the current match, and shows it. */
  step(delta: 1 | -1): void;
  /** Resolves with the matches once they are those of the present text. */
  fresh(): Promise<readonly PlacedMatch[]>;
  /** Lets the search go on behind this place. */
  goOnFrom(place: Place): void;
}

const FRESH_WITHIN_MS = 2000;
const LOOK_EVERY_MS = 25;

interface Found {
  readonly answer: Answer;
  readonly turns: readonly Turn[];
}

/** Returns the matches in an open transcript as it is edited, marked in its text and on the strip. */
export function useMatches(
  transcript: OpenTranscript,
  question: Question,
  scroller: RefObject<HTMLElement | null>,
  strip: RefObject<HTMLCanvasElement | null>,
): FoundMatches {
  const { slate } = transcript;
  const [found, setFound] = useState<Found | null>(null);
  const [place, setPlace] = useState<Place | null>(() => caretPlace(transcript));
  const client = useRef<FindClient>(null);
  const painter = useRef<Painter>(null);
  const latest = useRef<Found | null>(null);
  const showNext = useRef(false);

  useEffect(() => {
    const asked = createFindClient((answer, turns) => {
      latest.current = { answer, turns };
      setFound(latest.current);
    });
    client.current = asked;
    return asked.dispose;
  }, []);

  useEffect(() => {
    showNext.current = true;
    client.current?.ask(question, transcript.turns());
    return transcript.subscribe((turns) => client.current?.ask(question, turns));
  }, [question, transcript]);

  useEffect(() => {
    if (!scroller.current || !strip.current) return;
    const made = createPainter(slate, scroller.current, strip.current);
    painter.current = made;
    return made.stop;
  }, [slate, scroller, strip]);

  const matches = useMemo(() => (found ? placed(found) : []), [found]);
  const current = useMemo(() => placeAmong(matches, place, found?.turns ?? []), [matches, place, found]);

  const show = useCallback(
    (target: PlacedMatch | undefined) => {
      const turn = target && turnElements(slate)[target.index];
      const edges = turn && edgesOf(spansUnder(turn, target.index, target.match));
      if (edges) transcript.showRange(edges);
    },
    [slate, transcript],
  );

  useEffect(() => {
    painter.current?.show(matches, current, found?.turns ?? []);
    if (!showNext.current || !found) return;
    showNext.current = false;
    if (current !== null) show(matches[current]);
  }, [matches, current, found, show]);

  return {
    matches,
    current,
    failure: found && found.answer.kind !== 'found' ? found.answer.kind : null,
    step(delta) {
      if (current === null) return;
      const next = matches[(current + delta + matches.length) % matches.length];
      const turn = next && found?.turns[next.index];
      if (!turn) return;
      setPlace({ turnId: turn.id, piece: next.match.piece, start: next.match.start });
      show(next);
    },
    async fresh() {
      const until = performance.now() + FRESH_WITHIN_MS;
      while (latest.current?.turns !== transcript.turns() && performance.now() < until)
        await new Promise((go) => setTimeout(go, LOOK_EVERY_MS));
      return latest.current?.turns === transcript.turns() ? placed(latest.current) : [];
    },
    goOnFrom(next) {
      showNext.current = true;
      setPlace(next);
    },
  };
}

function placed({ answer, turns }: Found): readonly PlacedMatch[] {
  const matches: Matches = answer.kind === 'found' ? answer.matches : new Map();
  if (matches.size === 0) return [];
  return turns.flatMap(({ id }, index) => (matches.get(id) ?? []).map((match) => ({ index, match })));
}

/** Returns which match comes first from the place on, the first of all behind the last. */
function placeAmong(
  matches: readonly PlacedMatch[],
  place: Place | null,
  turns: readonly Turn[],
): number | null {
  if (matches.length === 0) return null;
  const index = place ? turns.findIndex(({ id }) => id === place.turnId) : -1;
  if (!place || index < 0) return 0;
  const from: PlacedMatch = { index, match: { ...place, end: place.start, replacement: '' } };
  const next = matches.findIndex((candidate) => byPlace(candidate, from) >= 0);
  return next < 0 ? 0 : next;
}

/** Returns where the selection begins. */
function caretPlace({ slate }: OpenTranscript): Place | null {
  if (!slate.selection) return null;
  const point = Range.start(slate.selection);
  const turn = turnElements(slate)[point.path[0] ?? 0];
  if (!turn) return null;
  const { piece, offset } = placeOf(turn, point);
  return { turnId: turn.id, piece, start: offset };
}
