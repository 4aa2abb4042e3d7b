import { t } from '~/messages';
import type { ReportEvidence } from '../assessment-report';
import { moment } from '../format';
import { color, type } from '../look';
import { block, label, note, type Block, type Part } from './blocks';

/** Evidence with the fingerprint by which a file can be told from any other; what was withdrawn stays, with the reason. */
export function drawnEvidence(evidence: readonly ReportEvidence[], timeZone: string): Part[] {
  return evidence.flatMap((item, index) => {
    const gap = index === 0 ? 5 : 4;
    return linesOf(item, timeZone).map((line, place) => (place === 0 ? { ...line, gap } : line));
  });
}

function linesOf(item: ReportEvidence, timeZone: string): Block[] {
  const lines = [
    block(type.small, [
      { text: `${t('documents.evidence')}  `, color: color.faint },
      { text: item.title, face: 'strong' },
      { text: item.fileName ? `  ${item.fileName}` : '' },
    ]),
    item.note && note(item.note),
    item.sha256 &&
      block(type.label, [{ text: 'SHA-256 ' }, { text: item.sha256, face: 'mono' }], { ink: color.soft }),
    label(t('documents.evidenceAdded', { person: item.addedBy, time: moment(item.addedAt, timeZone) })),
    item.carriedFrom && label(t('documents.evidenceCarried', { title: item.carriedFrom })),
    item.withdrawnAt &&
      label(
        t('documents.evidenceWithdrawn', {
          time: moment(item.withdrawnAt, timeZone),
          reason: item.withdrawnReason,
        }),
        { ink: color.bad },
      ),
  ];
  return lines.flatMap((line) => (line ? { ...line, bar: color.line } : []));
}
