import { z } from 'zod';
import { calendarDateField, idIn, idOut, instantField, line, text } from '../../platform/http/schemas.js';
import { SANITIZATION_METHODS, SANITIZATION_PURPOSES } from './domain/sanitization.js';

const purpose = z
  .enum(SANITIZATION_PURPOSES, { error: 'Choose what it was for.' })
  .meta({ id: 'SanitizationPurpose' });
const method = z
  .enum(SANITIZATION_METHODS, { error: 'Choose how the data was removed.' })
  .meta({ id: 'SanitizationMethod' });

/** The fields of the form beside its file. Its version is that of the asset. */
export const recordSanitizationRequest = z
  .strictObject({
    purpose,
    method,
    notNeededReason: text(1_000).default(''),
    doneOn: calendarDateField,
    doneBy: line(200, 1),
    givenTo: line(200).default(''),
    verifiedBy: line(200).default(''),
    certificate: line(200).default(''),
    /** The record that this one puts right. */
    corrects: idIn('sanitization').optional(),
  })
  .meta({ id: 'RecordSanitizationRequest' });
export type RecordSanitizationRequest = z.infer<typeof recordSanitizationRequest>;

export const sanitizationView = z
  .object({
    id: idOut('sanitization'),
    assetId: idOut('asset'),
    purpose,
    method,
    notNeededReason: z.string(),
    doneOn: calendarDateField,
    doneBy: z.string(),
    givenTo: z.string(),
    verifiedBy: z.string(),
    certificate: z.string(),
    file: z.object({ name: z.string(), sizeBytes: z.number().int(), sha256: z.string() }).nullable(),
    corrects: idOut('sanitization').nullable(),
    /** A later record put this one right. */
    isCorrected: z.boolean(),
    recordedBy: z.string(),
    recordedAt: instantField,
  })
  .meta({ id: 'Sanitization' });
export type SanitizationView = z.infer<typeof sanitizationView>;
export const sanitizationList = z
  .object({ items: z.array(sanitizationView) })
  .meta({ id: 'SanitizationList' });
