/** Which scale an assessment rates by. */
export type { ScaleName as ScaleRef } from '../domain/level-choice.js';

/** SQL for that of an assessment with this alias. */
export const scaleRefOf = (alias: string): string =>
  `jsonb_build_object('pack', ${alias}.scales_pack, 'version', ${alias}.scales_version, 'id', ${alias}.scale_id)`;
