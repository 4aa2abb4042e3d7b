import type { ItemOf, Reply } from '~/api/reply';
import { counterpartyLabel, transportLabel } from '~/features/inventory/flow-labels';
import {
  encryptionLabel,
  hostingLabel,
  lifecycleLabel,
  phiActivityLabel,
  phiLabel,
} from '~/features/inventory/labels';
import { agreementLabel } from '~/features/vendors/vendor-labels';
import { t } from '~/messages';
import { reassessment } from '~/messages/en/reassessment';
import type { Tone } from '~/ui/text/status-badge';

export type Change = ItemOf<'/api/v1/environment-changes'>;
export type ChangeReview = Reply<'/api/v1/environment-changes/review', 'get'>;
type Detail = Change['details'][number];
type State = Change['state'];
export type Decision = NonNullable<Change['decision']>['outcome'];

export const STATES: State[] = ['undecided', 'decided', 'covered', 'withdrawn'];
export const STATE_TONES: Record<State, Tone> = {
  undecided: 'warn',
  decided: 'info',
  covered: 'good',
  withdrawn: 'neutral',
};
const NOTICED: Change['kind'][] = [
  'asset-added',
  'asset-changed',
  'asset-disposed',
  'vendor-added',
  'vendor-ended',
  'data-flow-added',
  'data-flow-changed',
  'critical-found',
];
export const REPORTED = ['major-release', 'incident', 'moved-office', 'merger', 'law', 'other'] as const;
export const KINDS: Change['kind'][] = [...NOTICED, ...REPORTED];

export const changeKindLabel = (kind: Change['kind']) => t(`reassessment.kind_${kind}`);
export const changeStateLabel = (state: State) => t(`reassessment.state_${state}`);
export const decisionLabel = (decision: Decision) => t(`reassessment.decision_${decision}`);

/** How the codes of a field read; of other fields the values are names. A code of a later version is shown as it is. */
const VALUES: Record<string, (code: never) => string> = {
  phiTypes: phiLabel,
  phiActivities: phiActivityLabel,
  hosting: hostingLabel,
  encryptionAtRest: encryptionLabel,
  encryptionInTransit: encryptionLabel,
  lifecycle: lifecycleLabel,
  counterparty: counterpartyLabel,
  transportSecurity: transportLabel,
  agreement: agreementLabel,
};
const YES_OR_NO = ['holdsEphi', 'internetFacing', 'portable', 'offshore', 'active'];

/** “Encryption at rest: yes → no”. */
export function detailWords({ field, from, to }: Detail): string {
  const name = `field_${field}` in reassessment ? t(`reassessment.field_${field as 'site'}`) : field;
  const words = (codes: string[]) =>
    codes.map((code) => valueWord(field, code)).join(', ') || t('reassessment.nothing');
  return t('reassessment.fromTo', { field: name, from: words(from), to: words(to) });
}

function valueWord(field: string, code: string): string {
  if (YES_OR_NO.includes(field)) return t(code === 'yes' ? 'reassessment.yes' : 'reassessment.no');
  const label = VALUES[field];
  return label ? label(code as never) : code;
}
