import { basename, resolve } from 'node:path';
import { type ArticleText, readArticle } from '../../shared/press/read-article.ts';
import { loadTranscriptFile } from '../services/read-transcript-file.ts';
import { CommandFailure, type Context } from './command.ts';
import { readLanguage } from './convert.ts';

/** Standard input in place of a file. */
const STANDARD = '-';

/**
 * Reads the article that an operand names. An encoding that had to be assumed is told on the error stream; `language`
 * (BCP 47) decides which it is. Throws CommandFailure for what is no article.
 */
export async function readArticleFile(
  operand: string,
  language: string | null,
  { terminal, language: own, t }: Context,
): Promise<ArticleText> {
  const name = operand === STANDARD ? 'stdin' : basename(operand);
  const bytes = await (operand === STANDARD
    ? terminal.readInput()
    : loadTranscriptFile(resolve(terminal.folder, operand)));
  const article = await readArticle(bytes, readLanguage(language) ?? own);
  if (!article) throw new CommandFailure(t('cli.noArticle', { name }));
  if (article.assumedEncoding)
    terminal.tell(`${name}: ${t('cli.encodingAssumed', { encoding: article.assumedEncoding })}`);
  return article;
}
