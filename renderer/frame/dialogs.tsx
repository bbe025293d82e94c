import { closeKinds } from '../actions/annotations.ts';
import { nextBundle } from '../actions/bundles.ts';
import { closeDialog } from '../actions/dialogs.ts';
import { nextTranscript } from '../actions/import-transcript.ts';
import { AnnotationDialog, KindsDialog } from '../annotations/index.ts';
import { BundleDialog, OpenBundleDialog, TakesDialog } from '../bundles/index.ts';
import { DelegateDialog, DuplicatesDialog, ImportDelegatesDialog, MergeDialog } from '../delegates/index.ts';
import { BatchDialog, ExportDialog } from '../export/index.ts';
import { CompareDialog, NameVersionDialog, VerifyDialog } from '../history/index.ts';
import { ImportDialog } from '../import/index.ts';
import { RecordingDetails } from '../library/index.ts';
import { ArticleFileDialog, ClipsDialog, ComposeDialog, QuoteDialog } from '../quotes/index.ts';
import { AuditView, ReportDialog } from '../review/index.ts';
import { useSession } from '../session.ts';
import { AuthorDialog, DevicesDialog, KeysDialog, SettingsDialog } from '../settings/index.ts';
import { TranslationDialog } from '../translation/index.ts';
import { AboutDialog } from './about-dialog.tsx';
import { BackupsDialog } from './backups-dialog.tsx';
import { GoToTimeDialog } from './go-to-time-dialog.tsx';
import { Palette } from './palette.tsx';

/** The dialog that is open, if any. */
export function Dialogs() {
  const dialog = useSession((state) => state.dialog);
  const opened = useSession((state) => state.opened);
  const article = useSession((state) => state.article);
  const transcriptFile = useSession((state) => state.transcriptFiles[0]);
  const bundled = useSession((state) => state.bundled);
  const bundleFile = useSession((state) => state.bundleFiles[0]);
  const delegate = useSession((state) => state.delegate);
  const delegateFile = useSession((state) => state.delegateFile);
  switch (dialog) {
    case 'delegate':
      return delegate ? <DelegateDialog key={delegate.id} speaker={delegate} onClose={closeDialog} /> : null;
    case 'merge-delegate':
      return delegate ? <MergeDialog key={delegate.id} speaker={delegate} onClose={closeDialog} /> : null;
    case 'duplicates':
      return <DuplicatesDialog onClose={closeDialog} />;
    case 'import-delegates':
      return delegateFile ? <ImportDelegatesDialog file={delegateFile} onClose={closeDialog} /> : null;
    case 'palette':
      return <Palette onClose={closeDialog} />;
    case 'go-to-time':
      return <GoToTimeDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'export-recordings':
      return <BatchDialog onClose={closeDialog} />;
    case 'import-transcript':
      return transcriptFile ? (
        <ImportDialog key={transcriptFile.grant} file={transcriptFile} onClose={nextTranscript} />
      ) : null;
    case 'export-bundle':
      return bundled ? <BundleDialog recording={bundled} onClose={closeDialog} /> : null;
    case 'split-takes':
      return bundled ? <TakesDialog recording={bundled} onClose={closeDialog} /> : null;
    case 'open-bundle':
      return bundleFile ? (
        <OpenBundleDialog key={bundleFile.grant} file={bundleFile} onClose={nextBundle} />
      ) : null;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'devices':
      return <DevicesDialog onClose={closeDialog} />;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'name-version':
      return <NameVersionDialog onClose={closeDialog} />;
    case 'compare-versions':
      return <CompareDialog onClose={closeDialog} />;
    case 'verify-history':
      return <VerifyDialog onClose={closeDialog} />;
    case 'backups':
      return <BackupsDialog onClose={closeDialog} />;
    case 'about':
      return <AboutDialog onClose={closeDialog} />;
    case 'recording-details':
      return opened ? <RecordingDetails recording={opened.recording} onClose={closeDialog} /> : null;
    case 'annotation':
      return <AnnotationDialog />;
    case 'annotation-kinds':
      return <KindsDialog onClose={closeKinds} />;
    case 'compose':
      return <ComposeDialog onClose={closeDialog} />;
    case 'clips':
      return <ClipsDialog onClose={closeDialog} />;
    case 'article-file':
      return article ? <ArticleFileDialog article={article} onClose={closeDialog} /> : null;
    case 'quote':
      return <QuoteDialog onClose={closeDialog} />;
    case 'translation':
      return <TranslationDialog onClose={closeDialog} />;
    case 'author':
      return <AuthorDialog />;
    case 'audit':
      return opened ? <AuditView opened={opened} onClose={closeDialog} /> : null;
    case 'review-report':
      return opened ? <ReportDialog transcriptId={opened.transcript.id} onClose={closeDialog} /> : null;
    default:
      return null;
  }
}
