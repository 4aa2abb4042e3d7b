import { z } from 'zod';
import { day, instant } from './parts.schema.js';

const asset = z.object({
  tag: z.string(),
  name: z.string(),
  kind: z.string(),
  description: z.string(),
  siteName: z.string().nullable(),
  location: z.string(),
  ownerName: z.string().nullable(),
  hosting: z.string(),
  vendorName: z.string(),
  holdsEphi: z.boolean(),
  phiTypes: z.array(z.string()),
  /** Later than the first signatures: those say nothing of it, and nothing is added to what they signed. */
  phiActivities: z.array(z.string()).optional(),
  phiRecordCount: z.number().int().nullable(),
  encryptionAtRest: z.string(),
  encryptionInTransit: z.string(),
  backup: z.string(),
  internetFacing: z.boolean(),
  portable: z.boolean(),
  lifecycle: z.string(),
  notes: z.string(),
  inScope: z.boolean(),
  exclusionReason: z.string(),
});

const dataFlow = z.object({
  name: z.string(),
  /** The asset's name, or the party outside. */
  from: z.string(),
  to: z.string(),
  counterparty: z.string(),
  phiTypes: z.array(z.string()),
  purpose: z.string(),
  minimumNecessary: z.string(),
  transportMethod: z.string(),
  transportSecurity: z.string(),
  offshore: z.boolean(),
});

const sanitization = z.object({
  tag: z.string(),
  name: z.string(),
  purpose: z.string(),
  method: z.string(),
  notNeededReason: z.string(),
  doneOn: day,
  /** Person or company, as somebody wrote it: need not be a member. */
  sanitizer: z.string(),
  givenTo: z.string(),
  verifier: z.string(),
  certificate: z.string(),
  recordedBy: z.string(),
  recordedAt: instant,
  fileName: z.string().nullable(),
  /** Of the certificate as it was given. */
  sha256: z.string().nullable(),
});

/** Where ePHI is and where it goes, as far as the analysis looked. */
export const reportInventory = {
  sites: z.array(
    z.object({
      name: z.string(),
      street: z.string().nullable(),
      city: z.string().nullable(),
      state: z.string().nullable(),
      postalCode: z.string().nullable(),
      phone: z.string().nullable(),
      active: z.boolean(),
    }),
  ),
  assets: z.array(asset),
  /**
   * How ePHI was removed before an asset went or was used again, 45 CFR 164.310(d)(2)(i), (ii): what was recorded since
   * the earlier analysis was signed. Reports signed before this was told lack it.
   */
  sanitizations: z.array(sanitization).optional(),
  dataFlows: z.array(dataFlow),
};
