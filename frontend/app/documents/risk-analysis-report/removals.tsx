import { t } from '~/messages';
import type { AssessmentReport } from '../assessment-report';
import { block, filled, label, tag, title } from '../drawn/blocks';
import { DrawnEntry, ENTRY_WIDTH } from '../drawn/drawn-entry';
import { drawnFacts } from '../drawn/drawn-facts';
import { day, moment } from '../format';
import { color, type } from '../look';
import type { Fact } from '../parts/facts';
import { Heading, Nothing, Paragraph } from '../parts/headings';
import { word } from '../words';

type Removal = NonNullable<AssessmentReport['sanitizations']>[number];

/** How ePHI was removed before an asset went, or was used again. 45 CFR 164.310(d)(2)(i), (ii) */
export function Removals({ report }: { report: AssessmentReport }) {
  const { sanitizations, organization } = report;
  if (sanitizations === undefined) return null;
  return (
    <>
      <Heading>{t('sanitization.section')}</Heading>
      <Paragraph soft>{t('documents.removalsLead')}</Paragraph>
      {sanitizations.length === 0 && <Nothing>{t('documents.noRemovals')}</Nothing>}
      {sanitizations.map((removal, index) => (
        <RemovalEntry key={index} removal={removal} timeZone={organization.timeZone} />
      ))}
    </>
  );
}

function RemovalEntry({ removal, timeZone }: { removal: Removal; timeZone: string }) {
  return (
    <DrawnEntry
      aside={[tag(removal.tag), label(word('sanitizationPurpose', removal.purpose))]}
      parts={filled(
        title(removal.name),
        drawnFacts(removalFacts(removal, timeZone), 4, ENTRY_WIDTH),
        removal.sha256 &&
          block(type.label, [{ text: 'SHA-256 ' }, { text: removal.sha256, face: 'mono' }], {
            ink: color.soft,
            gap: 4,
          }),
      )}
    />
  );
}

function removalFacts(removal: Removal, timeZone: string): Fact[] {
  return [
    [t('sanitization.how'), word('sanitizationMethod', removal.method)],
    [t('sanitization.notNeededReason'), removal.notNeededReason],
    [t('sanitization.doneOn'), day(removal.doneOn)],
    [t('sanitization.doneBy'), removal.sanitizer],
    [t('sanitization.verifiedBy'), removal.verifier],
    [t('sanitization.givenTo'), removal.givenTo],
    [t('sanitization.certificate'), removal.certificate],
    [t('sanitization.file'), removal.fileName],
    [t('sanitization.recordedBy'), `${removal.recordedBy}, ${moment(removal.recordedAt, timeZone)}`],
  ];
}
