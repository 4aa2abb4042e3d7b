import { Document } from '@react-pdf/renderer';
import { t } from '~/messages';
import { language } from '~/messages/language';
import type { AssessmentReport } from '../assessment-report';
import { frameOf } from '../document-frame';
import { partsOf, type DocumentPart } from '../document-part';
import { documentProperties } from '../document-properties';
import type { DocumentProps } from '../document-props';
import { ContentsPage } from '../parts/contents-page';
import { Cover } from '../parts/cover';
import { Sheets } from '../parts/sheets';
import { ActionsSection } from './actions-section';
import { MoneySection } from './money-section';
import { OwnersSection } from './owners-section';
import { TimelineSection } from './timeline-section';

/** The plan that follows from a risk analysis: who, what, until when, for how much. 45 CFR 164.308(a)(1)(ii)(B) */
export function RemediationPlan({ report, tell }: DocumentProps) {
  const title = t('documents.remediationPlan');
  const parts = partsOf(PARTS, report);
  const frame = frameOf(report, title, parts, tell);
  return (
    <Document {...documentProperties(report, title, t('documents.coverBasisPlan'))} language={language()}>
      <Cover report={report} frame={frame} basis={t('documents.coverBasisPlan')} />
      <ContentsPage frame={frame} />
      <Sheets report={report} frame={frame} parts={parts} />
    </Document>
  );
}

/** From so many actions on their lists fill many pages, and begin one of their own. */
const MANY = 100;
const isLong = ({ actions }: AssessmentReport) => actions.length > MANY;

const PARTS: DocumentPart[] = [
  { id: 'money', title: () => t('documents.moneyTitle'), Section: MoneySection },
  { id: 'owners', title: () => t('documents.byOwner'), Section: OwnersSection, ownPage: isLong },
  { id: 'timeline', title: () => t('documents.timeline'), Section: TimelineSection, ownPage: isLong },
  { id: 'actions', title: () => t('documents.allActions'), Section: ActionsSection, ownPage: isLong },
];
