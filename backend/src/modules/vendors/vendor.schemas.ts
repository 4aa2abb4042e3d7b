import { z } from 'zod';
import {
  asOfField,
  calendarDateField,
  idIn,
  idOut,
  instantField,
  line,
  namedQuery,
  pageOf,
  pageQuery,
  text,
} from '../../platform/http/schemas.js';
import { AGREEMENT_STATUSES } from './domain/agreement.js';
import { VENDOR_SORTS, VENDOR_TEXT_LIMITS as LIMITS } from './domain/vendor.js';

export const agreementStatus = z
  .enum(AGREEMENT_STATUSES, { error: 'Choose how the agreement stands.' })
  .meta({ id: 'AgreementStatus' });
const day = calendarDateField.nullable();
const contactEmail = z
  .email('Write an e-mail address, such as ana@vendor.example.')
  .max(254)
  .transform((value) => value.toLowerCase())
  .nullable();
const yesOrNo = z.enum(['true', 'false']).transform((value) => value === 'true');

const facts = {
  name: line(LIMITS.name, 1),
  service: text(LIMITS.service),
  contactEmail,
  agreementStatus,
  agreementNotRequiredReason: text(LIMITS.agreementNotRequiredReason),
  agreementSignedOn: day,
  agreementEndsOn: day,
  active: z.boolean(),
};
export const createVendorRequest = z
  .strictObject({
    ...facts,
    service: facts.service.default(''),
    contactEmail: contactEmail.default(null),
    agreementNotRequiredReason: facts.agreementNotRequiredReason.default(''),
    agreementSignedOn: day.default(null),
    agreementEndsOn: day.default(null),
    active: facts.active.default(true),
  })
  .meta({ id: 'CreateVendorRequest' });
export type CreateVendorRequest = z.infer<typeof createVendorRequest>;
export const updateVendorRequest = z.strictObject(facts).partial().meta({ id: 'UpdateVendorRequest' });
export type UpdateVendorRequest = z.infer<typeof updateVendorRequest>;

export const vendorView = z
  .object({
    id: idOut('vendor'),
    name: z.string(),
    service: z.string(),
    contactEmail: z.string().nullable(),
    /** As somebody wrote it down. */
    agreementStatus,
    agreementNotRequiredReason: z.string(),
    agreementSignedOn: calendarDateField.nullable(),
    agreementEndsOn: calendarDateField.nullable(),
    /** As it stands today: what has ended is expired. */
    agreement: agreementStatus,
    active: z.boolean(),
    /** Data flows in use that begin or end with this vendor, or at an asset that the vendor runs. */
    flows: z.int(),
    createdAt: instantField,
    updatedAt: instantField,
    version: z.int(),
  })
  .meta({ id: 'Vendor' });
export type VendorView = z.infer<typeof vendorView>;
export const vendorPage = pageOf(vendorView).meta({ id: 'VendorPage' });

export const vendorListQuery = z.object({
  agreement: agreementStatus.optional(),
  active: yesOrNo.optional(),
  /** ePHI flows to or from them, and no agreement in force covers it. */
  needsAgreement: yesOrNo.optional(),
  q: text(100).optional(),
  asOf: asOfField,
  /** By their names. */
  named: namedQuery,
  sort: z.enum(VENDOR_SORTS).default('name'),
  ...pageQuery,
  cursor: z.string().max(2_000).optional(),
});
export type VendorListQuery = z.infer<typeof vendorListQuery>;
export const vendorExportQuery = vendorListQuery.omit({ named: true, limit: true, cursor: true });
export type VendorExportQuery = z.infer<typeof vendorExportQuery>;
export const vendorId = idIn('vendor');
