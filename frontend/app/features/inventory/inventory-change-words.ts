import { fieldWords } from '~/features/audit/words';
import { t } from '~/messages';
import { counterpartyLabel, transportLabel } from './flow-labels';
import {
  backupLabel,
  encryptionLabel,
  hostingLabel,
  kindLabel,
  lifecycleLabel,
  phiActivityLabel,
  phiLabel,
} from './labels';

/** As the API and the report name it: from what to what, in codes where the field has codes. */
export interface FieldChange {
  field: string;
  from: readonly string[];
  to: readonly string[];
}

interface ChangedThing {
  fields: readonly string[];
  /** Not told by what was signed before it was kept. */
  details?: readonly FieldChange[] | undefined;
}

/** Fields of assets and data flows by the words of their forms. */
const LABELS: ReadonlyMap<string, () => string> = new Map([
  ['tag', () => t('inventory.tag')],
  ['name', () => t('inventory.name')],
  ['kind', () => t('inventory.kind')],
  ['description', () => t('inventory.description')],
  ['siteName', () => t('inventory.site')],
  ['location', () => t('inventory.location')],
  ['ownerName', () => t('inventory.owner')],
  ['hosting', () => t('inventory.hosting')],
  ['vendorName', () => t('inventory.vendor')],
  ['holdsEphi', () => t('inventory.holdsEphi')],
  ['phiTypes', () => t('inventory.phiTypes')],
  ['phiActivities', () => t('inventory.phiActivities')],
  ['phiRecordCount', () => t('inventory.phiRecordCount')],
  ['encryptionAtRest', () => t('inventory.encryptionAtRest')],
  ['encryptionInTransit', () => t('inventory.encryptionInTransit')],
  ['backup', () => t('inventory.backup')],
  ['internetFacing', () => t('inventory.internetFacing')],
  ['portable', () => t('inventory.portable')],
  ['lifecycle', () => t('inventory.lifecycle')],
  ['notes', () => t('inventory.notes')],
  ['from', () => t('dataFlows.from')],
  ['to', () => t('dataFlows.to')],
  ['counterparty', () => t('dataFlows.counterparty')],
  ['purpose', () => t('dataFlows.purpose')],
  ['minimumNecessary', () => t('dataFlows.minimumNecessary')],
  ['transportMethod', () => t('dataFlows.transportMethod')],
  ['transportSecurity', () => t('dataFlows.transportSecurity')],
  ['offshore', () => t('dataFlows.offshore')],
]);

const YES_OR_NO = (code: string): string => (code === 'yes' ? t('inventory.yes') : t('inventory.no'));

/** How the codes of a field read; of other fields the values are names and texts. */
const VALUES: ReadonlyMap<string, (code: never) => string> = new Map<string, (code: never) => string>([
  ['kind', kindLabel],
  ['hosting', hostingLabel],
  ['phiTypes', phiLabel],
  ['phiActivities', phiActivityLabel],
  ['encryptionAtRest', encryptionLabel],
  ['encryptionInTransit', encryptionLabel],
  ['backup', backupLabel],
  ['lifecycle', lifecycleLabel],
  ['counterparty', counterpartyLabel],
  ['transportSecurity', transportLabel],
  ['holdsEphi', YES_OR_NO],
  ['internetFacing', YES_OR_NO],
  ['portable', YES_OR_NO],
  ['offshore', YES_OR_NO],
]);

/** What changed of one asset or flow, one line a field: “Where it runs: At our place → At a vendor”. */
export function changeLines({ fields, details }: ChangedThing): string[] {
  if (!details) return [fields.map(changedFieldWords).join(', ')];
  return details.map(({ field, from, to }) => {
    const label = changedFieldWords(field);
    const words = { field: label, from: valueWords(field, from), to: valueWords(field, to) };
    return label.endsWith('?') ? t('changes.fromToAsked', words) : t('changes.fromTo', words);
  });
}

/** A field as its form names it. */
export function changedFieldWords(field: string): string {
  return LABELS.get(field)?.() ?? fieldWords(field);
}

function valueWords(field: string, codes: readonly string[]): string {
  const label = VALUES.get(field);
  const words = codes.map((code) => (label ? label(code as never) : code));
  return words.join(', ') || t('changes.noValue');
}
