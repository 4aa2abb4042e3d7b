import type { AgreementFacts } from './agreement.js';

/** What a person says of a vendor: who they are, what they do, and what covers the ePHI that they see. */
export interface VendorFacts extends AgreementFacts {
  name: string;
  service: string;
  contactEmail: string | null;
  active: boolean;
}

export const VENDOR_TEXT_LIMITS = { name: 200, service: 1_000, agreementNotRequiredReason: 1_000 } as const;

/** By what the list may be sorted; a minus turns it around. */
export const VENDOR_SORTS = ['name', '-name', 'updatedAt', '-updatedAt'] as const;
