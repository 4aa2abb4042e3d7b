import { View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { Rating, ReportRisk, Scale } from '../assessment-report';
import type { Block } from '../drawn/drawn-row';
import { DrawnTable, type DrawnColumn } from '../drawn/drawn-table';
import type { Run } from '../drawn/wrap-lines';
import { momentDay } from '../format';
import { color, landscape, levelColors } from '../look';
import { DocumentPage } from '../parts/document-page';
import { Nothing, SectionHeading } from '../parts/headings';
import { labelOf } from '../parts/level';
import { word } from '../words';
import type { SectionProps } from './section';

const SIZE = 8;
const SMALL = 7.5;
const HEADING = 82;

/** Every risk with all that is known of it, the highest first. */
export function RegisterSection({ report, frame, id, number, title }: SectionProps) {
  const { scale } = report.assessment;
  return (
    <DocumentPage frame={frame} id={id} title={title} landscape>
      <View style={{ height: HEADING }}>
        <SectionHeading number={number} title={title} lead={t('documents.registerLead')} />
      </View>
      {report.risks.length === 0 ? (
        <Nothing>{t('documents.noRisks')}</Nothing>
      ) : (
        <DrawnTable
          rows={report.risks}
          columns={columns(scale, frame.timeZone)}
          room={landscape.room}
          firstRoom={landscape.room - HEADING}
        />
      )}
    </DocumentPage>
  );
}

function columns(scale: Scale, timeZone: string): DrawnColumn<ReportRisk>[] {
  return [
    {
      header: '',
      width: 38,
      blocks: (risk) => [strong(t('documents.riskNumber', { number: String(risk.number) }))],
    },
    { header: t('documents.risk'), width: 236, blocks: aboutBlocks },
    { header: t('documents.before'), width: 92, blocks: ({ inherent }) => ratingBlocks(scale, inherent) },
    { header: t('documents.safeguards'), width: 142, blocks: safeguardBlocks },
    { header: t('documents.after'), width: 92, blocks: ({ residual }) => ratingBlocks(scale, residual) },
    { header: t('documents.decision'), width: 112, blocks: (risk) => decisionBlocks(risk, timeZone) },
  ];
}

const strong = (text: string): Block => ({ runs: [{ text, face: 'strong' }], size: SIZE });
const plain = (text: string, ink?: string): Block => ({ runs: [{ text, color: ink }], size: SIZE });
const labelled = (label: string, text: string): Block => ({ runs: [named(label), { text }], size: SIZE });
const named = (label: string): Run => ({ text: `${label}  `, color: color.faint });

function aboutBlocks(risk: ReportRisk): Block[] {
  return [
    strong(risk.title),
    ...(risk.description ? [plain(risk.description)] : []),
    ...(risk.subject ? [labelled(t('documents.subject'), risk.subject)] : []),
    ...(risk.threat ? [labelled(t('documents.threat'), risk.threat)] : []),
    ...(risk.vulnerability ? [labelled(t('documents.weakPoint'), risk.vulnerability)] : []),
  ];
}

function ratingBlocks(scale: Scale, rating: Rating | null): Block[] {
  if (!rating) return [plain(t('documents.notRated'), color.bad)];
  const place = scale.levels.findIndex(({ id }) => id === rating.level);
  const small = (label: string, text: string): Block => ({
    runs: [{ text: `${label} ${text}`, color: color.faint }],
    size: SMALL,
  });
  return [
    {
      runs: [{ text: labelOf(scale.levels, rating.level), face: 'strong' }],
      size: SMALL,
      tag: levelColors(Math.max(place, 0), scale.levels.length),
    },
    { ...small(t('documents.likelihood'), labelOf(scale.likelihood, rating.likelihood)), gap: 2 },
    small(t('documents.impact'), labelOf(scale.impact, rating.impact)),
  ];
}

function safeguardBlocks(risk: ReportRisk): Block[] {
  return [
    ...risk.safeguardTitles.map((title) => plain(`\u2022 ${title}`)),
    ...(risk.safeguards ? [plain(risk.safeguards)] : []),
    ...(risk.ratingReason ? [labelled(t('documents.ratingReason'), risk.ratingReason)] : []),
  ];
}

function decisionBlocks(risk: ReportRisk, timeZone: string): Block[] {
  const decided = risk.treatment ? word('treatment', risk.treatment) : t('documents.notDecided');
  const status: Run = { text: `, ${word('riskStatus', risk.status).toLowerCase()}` };
  return [
    { runs: [{ text: decided, face: 'strong' }, status], size: SIZE },
    ...(risk.treatmentReason ? [plain(risk.treatmentReason)] : []),
    plain(risk.ownerName ? t('documents.ownerIs', { owner: risk.ownerName }) : t('documents.noOwner')),
    ...(risk.ratedBy && risk.ratedAt
      ? [
          plain(
            t('documents.ratedBy', { person: risk.ratedBy, date: momentDay(risk.ratedAt, timeZone) }),
            color.faint,
          ),
        ]
      : []),
  ];
}
