import { Document } from '@react-pdf/renderer';
import type { ComponentType } from 'react';
import { t } from '~/messages';
import { language } from '~/messages/language';
import type { AssessmentReport } from '../assessment-report';
import { frameOf } from '../document-frame';
import { documentProperties } from '../document-properties';
import { ContentsPage } from '../parts/contents-page';
import { Cover } from '../parts/cover';
import type { SectionProps } from '../risk-analysis-report/section';
import { ActionsSection } from './actions-section';
import { MoneySection } from './money-section';
import { OwnersSection } from './owners-section';
import { TimelineSection } from './timeline-section';

/** The plan that follows from a risk analysis: who, what, until when, for how much. 45 CFR 164.308(a)(1)(ii)(B) */
export function RemediationPlan({ report }: { report: AssessmentReport }) {
  const title = t('documents.remediationPlan');
  const frame = frameOf(report, title);
  const sections = SECTIONS.map((section, index) => ({
    ...section,
    title: section.title(),
    number: index + 1,
  }));
  return (
    <Document {...documentProperties(report, title, t('documents.coverBasisPlan'))} language={language()}>
      <Cover report={report} title={title} basis={t('documents.coverBasisPlan')} />
      <ContentsPage frame={frame} sections={sections} />
      {sections.map(({ Section, id, number, title: sectionTitle }) => (
        <Section key={id} report={report} frame={frame} id={id} number={number} title={sectionTitle} />
      ))}
    </Document>
  );
}

const SECTIONS: { id: string; title: () => string; Section: ComponentType<SectionProps> }[] = [
  { id: 'money', title: () => t('documents.moneyTitle'), Section: MoneySection },
  { id: 'owners', title: () => t('documents.byOwner'), Section: OwnersSection },
  { id: 'timeline', title: () => t('documents.timeline'), Section: TimelineSection },
  { id: 'actions', title: () => t('documents.allActions'), Section: ActionsSection },
];
