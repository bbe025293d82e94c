import type { Finding } from '../../shared/review/check.ts';
import { partFindings, type ReviewNotes } from '../../shared/review/review-notes.ts';
import { call } from '../api/client.ts';
import { type FindingPlace, showFindings, useFindings } from '../findings.ts';
import { ports, useSession } from '../session.ts';
import { tell } from '../ui/toast.tsx';
import { translateTo } from '../ui/use-translate.ts';
import { changeSettings } from './settings.ts';
import { turnsNow } from './watch-turns.ts';

const isAt = (place: FindingPlace) => (finding: Finding) =>
  finding.turnId === place.turnId && finding.check === place.check;

/** Puts the caret into the turn of a finding, and shows what is wrong with it. */
export function goToFinding({ turnId, check }: FindingPlace): void {
  useFindings.setState({ chosen: { turnId, check } });
  ports.editor?.goToTurn(turnId);
}

/** Goes to the next finding from where the caret is, or the previous; round at the ends. */
export async function goToNextFinding(direction: 'previous' | 'next'): Promise<void> {
  const { open, chosen } = useFindings.getState();
  const { language } = useSession.getState();
  const next = neighbour(open, chosen, direction);
  if (!next) return tell(translateTo(language)('review.noProblems'));
  await showFinding(next);
}

/** Goes to a finding with the list of all beside it; the caret is in the text. */
export async function showFinding(place: FindingPlace): Promise<void> {
  const { settings } = useSession.getState();
  if (!settings.panelVisible || settings.panelTab !== 'review')
    await changeSettings({ panelVisible: true, panelTab: 'review' });
  goToFinding(place);
}

function neighbour(
  open: readonly Finding[],
  chosen: FindingPlace | null,
  direction: 'previous' | 'next',
): Finding | undefined {
  const step = direction === 'next' ? 1 : -1;
  const { currentTurnId } = useSession.getState();
  const at = chosen?.turnId === currentTurnId ? open.findIndex(isAt(chosen)) : -1;
  if (at >= 0) return open[(at + step + open.length) % open.length];
  const places = new Map(turnsNow().map(({ id }, index) => [id, index]));
  const here = (currentTurnId && places.get(currentTurnId)) ?? -1;
  const placeOf = ({ turnId }: Finding) => places.get(turnId) ?? -1;
  return direction === 'next'
    ? (open.find((finding) => placeOf(finding) >= here) ?? open[0])
    : (open.filter((finding) => placeOf(finding) <= here).at(-1) ?? open.at(-1));
}

/** Makes the change that puts a finding right; it can be undone like any other. */
export function fixFinding(finding: Finding): void {
  if (finding.fix) ports.editor?.applyFix(finding.fix);
}

/** Lets a finding be for a reason, or no longer when `reason` is null. */
export async function ignoreFinding(place: FindingPlace, reason: string | null): Promise<void> {
  const transcriptId = useSession.getState().opened?.transcript.id;
  if (!transcriptId) return;
  const { turnId, check } = place;
  showNotes(await call('review.ignore', { transcriptId, turnId, check, reason }));
}

/** Takes what is kept beside the text as it is now. */
export function showNotes(notes: ReviewNotes): void {
  const { open, letBe } = useFindings.getState();
  useFindings.setState({ notes });
  showFindings(partFindings([...open, ...letBe.map(([finding]) => finding)], notes.ignored));
}
