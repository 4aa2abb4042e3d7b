/** What people take a table out for. Never their own words: it stands in an address. */
export const EXPORT_PURPOSES = [
  'own-work',
  'management',
  'audit',
  'regulator',
  'other-system',
  'other',
] as const;
export type ExportPurpose = (typeof EXPORT_PURPOSES)[number];
