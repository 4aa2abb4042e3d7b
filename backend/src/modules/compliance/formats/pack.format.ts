import type { z } from 'zod';
import type { PackContent, PackKind } from '../domain/pack.js';
import { breachRule } from './breach-rule.format.js';
import { incidentChecklists } from './incident-checklists.format.js';
import { officialTexts } from './official-texts.format.js';
import { questionnaire } from './questionnaire.format.js';
import { requirements } from './requirements.format.js';
import { riskScales } from './risk-scales.format.js';
import { terms } from './terms.format.js';
import { threatCatalog } from './threats.format.js';

/** The shape of each kind of pack. What a shape does not name is refused. */
export const PACK_FORMATS: { [K in PackKind]: z.ZodType<Extract<PackContent, { kind: K }>> } = {
  questionnaire,
  threats: threatCatalog,
  'risk-scales': riskScales,
  requirements,
  terms,
  'official-texts': officialTexts,
  'breach-rule': breachRule,
  'incident-checklists': incidentChecklists,
};
