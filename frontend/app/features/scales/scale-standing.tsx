import { t } from '~/messages';
import { Section } from '~/ui/text/section';
import styles from './scales.module.css';
import { problemWords, type OwnScale } from './words';

/** What keeps a draft from being proposed, and what is worth a second look. */
export function ScaleStanding({ scale }: { scale: OwnScale }) {
  const { problems, warnings, status, reason } = scale;
  const missing = [
    ...(status === 'draft' && reason === '' ? [t('scales.reasonMissing')] : []),
    ...problems.map(problemWords),
  ];
  return (
    <>
      {status === 'draft' && missing.length === 0 && <p className={styles.note}>{t('scales.whole')}</p>}
      {missing.length > 0 && (
        <Section title={t('scales.problemsTitle', { count: missing.length })}>
          <Lines lines={missing} />
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={t('scales.warningsTitle')}>
          <Lines lines={warnings} />
        </Section>
      )}
    </>
  );
}

/** Against the version before. */
export function ScaleChanges({ changes }: { changes: OwnScale['changes'] }) {
  if (!changes) return null;
  const { since, rows, cells } = changes;
  const { number } = since;
  return (
    <Section title={t('scales.changesTitle', { number })}>
      {rows.length + cells.length === 0 && <p>{t('scales.changesNone', { number })}</p>}
      <Lines lines={rows.map(rowWords)} />
      {cells.length > 0 && (
        <>
          <h3>{t('scales.changedCells')}</h3>
          <Lines
            lines={cells.map(({ from, to, ...cell }) =>
              t('scales.cellChange', {
                ...cell,
                from: from || t('scales.noLevel'),
                to: to || t('scales.noLevel'),
              }),
            )}
          />
        </>
      )}
    </Section>
  );
}

type RowChange = NonNullable<OwnScale['changes']>['rows'][number];

function rowWords({ part, change, label, earlierLabel, fields }: RowChange): string {
  const named = { part: t(`scales.part_${part}`), label };
  if (change !== 'changed') return t(`scales.change_${change}`, named);
  const which = fields.map(fieldWord).join(', ');
  return earlierLabel === null
    ? t('scales.change_changed', { ...named, fields: which })
    : t('scales.change_renamed', { ...named, earlier: earlierLabel, fields: which });
}

const FIELDS = ['label', 'meaning', 'everyday', 'responseGuide'] as const;

function fieldWord(field: string): string {
  const known = FIELDS.find((name) => name === field);
  return known ? t(`scales.field_${known}`) : field;
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
