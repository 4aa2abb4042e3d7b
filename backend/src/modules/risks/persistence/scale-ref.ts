/** Which scale: one of a pack, or without a pack the version of the organization's own that has this id. */
export interface ScaleRef {
  pack: string | null;
  version: string | null;
  id: string;
}

/** SQL for that of an assessment with this alias. */
export const scaleRefOf = (alias: string): string =>
  `jsonb_build_object('pack', ${alias}.scales_pack, 'version', ${alias}.scales_version, 'id', ${alias}.scale_id)`;
