import { formatTime } from '../../model/time.ts';
import { encodeText } from '../encoding.ts';
import type { Format } from '../format.ts';
import { chapterList } from './chapter-list.ts';
import { CHAPTER_KEEPS } from './chapters.ts';

/** Podlove Simple Chapters as JSON (https://podlove.org/simple-chapters): a list of `start` and `title`. */
export const podlove: Format = {
  id: 'podlove',
  extensions: ['json'],
  labelKey: 'format.podlove',
  keeps: { ...CHAPTER_KEEPS, timeStepMs: 1 },
  options: ['speakers', 'language'],
  write: (document, options) => {
    const list = chapterList(document, options).map(({ startMs, title }) => ({
      start: formatTime(startMs, 'h:mm:ss.mmm'),
      title,
    }));
    return encodeText(`${JSON.stringify(list, null, 2)}\n`);
  },
};
