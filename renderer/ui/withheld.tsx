import { LockKeyhole, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { useTranslate } from './use-translate.ts';
import './withheld.css';

interface WithheldProps {
  /** How many spans are off the record or under embargo. */
  readonly count: number;
  readonly included: boolean;
  readonly onChange: (included: boolean) => void;
}

/** Says what stays out of the file, and lets it in after a second question; nothing where there is no such thing. */
export function Withheld({ count, included, onChange }: WithheldProps) {
  const t = useTranslate();
  const [asking, setAsking] = useState(false);
  if (count === 0) return null;
  const Icon = included ? TriangleAlert : LockKeyhole;
  return (
    <div className="withheld" data-included={included || undefined} role="status">
      <Icon size={14} aria-hidden />
      <p>{included ? t('export.withheldIn', { count }) : t('export.withheld', { count })}</p>
      {included ? (
        <Button onPress={() => onChange(false)}>{t('export.withheldLeaveOut')}</Button>
      ) : (
        <Button onPress={() => setAsking(true)}>{t('export.withheldInclude')}</Button>
      )}
      {asking ? (
        <Dialog
          title={t('export.withheldAsk')}
          width={440}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button autoFocus onPress={() => setAsking(false)}>
                {t('app.cancel')}
              </Button>
              <Button
                look="danger"
                onPress={() => {
                  setAsking(false);
                  onChange(true);
                }}
              >
                {t('export.withheldConfirm')}
              </Button>
            </>
          }
        >
          <p>{t('export.withheldAskText', { count })}</p>
        </Dialog>
      ) : null}
    </div>
  );
}
