import { Button } from '@mantine/core';
import { Form, Link } from 'react-router';
import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import { ConfirmDialog } from '~/ui/feedback/confirm-dialog';
import { CsrfField } from '~/ui/form/csrf-field';
import { TextAreaField } from '~/ui/form/fields';
import type { Column } from '~/ui/table/data-table';
import { Citation } from '~/ui/text/citation';
import { StatusBadge } from '~/ui/text/status-badge';
import styles from './finding-columns.module.css';
import type { Assessment } from './use-assessment';
import { FINDING_TONE, STANDING_TONE, findingSourceWord, findingStatusWord, standingWord } from './words';

export type Finding = Reply<'/api/v1/assessments/{id}/findings', 'get'>['items'][number];

interface FindingTools {
  assessment: Assessment;
  mayWork: boolean;
  mayRate: boolean;
}

export function findingColumns(tools: FindingTools): Column<Finding>[] {
  return [
    { key: 'title', header: t('assessments.finding'), cell: (finding) => <FindingText finding={finding} /> },
    {
      key: 'standing',
      header: t('assessments.standing'),
      nowrap: true,
      cell: ({ standing }) => (
        <StatusBadge tone={STANDING_TONE[standing]}>{standingWord(standing)}</StatusBadge>
      ),
    },
    {
      key: 'source',
      header: t('assessments.source'),
      cell: (finding) => <Source finding={finding} assessment={tools.assessment} />,
    },
    {
      key: 'status',
      header: t('assessments.status'),
      cell: (finding) => (
        <span className={styles.status}>
          <StatusBadge tone={FINDING_TONE[finding.status]}>{findingStatusWord(finding.status)}</StatusBadge>
          <Became finding={finding} />
        </span>
      ),
    },
    {
      key: 'tools',
      header: t('actions.more'),
      hideHeader: true,
      cell: (finding) => <Tools finding={finding} {...tools} />,
    },
  ];
}

function FindingText({ finding }: { finding: Finding }) {
  return (
    <div className={styles.text}>
      <strong>{finding.title}</strong>
      {finding.detail && <p>{finding.detail}</p>}
      {finding.statusReason && (
        <p className={styles.reason}>{`${t('assessments.reason')}: ${finding.statusReason}`}</p>
      )}
      <Citations citations={finding.citations} />
    </div>
  );
}

function Citations({ citations }: { citations: string[] }) {
  return (
    <span className={styles.rules}>
      {citations.map((citation) => (
        <Citation key={citation} text={citation} />
      ))}
    </span>
  );
}

function Source({ finding, assessment }: { finding: Finding; assessment: Assessment }) {
  const word = findingSourceWord(finding.source);
  if (finding.question) {
    return (
      <Link
        to={`/assessments/${assessment.id}/questions/${finding.question.sectionId}#${finding.question.id}`}
      >
        {finding.question.id}
      </Link>
    );
  }
  if (finding.dataFlow)
    return <Link to={`/inventory/flows/${finding.dataFlow.id}`}>{finding.dataFlow.name}</Link>;
  if (finding.asset) {
    return (
      <Link to={`/inventory/vulnerabilities?assetId=${finding.asset.id}&status=open`}>
        {t('assessments.scanOf', { asset: finding.asset.name })}
      </Link>
    );
  }
  return <>{word}</>;
}

function Became({ finding: { risk, actions } }: { finding: Finding }) {
  return (
    <span className={styles.status}>
      {risk && (
        <Link to={`/risks/${risk.id}`} title={risk.title}>
          {t('risks.numberOf', { number: String(risk.number) })}
        </Link>
      )}
      {actions > 0 && <span>{t('assessments.actionsCount', { count: actions })}</span>}
    </span>
  );
}

/** From a finding on: make it a risk, plan the fix, or say why it is none. */
function Tools({ finding, assessment, mayWork, mayRate }: FindingTools & { finding: Finding }) {
  // Where the register has moved on, nobody would look at a new risk or action.
  const mayAdd = mayRate && !assessment.carriedOnTo;
  const fields = { findingId: finding.id, version: finding.version };
  const isOpen = finding.status === 'open';
  if (!mayWork && !mayAdd) return null;
  return (
    <div className={styles.tools}>
      {isOpen && mayAdd && !finding.risk && (
        <Press intent="risk" fields={fields} label={t('assessments.makeRisk')} />
      )}
      {isOpen && mayAdd && (
        <Link to={`/plan/new?findingId=${finding.id}`}>{t('assessments.planAction')}</Link>
      )}
      {isOpen && mayWork && (
        <ConfirmDialog
          label={t('assessments.dismiss')}
          title={t('assessments.dismissTitle')}
          consequence={t('assessments.dismissConsequence')}
          confirmLabel={t('assessments.dismissConfirm')}
          variant="subtle"
          size="xs"
          fields={{ ...fields, intent: 'dismiss' }}
        >
          <TextAreaField name="reason" label={t('assessments.reason')} rows={2} maxLength={2_000} required />
        </ConfirmDialog>
      )}
      {finding.status === 'dismissed' && mayWork && (
        <Press intent="reopen" fields={fields} label={t('assessments.reopen')} />
      )}
    </div>
  );
}

function Press({
  intent,
  fields,
  label,
}: {
  intent: string;
  fields: Record<string, string | number>;
  label: string;
}) {
  return (
    <Form method="post">
      <CsrfField />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" name="intent" value={intent} variant="default" size="xs">
        {label}
      </Button>
    </Form>
  );
}
