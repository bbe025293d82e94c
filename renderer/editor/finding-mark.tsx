import type { TurnId } from '../../shared/model/ids.ts';
import { SEVERITIES } from '../../shared/review/check.ts';
import { useTurnFindings } from '../findings.ts';
import { keepCaret } from './keep-caret.ts';
import { useTurnContext } from './turn-context.ts';

/**
 * What the checks find in a turn: the gravest by name, and how many there are besides. Its shape is drawn by the style
 * sheet, since there can be thousands.
 */
export function FindingMark({ id }: { id: TurnId }) {
  const findings = useTurnFindings(id);
  const { labels, showFinding } = useTurnContext();
  const gravest = SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const [first] = gravest;
  if (!first) return null;
  const more = findings.length > 1 ? ` +${findings.length - 1}` : '';
  const all = gravest.map(({ check }) => labels.checks[check]).join(', ');
  return (
    <button
      type="button"
      tabIndex={-1}
      onMouseDown={keepCaret}
      className={`turn-finding turn-finding-${first.severity}`}
      aria-label={all}
      title={all}
      onClick={() => showFinding(first)}
    >
      <span className="turn-finding-name">
        {labels.checks[first.check]}
        {more}
      </span>
    </button>
  );
}
