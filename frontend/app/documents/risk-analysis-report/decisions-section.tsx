import { riskNumber } from '~/features/risks/words';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { day, momentDay, number as grouped } from '../format';
import { DrawnTable } from '../drawn/drawn-table';
import { DocumentSection } from '../parts/document-section';
import { Heading, Nothing } from '../parts/headings';
import { word } from '../words';
import type { SectionProps } from '../document-part';
import { acceptedByNobody } from './accepted-by-nobody';
import { turnedDownTogether } from './turned-down';

const TREATMENTS = ['mitigate', 'transfer', 'avoid', 'accept'] as const;

export function DecisionsSection({ report, frame, id, number, title }: SectionProps) {
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title} lead={t('documents.decisionsLead')}>
      <Treatments risks={report.risks} />
      <Heading>{t('documents.reasoned')}</Heading>
      <Reasoned risks={report.risks} />
      <Heading>{t('documents.accepted')}</Heading>
      <Accepted acceptances={report.acceptances ?? []} timeZone={frame.timeZone} />
      {report.acceptances && <NotApproved risks={report.risks} acceptances={report.acceptances} />}
      <Heading>{t('documents.turnedDown')}</Heading>
      <TurnedDown dismissals={report.dismissals} timeZone={frame.timeZone} />
      <Heading>{t('documents.findingsDismissed')}</Heading>
      <FindingsDismissed findings={report.findings} />
      <Heading>{t('documents.leftOut')}</Heading>
      <LeftOut assets={report.assets} />
    </DocumentSection>
  );
}

function Treatments({ risks }: { risks: AssessmentReport['risks'] }) {
  const rows = [...TREATMENTS, null].map((treatment) => ({
    label: treatment ? word('treatment', treatment) : t('documents.notDecided'),
    count: risks.filter((risk) => risk.treatment === treatment).length,
  }));
  return (
    <DrawnTable
      rows={rows}
      columns={[
        { header: t('documents.treatments'), cell: ({ label }) => label },
        { header: t('documents.count'), width: 60, align: 'right', cell: ({ count }) => grouped(count) },
      ]}
    />
  );
}

function Reasoned({ risks }: { risks: AssessmentReport['risks'] }) {
  const rows = risks.filter(({ treatment }) => treatment !== null && treatment !== 'mitigate');
  if (rows.length === 0) return <Nothing>{t('documents.noReasoned')}</Nothing>;
  return (
    <DrawnTable
      rows={rows}
      columns={[
        { header: '', width: 34, cell: (risk) => riskNumber(risk.number) },
        { header: t('documents.risk'), share: 2, cell: (risk) => risk.title },
        {
          header: t('documents.treatment'),
          width: 56,
          cell: (risk) => (risk.treatment ? word('treatment', risk.treatment) : ''),
        },
        { header: t('documents.reason'), share: 3, cell: (risk) => risk.treatmentReason },
      ]}
    />
  );
}

interface AcceptedProps {
  acceptances: NonNullable<AssessmentReport['acceptances']>;
  timeZone: string;
}

/** Who let a risk stay as it is, and until when. */
function Accepted({ acceptances, timeZone }: AcceptedProps) {
  if (acceptances.length === 0) return <Nothing>{t('documents.noAccepted')}</Nothing>;
  return (
    <DrawnTable
      rows={acceptances}
      columns={[
        { header: '', width: 34, cell: (accepted) => riskNumber(accepted.riskNumber) },
        { header: t('documents.risk'), share: 2, cell: ({ riskTitle }) => riskTitle },
        {
          header: t('documents.acceptedUntil'),
          width: 84,
          cell: ({ untilOn, standing }) => `${day(untilOn)}: ${word('acceptance', standing)}`,
        },
        {
          header: t('documents.reason'),
          share: 3,
          cell: ({ reason, decisionNote }) => [reason, decisionNote].filter(Boolean).join(' '),
        },
        {
          header: t('documents.acceptedBy'),
          share: 2,
          cell: ({ askedBy, askedAt, decidedBy, decidedAt }) =>
            [
              t('documents.acceptanceAsked', { name: askedBy, on: momentDay(askedAt, timeZone) }),
              decidedBy &&
                decidedAt &&
                t('documents.acceptanceApproved', { name: decidedBy, on: momentDay(decidedAt, timeZone) }),
            ]
              .filter(Boolean)
              .join(' '),
        },
      ]}
    />
  );
}

interface NotApprovedProps {
  risks: AssessmentReport['risks'];
  acceptances: NonNullable<AssessmentReport['acceptances']>;
}

/** Risks that are to be lived with, and nobody stands up for it today. */
function NotApproved({ risks, acceptances }: NotApprovedProps) {
  const rows = acceptedByNobody(risks, acceptances);
  return (
    <>
      <Heading>{t('documents.notApproved')}</Heading>
      {rows.length === 0 && <Nothing>{t('documents.allApproved')}</Nothing>}
      {rows.length > 0 && (
        <DrawnTable
          rows={rows}
          columns={[
            { header: '', width: 34, cell: ({ risk }) => riskNumber(risk.number) },
            { header: t('documents.risk'), share: 2, cell: ({ risk }) => risk.title },
            {
              header: t('documents.whyNotApproved'),
              share: 2,
              cell: ({ lack }) => t(`documents.lack_${lack}`),
            },
            { header: t('documents.reason'), share: 3, cell: ({ risk }) => risk.treatmentReason },
          ]}
        />
      )}
    </>
  );
}

interface TurnedDownProps {
  dismissals: AssessmentReport['dismissals'];
  timeZone: string;
}

function TurnedDown({ dismissals, timeZone }: TurnedDownProps) {
  if (dismissals.length === 0) return <Nothing>{t('documents.noTurnedDown')}</Nothing>;
  return (
    <DrawnTable
      rows={turnedDownTogether(dismissals)}
      columns={[
        { header: t('documents.proposal'), share: 2, cell: ({ pairTitle }) => pairTitle },
        { header: t('documents.subject'), share: 2, cell: ({ subjects }) => subjects.join(', ') },
        { header: t('documents.reason'), share: 2, cell: ({ reason }) => reason },
        {
          header: t('documents.decidedBy'),
          width: 84,
          cell: ({ by, at }) => t('documents.byOn', { person: by, date: momentDay(at, timeZone) }),
        },
      ]}
    />
  );
}

function FindingsDismissed({ findings }: { findings: AssessmentReport['findings'] }) {
  const rows = findings.filter(({ status }) => status === 'dismissed');
  if (rows.length === 0) return <Nothing>{t('documents.noFindingsDismissed')}</Nothing>;
  return (
    <DrawnTable
      rows={rows}
      columns={[
        { header: t('documents.finding'), cell: ({ title }) => title },
        { header: t('documents.reason'), cell: ({ statusReason }) => statusReason },
      ]}
    />
  );
}

function LeftOut({ assets }: { assets: AssessmentReport['assets'] }) {
  const rows = assets.filter(({ inScope }) => !inScope);
  if (rows.length === 0) return <Nothing>{t('documents.nothingLeftOut')}</Nothing>;
  return (
    <DrawnTable
      rows={rows}
      columns={[
        { header: t('documents.inventory'), cell: ({ tag, name }) => `${tag} ${name}` },
        { header: t('documents.reason'), cell: ({ exclusionReason }) => exclusionReason },
      ]}
    />
  );
}
