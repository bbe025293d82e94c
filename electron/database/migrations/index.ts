import { library } from './0001-library.ts';
import { searchIndex } from './0002-search-index.ts';
import { revisions } from './0003-revisions.ts';
import { annotations } from './0004-annotations.ts';
import { review } from './0005-review.ts';
import { bundles } from './0006-bundles.ts';
import { annotationWords } from './0007-annotation-words.ts';
import { articles } from './0008-articles.ts';
import { quotes } from './0009-quotes.ts';
import { delegates } from './0010-delegates.ts';
import { merges } from './0011-merges.ts';
import { translations } from './0012-translations.ts';
import { speakersApart } from './0013-speakers-apart.ts';
import { mediaSetup } from './0014-media-setup.ts';
import type { Migration } from './migration.ts';

/** In the order in which they run. */
export const MIGRATIONS: readonly Migration[] = [
  library,
  searchIndex,
  revisions,
  annotations,
  review,
  bundles,
  annotationWords,
  articles,
  quotes,
  delegates,
  merges,
  translations,
  speakersApart,
  mediaSetup,
];
