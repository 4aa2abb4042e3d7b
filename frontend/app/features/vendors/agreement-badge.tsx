import { StatusBadge } from '~/ui/text/status-badge';
import { AGREEMENT_TONES, agreementLabel, type Agreement } from './vendor-labels';

export function AgreementBadge({ agreement }: { agreement: Agreement }) {
  return <StatusBadge tone={AGREEMENT_TONES[agreement]}>{agreementLabel(agreement)}</StatusBadge>;
}
