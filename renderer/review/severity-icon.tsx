import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../shared/review/check.ts';
import { useTranslate } from '../ui/use-translate.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, notice: Info } as const;

/** How grave a finding is: a shape and a name, beside the colour. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const t = useTranslate();
  const Icon = ICONS[severity];
  return (
    <Icon
      size={14}
      strokeWidth={2}
      className={`severity severity-${severity}`}
      role="img"
      aria-label={t(`review.severity.${severity}`)}
    />
  );
}
