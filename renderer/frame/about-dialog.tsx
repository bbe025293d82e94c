import { useSession } from '../session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useTranslate } from '../ui/use-translate.ts';

/** What this program is, which version, and where the library lies. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const version = useSession((state) => state.version);
  const libraryPath = useSession((state) => state.libraryPath);
  return (
    <Dialog title={t('app.name')} onClose={onClose}>
      <div className="about">
        <p>{t('app.aboutText')}</p>
        <p className="quiet">{t('app.version', { version })}</p>
        <p className="quiet selectable">{t('app.libraryAt', { path: libraryPath })}</p>
      </div>
    </Dialog>
  );
}
