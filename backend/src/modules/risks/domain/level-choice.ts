import { typedId, typedIdPattern, uuidOf } from '../../../platform/kernel/typed-id.js';

/** Names one scale: one of a pack, or without a pack the version of the organization's own that has this id. */
export interface ScaleName {
  pack: string | null;
  version: string | null;
  id: string;
}

/** A level to narrow the register to. Two scales share no level: without a scale, that of the heat map is meant. */
export interface LevelChoice {
  scale: ScaleName | null;
  level: string;
}

const CHOICE = /^(?:([^:]{1,200}):)?([^:]{1,80})$/;
const PACKED = /^([^/]{1,80})\/([^/]{1,40})\/([^/]{1,80})$/;

/** As an address names a scale: `scl_` and its digits, or `pack/version/scale`. */
export function scaleName({ pack, version, id }: ScaleName): string {
  return pack === null ? typedId('scale', id) : `${pack}/${version}/${id}`;
}

/** Reads `high`, or with its scale `risk-scales/2026.1/five-levels:high`. Null where it is neither. */
export function levelChoiceIn(text: string): LevelChoice | null {
  const [, scale, level] = CHOICE.exec(text) ?? [];
  if (!level) return null;
  if (scale === undefined) return { scale: null, level };
  if (typedIdPattern('scale').test(scale))
    return { scale: { pack: null, version: null, id: uuidOf(scale) }, level };
  const [, pack, version, id] = PACKED.exec(scale) ?? [];
  return pack && version && id ? { scale: { pack, version, id }, level } : null;
}
