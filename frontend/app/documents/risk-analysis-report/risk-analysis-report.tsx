import { Document } from '@react-pdf/renderer';
import type { ComponentType } from 'react';
import { t } from '~/messages';
import { language } from '~/messages/language';
import type { AssessmentReport } from '../assessment-report';
import { frameOf } from '../document-frame';
import { documentProperties } from '../document-properties';
import { ContentsPage } from '../parts/contents-page';
import { Cover } from '../parts/cover';
import { AnswersSection } from './answers-section';
import { ChangesSection } from './changes-section';
import { DecisionsSection } from './decisions-section';
import { FindingsSection } from './findings-section';
import { FlowsSection } from './flows-section';
import { HeatMapSection } from './heat-map-section';
import { InventorySection } from './inventory-section';
import { PlanSection } from './plan-section';
import { RegisterSection } from './register-section';
import { ScopeSection } from './scope-section';
import type { SectionProps } from './section';
import { SignOffSection } from './sign-off-section';
import { SpecificationsSection } from './specifications-section';
import { SummarySection } from './summary-section';
import { TestsSection } from './tests-section';

/** The whole risk analysis as one document. 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(1) */
export function RiskAnalysisReport({ report }: { report: AssessmentReport }) {
  const title = t('documents.riskAnalysisReport');
  const frame = frameOf(report, title);
  const sections = SECTIONS.filter(({ applies }) => applies?.(report) ?? true).map((section, index) => ({
    ...section,
    title: section.title(),
    number: index + 1,
  }));
  return (
    <Document {...documentProperties(report, title, t('documents.coverBasisReport'))} language={language()}>
      <Cover report={report} title={title} basis={t('documents.coverBasisReport')} />
      <ContentsPage frame={frame} sections={sections} />
      {sections.map(({ Section, id, number, title: sectionTitle }) => (
        <Section key={id} report={report} frame={frame} id={id} number={number} title={sectionTitle} />
      ))}
    </Document>
  );
}

interface ReportPart {
  id: string;
  title: () => string;
  Section: ComponentType<SectionProps>;
  /** Whether it has something to tell of this analysis; without it, of every one. */
  applies?: (report: AssessmentReport) => boolean;
}

const SECTIONS: ReportPart[] = [
  { id: 'summary', title: () => t('documents.summary'), Section: SummarySection },
  { id: 'scope', title: () => t('documents.scopeAndMethod'), Section: ScopeSection },
  {
    id: 'changes',
    title: () => t('documents.changesSince'),
    Section: ChangesSection,
    applies: ({ assessment }) => assessment.previousTitle !== null,
  },
  { id: 'inventory', title: () => t('documents.inventory'), Section: InventorySection },
  { id: 'flows', title: () => t('documents.flows'), Section: FlowsSection },
  { id: 'findings', title: () => t('documents.findings'), Section: FindingsSection },
  { id: 'heat-maps', title: () => t('documents.heatMaps'), Section: HeatMapSection },
  { id: 'register', title: () => t('documents.register'), Section: RegisterSection },
  { id: 'decisions', title: () => t('documents.decisions'), Section: DecisionsSection },
  {
    id: 'specifications',
    title: () => t('documents.specifications'),
    Section: SpecificationsSection,
  },
  { id: 'plan', title: () => t('documents.plan'), Section: PlanSection },
  { id: 'tests', title: () => t('documents.tests'), Section: TestsSection },
  { id: 'sign-off', title: () => t('documents.signOff'), Section: SignOffSection },
  { id: 'answers', title: () => t('documents.answers'), Section: AnswersSection },
];
