import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type Vendor = ItemOf<'/api/v1/vendors'>;
export type Agreement = Vendor['agreement'];

export const AGREEMENTS: Agreement[] = ['none', 'in-negotiation', 'signed', 'expired', 'not-required'];
export const AGREEMENT_TONES: Record<Agreement, Tone> = {
  none: 'bad',
  'in-negotiation': 'warn',
  signed: 'good',
  expired: 'bad',
  'not-required': 'neutral',
};

export const agreementLabel = (agreement: Agreement) => t(`vendors.agreement_${agreement}`);

/** Whether they may have ePHI: an agreement is in force, or none is needed. */
export const isCovered = (agreement: Agreement) => agreement === 'signed' || agreement === 'not-required';
