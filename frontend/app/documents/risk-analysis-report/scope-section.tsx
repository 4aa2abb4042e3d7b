import { Text, View } from '@react-pdf/renderer';
import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import type { DocumentFrame } from '../document-frame';
import { day } from '../format';
import { type, color } from '../look';
import { DocumentSection } from '../parts/document-section';
import { Facts, type Fact } from '../parts/facts';
import { Heading, Nothing, Paragraph } from '../parts/headings';
import { HeatMap } from '../parts/heat-map';
import { LevelTag } from '../parts/level';
import { Table } from '../parts/table';
import type { SectionProps } from '../document-part';

export function ScopeSection({ report, frame, id, number, title }: SectionProps) {
  const { assessment } = report;
  return (
    <DocumentSection frame={frame} id={id} number={number} title={title}>
      <Heading space={0}>{t('documents.scope')}</Heading>
      {assessment.scope ? (
        <Paragraph>{assessment.scope}</Paragraph>
      ) : (
        <Nothing>{t('documents.noScope')}</Nothing>
      )}
      <Heading>{t('documents.sites')}</Heading>
      <Sites sites={report.sites} />
      <Heading>{t('documents.packs')}</Heading>
      <Facts columns={3} facts={packFacts(report)} />
      <Heading>{t('documents.method')}</Heading>
      <Paragraph>{t('documents.methodLead')}</Paragraph>
      <Steps steps={report.methodology} frame={frame} />
      <ScaleWords report={report} />
    </DocumentSection>
  );
}

function Sites({ sites }: { sites: AssessmentReport['sites'] }) {
  if (sites.length === 0) return <Nothing>{t('documents.noSites')}</Nothing>;
  return (
    <Table
      rows={sites}
      strongFirst
      columns={[
        { header: t('documents.site'), cell: ({ name }) => name },
        {
          header: t('documents.address'),
          share: 2,
          cell: ({ street, city, state, postalCode }) =>
            [street, city, [state, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        },
        { header: t('documents.phone'), width: 90, cell: ({ phone }) => phone ?? '' },
        {
          header: t('documents.status'),
          width: 50,
          cell: ({ active }) => (active ? t('settings.active') : t('settings.closed')),
        },
      ]}
    />
  );
}

function packFacts({ assessment: { questionnaire, threats, scale } }: AssessmentReport): Fact[] {
  const pack = ({ title, pack: name, version, official }: typeof questionnaire) =>
    `${title}\n${name}, ${t('documents.version', { version })}, ${official ? t('documents.official') : t('documents.ownText')}`;
  return [
    [t('documents.questionnaire'), pack(questionnaire)],
    [t('documents.threats'), pack(threats)],
    [t('documents.scale'), scaleFacts(scale)],
  ];
}

/** Of an own scale also who adopted it when, and why the organization rates by it. */
function scaleFacts({ title, id, version, own }: AssessmentReport['assessment']['scale']): string {
  if (!own) return `${title}\n${id}, ${t('documents.version', { version })}`;
  const { adoptedBy, adoptedOn, reason } = own;
  return [
    title,
    t('scales.reportOwn', { version, name: adoptedBy, on: day(adoptedOn) }),
    t('scales.reportWhy', { reason }),
  ].join('\n');
}

interface StepsProps {
  steps: AssessmentReport['methodology'];
  frame: DocumentFrame;
}

function Steps({ steps, frame }: StepsProps) {
  return (
    <View>
      {steps.map(({ step, title, text, citations }) => (
        <View key={step} wrap={false} style={{ flexDirection: 'row', marginBottom: 7 }}>
          <Text style={{ ...type.h3, width: 22, color: color.accent }}>{step}</Text>
          <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
            <Text style={type.h3}>{title}</Text>
            <Text style={type.small}>{text}</Text>
            <Text style={type.label}>
              {[citations.join('; '), sectionsOf(step, frame)].filter(Boolean).join('. ')}
            </Text>
          </View>
        </View>
      ))}
    </View>
  );
}

/** Where this report shows what each of the nine steps of NIST SP 800-30 came to. */
const SHOWN_IN: Record<number, readonly string[]> = {
  1: ['scope'],
  2: ['inventory', 'flows'],
  3: ['register', 'decisions'],
  4: ['findings', 'register'],
  5: ['register', 'answers'],
  6: ['heat-maps', 'register'],
  7: ['heat-maps', 'register'],
  8: ['heat-maps', 'register', 'decisions'],
  9: ['plan', 'sign-off'],
};

function sectionsOf(step: number, { sections }: DocumentFrame): string {
  const shown = sections.filter(({ id }) => SHOWN_IN[step]?.includes(id)).map(({ number }) => number);
  return shown.length === 0 ? '' : t('documents.stepIn', { count: shown.length, sections: shown.join(', ') });
}

function ScaleWords({ report: { assessment } }: { report: AssessmentReport }) {
  const { scale } = assessment;
  const steps = (name: string, rows: typeof scale.likelihood) => (
    <View style={{ marginBottom: 12 }}>
      <Table
        rows={[...rows].reverse()}
        whole
        strongFirst
        columns={[
          { header: name, width: 78, cell: ({ label }) => label },
          { header: t('documents.value'), width: 34, cell: ({ value }) => value },
          { header: t('documents.meaning'), cell: ({ meaning }) => meaning },
        ]}
      />
    </View>
  );
  return (
    <>
      <Heading>{t('documents.scaleTitle')}</Heading>
      {steps(t('documents.likelihood'), scale.likelihood)}
      {steps(t('documents.impact'), scale.impact)}
      <View style={{ marginBottom: 12 }}>
        <Table
          rows={[...scale.levels].reverse()}
          whole
          columns={[
            {
              header: t('documents.level'),
              width: 78,
              cell: ({ id }) => <LevelTag scale={scale} level={id} />,
            },
            { header: t('documents.meaning'), cell: ({ meaning }) => meaning },
            { header: t('documents.response'), cell: ({ responseGuide }) => responseGuide },
          ]}
        />
      </View>
      <HeatMap scale={scale} title={t('documents.matrixTitle')} cell={52} />
    </>
  );
}
