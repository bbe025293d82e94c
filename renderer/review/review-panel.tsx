import { AudioLines, CircleCheck, FileCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import {
  Collection,
  GridList,
  GridListHeader,
  GridListItem,
  GridListSection,
  ListLayout,
  Virtualizer,
} from 'react-aria-components';
import { type Finding, SEVERITIES, type Severity } from '../../shared/review/check.ts';
import { checkTitle } from '../../shared/review/finding-text.ts';
import { openDialog } from '../actions/dialogs.ts';
import { goToFinding } from '../actions/findings.ts';
import { shownKeysOf } from '../commands/shown-keys.ts';
import { useFindings } from '../findings.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/field.tsx';
import { useFormats, useTranslate } from '../ui/use-translate.ts';
import { FindingRow, type RowFinding } from './finding-row.tsx';
import { IgnoreDialog } from './ignore-dialog.tsx';
import { ReviewProgress } from './review-progress.tsx';
import { SeverityIcon } from './severity-icon.tsx';
import './review.css';

/** CSS pixels: a row of three lines, and the line above a group. */
const LAYOUT = { estimatedRowHeight: 84, headingHeight: 30 };

type Shown = 'all' | Severity | 'letBe';

/** What the checks find in the open transcript, how far its review has come, and the ways to go on with it. */
export function ReviewPanel() {
  const t = useTranslate();
  const { number } = useFormats();
  const open = useFindings((state) => state.open);
  const letBe = useFindings((state) => state.letBe);
  const chosen = useFindings((state) => state.chosen);
  const settings = useSession((state) => state.settings);
  const isHeard = useSession(({ opened }) => opened !== null && (opened.mediaFound || opened.playsSmall));
  const [wanted, setWanted] = useState<Shown>('all');
  const [ignoring, setIgnoring] = useState<Finding | null>(null);
  const shown = wanted === 'letBe' && letBe.length === 0 ? 'all' : wanted;
  const groups = useMemo(() => groupFindings(open, letBe, shown), [open, letBe, shown]);
  const found = groups.flatMap(({ rows }) => rows);
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  const choices: readonly [Shown, string, number][] = [
    ['all', t('review.all'), open.length],
    ...SEVERITIES.map((severity): [Shown, string, number] => [
      severity,
      t(`review.severities.${severity}`),
      count(severity),
    ]),
    ['letBe', t('review.letBe'), letBe.length],
  ];
  const keys = shownKeysOf('nextProblem', settings);

  return (
    <section className="review" aria-label={t('app.panel.review')}>
      <ReviewProgress />
      <div className="review-ways">
        <Button isDisabled={!isHeard} onPress={() => openDialog('audit')}>
          <AudioLines size={14} strokeWidth={1.75} aria-hidden />
          {t('review.audit')}
        </Button>
        <Button onPress={() => openDialog('review-report')}>
          <FileCheck size={14} strokeWidth={1.75} aria-hidden />
          {t('review.report')}
        </Button>
      </div>
      <div className="review-filter">
        <Select
          label={t('review.show')}
          hideLabel
          value={shown}
          choices={choices.map(([value, label, many]) => ({
            value,
            label: t('review.counted', { label, count: number.format(many) }),
          }))}
          onChange={setWanted}
        />
        {keys && open.length > 0 ? <kbd>{keys}</kbd> : null}
      </div>
      {found.length === 0 ? (
        <div className="review-none">
          <CircleCheck size={28} strokeWidth={1.25} aria-hidden />
          <p>{open.length === 0 ? t('review.noProblems') : t('review.noneSuch')}</p>
        </div>
      ) : (
        <div className="review-scroll">
          <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
            <GridList
              className="review-list"
              aria-label={t('review.problems')}
              onAction={(key) => {
                const row = found.find(({ id }) => id === key);
                if (row) goToFinding(row.finding);
              }}
            >
              {groups.map(({ id, finding, rows }) => (
                <GridListSection key={id} id={id}>
                  <GridListHeader className="review-heading">
                    <SeverityIcon severity={finding.severity} />
                    {checkTitle(finding.check, t)}
                    <span className="time">{number.format(rows.length)}</span>
                  </GridListHeader>
                  <Collection items={rows} dependencies={[t, chosen]}>
                    {(row) => (
                      <GridListItem
                        id={row.id}
                        textValue={checkTitle(row.finding.check, t)}
                        className="review-row"
                        data-chosen={isChosen(row.finding, chosen) || undefined}
                      >
                        <FindingRow row={row} onIgnore={setIgnoring} />
                      </GridListItem>
                    )}
                  </Collection>
                </GridListSection>
              ))}
            </GridList>
          </Virtualizer>
        </div>
      )}
      <ChosenStatus />
      {ignoring ? <IgnoreDialog finding={ignoring} onClose={() => setIgnoring(null)} /> : null}
    </section>
  );
}

const isChosen = (finding: Finding, chosen: { turnId: string; check: string } | null) =>
  chosen?.turnId === finding.turnId && chosen.check === finding.check;

interface Group {
  readonly id: string;
  /** One of them, for all are of one check. */
  readonly finding: Finding;
  readonly rows: readonly RowFinding[];
}

/** Returns the findings to show by their checks, the gravest first. */
function groupFindings(
  open: readonly Finding[],
  letBe: ReturnType<typeof useFindings.getState>['letBe'],
  shown: Shown,
): readonly Group[] {
  const rows: readonly RowFinding[] =
    shown === 'letBe'
      ? letBe.map(([finding, ignored]) => ({ id: rowId(finding), finding, ignored }))
      : open
          .filter(({ severity }) => shown === 'all' || severity === shown)
          .map((finding) => ({ id: rowId(finding), finding, ignored: null }));
  const groups = new Map<string, RowFinding[]>();
  for (const row of rows) {
    const those = groups.get(row.finding.check);
    if (those) those.push(row);
    else groups.set(row.finding.check, [row]);
  }
  return [...groups]
    .flatMap(([id, those]) => (those[0] ? [{ id, finding: those[0].finding, rows: those }] : []))
    .sort((a, b) => SEVERITIES.indexOf(a.finding.severity) - SEVERITIES.indexOf(b.finding.severity));
}

const rowId = ({ check, turnId }: Finding) => `${check} ${turnId}`;

/** Says what was gone to, for those who do not see the list. */
function ChosenStatus() {
  const t = useTranslate();
  const chosen = useFindings((state) => state.chosen);
  return (
    <p role="status" className="visually-hidden">
      {chosen ? checkTitle(chosen.check, t) : ''}
    </p>
  );
}
