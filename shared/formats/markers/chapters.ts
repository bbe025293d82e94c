import { formatTime } from '../../model/time.ts';
import { encodeText } from '../encoding.ts';
import type { Format, FormatKeeps } from '../format.ts';
import { chapterList } from './chapter-list.ts';

/** Chapters say who begins when, and with what words. */
export const CHAPTER_KEEPS: FormatKeeps = {
  turnStart: true,
  turnEnd: false,
  wholeTurns: false,
  firstWordsOnly: true,
  speakerName: true,
  speakerDetails: false,
  status: false,
  timestamps: false,
  tags: false,
  recordingData: false,
  timeStepMs: 1000,
};

/**
 * Chapters for the description of a video (https://support.google.com/youtube/answer/9884579): `0:00 Title` a line,
 * the first at the start, none under ten seconds, no angle brackets, which a description cannot have.
 */
export const chapters: Format = {
  id: 'chapters',
  extensions: ['txt'],
  labelKey: 'format.chapters',
  keeps: CHAPTER_KEEPS,
  options: ['speakers', 'language'],
  write: (document, options) => {
    const lines = chapterList(document, options).map(
      ({ startMs, title }) => `${clock(startMs)} ${title.replaceAll('<', '‹').replaceAll('>', '›')}\n`,
    );
    return encodeText(lines.join(''));
  },
};

/** `0:00`, `12:03`, `1:02:03`. */
const clock = (ms: number) => formatTime(ms, ms < 3_600_000 ? 'mm:ss' : 'h:mm:ss').replace(/^0(?=\d)/, '');
