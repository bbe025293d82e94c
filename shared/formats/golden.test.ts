import { describe, expect, it } from 'vitest';
import { DEFAULT_EXPORT_OPTIONS, type ExportOptions } from './format.ts';
import { json } from './json.ts';
import { md } from './md.ts';
import { srt } from './srt.ts';
import { written } from './testing/expectations.ts';
import { SESSION } from './testing/session.ts';
import { txt } from './txt.ts';
import { vtt } from './vtt.ts';

const OPTIONS: ExportOptions = { ...DEFAULT_EXPORT_OPTIONS, language: 'kk' };
const BARE: ExportOptions = { ...OPTIONS, times: false, speakers: false, inlines: false };

describe('what is written, to the letter', () => {
  it.each([txt, md, srt, vtt, json])('$id', async (format) => {
    await expect(await written(format, SESSION, OPTIONS)).toMatchFileSnapshot(
      `fixtures/session.${format.id}`,
    );
  });

  it.each([txt, md, srt, vtt])('$id without times, speakers and inlines', async (format) => {
    await expect(await written(format, SESSION, BARE)).toMatchFileSnapshot(
      `fixtures/session-bare.${format.id}`,
    );
  });

  it('writes labels and names in the language asked for', async () => {
    const options: ExportOptions = { ...OPTIONS, language: 'ru', timeForm: 'h:mm:ss.mmm' };
    await expect(await written(md, SESSION, options)).toMatchFileSnapshot('fixtures/session-ru.md');
  });
});
