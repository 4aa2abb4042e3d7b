import { Document } from '@react-pdf/renderer';
import { t } from '~/messages';
import { language } from '~/messages/language';
import { frameOf } from '../document-frame';
import { partsOf, type DocumentPart } from '../document-part';
import { documentProperties } from '../document-properties';
import type { DocumentProps } from '../document-props';
import { ContentsPage } from '../parts/contents-page';
import { Cover } from '../parts/cover';
import { Sheets } from '../parts/sheets';
import { AnswersSection } from './answers-section';
import { ChangesSection } from './changes-section';
import { CitationsSection } from './citations-section';
import { DecisionsSection } from './decisions-section';
import { FindingsSection } from './findings-section';
import { FlowsSection } from './flows-section';
import { HeatMapSection } from './heat-map-section';
import { InventorySection } from './inventory-section';
import { PeopleSection } from './people-section';
import { PlanSection } from './plan-section';
import { RegisterSection } from './register-section';
import { ScopeSection } from './scope-section';
import { SignOffSection } from './sign-off-section';
import { SpecificationsSection } from './specifications-section';
import { SummarySection } from './summary-section';
import { TestsSection } from './tests-section';

/** The whole risk analysis as one document. 45 CFR 164.308(a)(1)(ii)(A), 164.316(b)(1) */
export function RiskAnalysisReport({ report, tell }: DocumentProps) {
  const title = t('documents.riskAnalysisReport');
  const parts = partsOf(PARTS, report);
  const frame = frameOf(report, title, parts, tell);
  return (
    <Document {...documentProperties(report, title, t('documents.coverBasisReport'))} language={language()}>
      <Cover report={report} frame={frame} basis={t('documents.coverBasisReport')} />
      <ContentsPage frame={frame} />
      <Sheets report={report} frame={frame} parts={parts} />
    </Document>
  );
}

/** From so many entries on a section fills many pages, and begins one of its own. */
const MANY = 100;

const PARTS: DocumentPart[] = [
  { id: 'summary', title: () => t('documents.summary'), Section: SummarySection },
  {
    id: 'scope',
    title: () => t('documents.scopeAndMethod'),
    Section: ScopeSection,
    ownPage: () => true,
  },
  { id: 'people', title: () => t('documents.people'), Section: PeopleSection },
  {
    id: 'changes',
    title: () => t('documents.changesSince'),
    Section: ChangesSection,
    applies: ({ assessment }) => assessment.previousTitle !== null,
  },
  {
    id: 'inventory',
    title: () => t('documents.inventory'),
    Section: InventorySection,
    ownPage: ({ assets }) => assets.length > MANY,
  },
  {
    id: 'flows',
    title: () => t('documents.flows'),
    Section: FlowsSection,
    ownPage: ({ dataFlows }) => dataFlows.length > MANY,
  },
  {
    id: 'findings',
    title: () => t('documents.findings'),
    Section: FindingsSection,
    ownPage: ({ findings }) => findings.length > MANY,
  },
  { id: 'register', title: () => t('documents.register'), Section: RegisterSection, landscape: true },
  { id: 'heat-maps', title: () => t('documents.heatMaps'), Section: HeatMapSection },
  { id: 'decisions', title: () => t('documents.decisions'), Section: DecisionsSection },
  {
    id: 'specifications',
    title: () => t('documents.specifications'),
    Section: SpecificationsSection,
  },
  {
    id: 'plan',
    title: () => t('documents.plan'),
    Section: PlanSection,
    ownPage: ({ actions }) => actions.length > MANY,
  },
  { id: 'tests', title: () => t('documents.tests'), Section: TestsSection },
  { id: 'sign-off', title: () => t('documents.signOff'), Section: SignOffSection },
  { id: 'citations', title: () => t('documents.citations'), Section: CitationsSection },
  { id: 'answers', title: () => t('documents.answers'), Section: AnswersSection },
];
