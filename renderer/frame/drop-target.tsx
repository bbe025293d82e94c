import { type ReactNode, useState } from 'react';
import { importDropped } from '../actions/import-recordings.ts';
import { useTranslate } from '../ui/use-translate.ts';

const carriesFiles = (event: React.DragEvent) => event.dataTransfer.types.includes('Files');

/** The whole window takes files that are dropped on it. */
export function DropTarget({ children }: { children: ReactNode }) {
  const t = useTranslate();
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keyboard has the import command
    <div
      className="window"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!carriesFiles(event)) return;
        event.preventDefault();
        void importDropped([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? <div className="drop-here">{t('library.dropHere')}</div> : null}
    </div>
  );
}
