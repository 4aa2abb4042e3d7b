import type { Scale } from '../assessment-report';
import { levelColors } from '../look';
import { labelOf } from '../parts/level';
import { strongLabel, type Block } from './blocks';

/** A level by its word, on a ground that darkens with it. */
export function drawnLevel(scale: Scale, level: string): Block {
  const place = scale.levels.findIndex(({ id }) => id === level);
  return strongLabel(labelOf(scale.levels, level), {
    tag: levelColors(Math.max(place, 0), scale.levels.length),
  });
}
