import { Link } from 'react-router';
import { t } from '~/messages';
import { Citation } from '~/ui/text/citation';
import { DateText, dayText } from '~/ui/text/date-text';
import { Facts, Section } from '~/ui/text/section';
import styles from './scales.module.css';
import { scaleStatusWord, shippedScale, type OwnScale } from './words';

/** What a version is, who made and adopted it, and which analyses rate by it. */
export function ScaleFacts({ scale }: { scale: OwnScale }) {
  return (
    <Section title={t('scales.facts')}>
      <Facts rows={[...peopleRows(scale), ...useRows(scale)]} />
      <p className={styles.note}>
        {t('scales.keepsVersion')} {t('scales.tailored')} <Citation text={t('scales.citation')} />
      </p>
    </Section>
  );
}

type Rows = Parameters<typeof Facts>[0]['rows'];

function peopleRows(scale: OwnScale): Rows {
  const { reason, basedOnPack, changes, createdBy, createdAt, proposedBy, proposedAt, returned } = scale;
  const { adoptedBy, adoptedOn, contentHash, ended } = scale;
  const since = changes && t('scales.versionOf', { number: changes.since.number });
  const rows: (Rows[number] | false | null)[] = [
    { name: t('scales.reason'), value: reason },
    { name: t('scales.basedOn'), value: (basedOnPack && shippedScale(basedOnPack)) ?? since },
    { name: t('scales.createdBy'), value: <ByAt name={createdBy.name} at={createdAt} /> },
    proposedBy && {
      name: t('scales.proposedBy'),
      value: <ByAt name={proposedBy.name} at={proposedAt} />,
    },
    returned && { name: t('scales.returnedBy'), value: returned.by.name },
    returned && { name: t('scales.returnNote'), value: returned.note },
    adoptedBy &&
      adoptedOn !== null && {
        name: t('scales.adopted'),
        value: t('scales.adoptedBy', { name: adoptedBy.name, on: dayText(adoptedOn) }),
      },
    contentHash !== null && {
      name: t('scales.hash'),
      value: <code className={styles.hash}>{contentHash}</code>,
    },
    ended && { name: t('scales.endedBy'), value: <ByAt name={ended.by.name} at={ended.at} /> },
    ended && ended.reason !== '' && { name: t('scales.endReason'), value: ended.reason },
  ];
  return rows.filter((row) => row !== null && row !== false);
}

function useRows({ analyses, versions }: OwnScale): Rows {
  return [
    {
      name: t('scales.inAnalyses'),
      value:
        analyses.length === 0 ? (
          t('scales.noAnalyses')
        ) : (
          <ul className={styles.plain}>
            {analyses.map(({ id, title, signed }) => (
              <li key={id}>
                <Link to={`/assessments/${id}`}>{title}</Link> (
                {signed ? t('scales.signedOne') : t('scales.openOne')})
              </li>
            ))}
          </ul>
        ),
    },
    {
      name: t('scales.otherVersions'),
      value: (
        <ul className={styles.plain}>
          {versions.map(({ id, number, status }) => (
            <li key={id}>
              <Link to={`/settings/risk-scales/${id}`}>{t('scales.versionOf', { number })}</Link>,{' '}
              {scaleStatusWord(status)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

function ByAt({ name, at }: { name: string; at: string | null }) {
  return (
    <>
      {name}, <DateText at={at} />
    </>
  );
}
