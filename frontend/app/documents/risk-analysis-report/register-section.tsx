import { Text, View } from '@react-pdf/renderer';
import { Fragment } from 'react';
import { t } from '~/messages';
import type { ReportRisk } from '../assessment-report';
import { momentDay } from '../format';
import { color, type } from '../look';
import { DocumentPage } from '../parts/document-page';
import { Nothing, SectionHeading } from '../parts/headings';
import { RatingCell } from '../parts/level';
import { Table } from '../parts/table';
import { word } from '../words';
import type { SectionProps } from './section';

/** A row that could outgrow a landscape page is allowed to part. */
const LONG = 1500;

export function RegisterSection({ report, frame, id, number, title }: SectionProps) {
  const { scale } = report.assessment;
  return (
    <DocumentPage frame={frame} id={id} title={title} landscape>
      <SectionHeading number={number} title={title} lead={t('documents.registerLead')} />
      {report.risks.length === 0 ? (
        <Nothing>{t('documents.noRisks')}</Nothing>
      ) : (
        <Table
          rows={report.risks}
          long={isLong}
          strongFirst
          columns={[
            { header: '', width: 36, cell: (risk) => t('documents.riskNumber', { number: risk.number }) },
            { header: t('documents.risk'), share: 5, cell: (risk) => <RiskText risk={risk} /> },
            { header: t('documents.before'), width: 88, cell: (risk) => <RatingCell scale={scale} rating={risk.inherent} /> },
            { header: t('documents.safeguards'), share: 3, cell: (risk) => <SafeguardText risk={risk} /> },
            { header: t('documents.after'), width: 88, cell: (risk) => <RatingCell scale={scale} rating={risk.residual} /> },
            { header: t('documents.decision'), share: 3, cell: (risk) => <DecisionText risk={risk} timeZone={frame.timeZone} /> },
          ]}
        />
      )}
    </DocumentPage>
  );
}

function isLong(risk: ReportRisk): boolean {
  const middle = risk.safeguards.length + risk.safeguardTitles.join('').length + risk.ratingReason.length;
  return Math.max(risk.description.length, middle, risk.treatmentReason.length) > LONG;
}

/** Lines of one text: a paragraph of its own for each would double the time of a long register. */
function Lines({ lines }: { lines: readonly (readonly [label: string, text: string | null])[] }) {
  const filled = lines.filter(([, text]) => text);
  return (
    <Text style={type.small}>
      {filled.map(([label, text], index) => (
        <Fragment key={index}>
          {index > 0 && '\n'}
          {label && <Text style={{ color: color.faint }}>{`${label}  `}</Text>}
          {text}
        </Fragment>
      ))}
    </Text>
  );
}

function RiskText({ risk }: { risk: ReportRisk }) {
  return (
    <View>
      <Text style={{ ...type.small, ...type.strong }}>{risk.title}</Text>
      <Lines
        lines={[
          ['', risk.description],
          [t('documents.subject'), risk.subject],
          [t('documents.threat'), risk.threat],
          [t('documents.weakPoint'), risk.vulnerability],
        ]}
      />
    </View>
  );
}

function SafeguardText({ risk }: { risk: ReportRisk }) {
  return (
    <Lines
      lines={[
        ...risk.safeguardTitles.map((title) => ['', `\u2022 ${title}`] as const),
        ['', risk.safeguards],
        [t('documents.ratingReason'), risk.ratingReason],
      ]}
    />
  );
}

function DecisionText({ risk, timeZone }: { risk: ReportRisk; timeZone: string }) {
  const decided = risk.treatment ? word('treatment', risk.treatment) : t('documents.notDecided');
  const rated = risk.ratedBy && risk.ratedAt && t('documents.ratedBy', { person: risk.ratedBy, date: momentDay(risk.ratedAt, timeZone) });
  return (
    <Text style={type.small}>
      <Text style={type.strong}>{decided}</Text>
      {`, ${word('riskStatus', risk.status).toLowerCase()}`}
      {risk.treatmentReason && `\n${risk.treatmentReason}`}
      {`\n${risk.ownerName ? t('documents.ownerIs', { owner: risk.ownerName }) : t('documents.noOwner')}`}
      {rated && <Text style={{ color: color.faint }}>{`\n${rated}`}</Text>}
    </Text>
  );
}
