import { fileURLToPath } from 'node:url';

/** The packs that come with the product, by the name of each. */
export const SHIPPED = {
  requirements: 'security-rule',
  terms: 'terms',
  riskScales: 'risk-scales',
  breachRule: 'breach-rule',
  incidentChecklists: 'incident-checklists',
  threats: 'threats',
  /** What an assessment is run on unless another one is chosen. */
  questionnaire: 'security-questions',
  activities: 'security-activities',
} as const;

/** The same number of folders up from the sources and from what is built of them. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('../../../../../seed/reference', import.meta.url));
