import { basename, resolve } from 'node:path';
import { type Language, localText } from '../../shared/model/language.ts';
import { type Speaker, speakerOn } from '../../shared/model/speaker.ts';
import { formatTime } from '../../shared/model/time.ts';
import { readMarks } from '../../shared/press/article-marks.ts';
import { findQuotes, type Quote } from '../../shared/press/find-quotes.ts';
import { isSound } from '../../shared/press/match/verify-marks.ts';
import { quoteVerifier, type VerifiedQuote } from '../../shared/press/match/verify-quotes.ts';
import { makeEvidence, writeEvidence } from '../services/press/evidence.ts';
import { recordingTracks } from '../services/recording-tracks.ts';
import { readArguments, UsageError } from './arguments.ts';
import { chooseRecordings } from './choose-recordings.ts';
import { type Command, type Context, EXIT } from './command.ts';
import { excerpt } from './find-quotes.ts';
import { rows } from './help.ts';
import { LIBRARY_OPTIONS, withLibrary } from './open-library.ts';
import { readArticleFile } from './read-article-file.ts';

interface Checked {
  readonly quote: Quote;
  readonly verified: VerifiedQuote;
}

/** `minber verify`: whether what an article quotes was said in a recording, where and by whom. */
export const verify: Command = {
  name: 'verify',
  synopsis: '[--library FILE] --recording R [--language TAG] [--json] [--report FILE] ARTICLE',
  options: ['library', 'user-data-dir', 'recording', 'language', 'json', 'report'],
  formats: false,
  run: async (words, context) => {
    const { flags, values, operands } = readArguments(words, {
      flags: ['json'],
      values: [...LIBRARY_OPTIONS, 'recording', 'language', 'report'],
      lists: [],
    });
    const [operand] = operands;
    const { recording: name } = values;
    if (operand === undefined || operands.length > 1) throw new UsageError('operands', verify.synopsis);
    if (name === null) throw new UsageError('needed', '--recording');
    const article = await readArticleFile(operand, values.language, context);
    const { quotes } = findQuotes(article);
    const found = await withLibrary(context, values, { make: false }, async (app) => {
      const [chosen] = await chooseRecordings(app, [name], context);
      if (!chosen) return null;
      const tracks = recordingTracks(app, chosen.id);
      if (values.report !== null) {
        const content = { text: article.text, marks: readMarks(article) };
        const title = operand === '-' ? 'stdin' : basename(operand);
        const path = resolve(context.terminal.folder, values.report);
        await writeEvidence(app, makeEvidence(app, { title, ...content }, [tracks]), context.language, path);
      }
      return tracks;
    });
    if (!found) throw new UsageError('needed', '--recording');
    const seek = quoteVerifier(found.tracks, found.speakers);
    const checked = quotes.map((quote) => ({ quote, verified: seek(quote) }));
    const { recording, transcripts } = found;
    if (flags.json) {
      const { id, title, media } = recording;
      const about = { id, title, mediaSha256: media.sha256 };
      const report = {
        recording: about,
        transcripts,
        quotes: checked.map((each) => described(each, recording.date)),
      };
      context.terminal.write(`${JSON.stringify(report, null, 2)}\n`);
    } else tell(checked, context);
    return checked.every(({ verified }) => isSound(verified)) ? EXIT.done : EXIT.failed;
  },
};

/** What other programs are told of a quotation; see docs/command-line.md, which promises these names. */
function described({ quote, verified }: Checked, date: string | null) {
  const { verdict, evidence, flags, speaker, agreement, withheld } = verified;
  const { text, start, end, spans, kind, verb, speaker: named } = quote;
  return {
    text,
    start,
    end,
    spans,
    kind,
    verb,
    speaker: named,
    verdict,
    agreement,
    withheld,
    flags,
    evidence: evidence && {
      ...evidence,
      speaker: speaker && { id: speaker.id, ...namesOf(speakerOn(speaker, date)) },
    },
  };
}

const namesOf = ({ name, title, organisation, country }: Speaker) => ({ name, title, organisation, country });

function tell(checked: readonly Checked[], { terminal, language, t }: Context): void {
  if (checked.length === 0) terminal.tell(t('cli.noQuotes'));
  const lines = checked.flatMap(({ quote, verified }) => {
    const { verdict, evidence, speaker, agreement, flags, withheld } = verified;
    const time = evidence?.startMs ?? null;
    const row = [
      t(`cli.verdict.${verdict}`),
      time === null ? '-' : formatTime(time),
      quote.speaker.name ?? '-',
      excerpt(quote.text),
    ];
    const notes = [
      ...(withheld ? [t('cli.offTheRecord')] : []),
      ...(agreement === 'differs' ? [t('cli.saidBy', { name: speakerName(speaker, language) })] : []),
      ...flags.map(({ quoted, said }) =>
        t(said === null ? 'cli.notSaid' : 'cli.saidOtherwise', { quoted, said: said ?? '' }),
      ),
    ];
    return [{ row, notes }];
  });
  rows(lines.map(({ row }) => row)).forEach((row, index) => {
    terminal.write(`${row}\n`);
    for (const note of lines[index]?.notes ?? []) terminal.write(`    ${note}\n`);
  });
}

const speakerName = (speaker: Speaker | null, language: Language) =>
  speaker ? localText(speaker.name, language) : '-';
