import type { CalendarDate } from '../../../platform/kernel/calendar-date.js';

/** A step of likelihood or of impact. */
export interface ScaleStep {
  id: string;
  label: string;
  value: number;
  meaning: string;
}

export interface ScaleLevel {
  id: string;
  label: string;
  meaning: string;
  responseGuide: string;
}

/** What an own scale has besides one of a pack: which version it is, why, and who adopted it when. */
export interface OwnScaleMark {
  number: number;
  reason: string;
  adoptedBy: string;
  adoptedOn: CalendarDate;
}

/** How an assessment rates. Steps and levels go from the least to the most. */
export interface RatingScale {
  id: string;
  title: string;
  likelihood: readonly ScaleStep[];
  impact: readonly ScaleStep[];
  levels: readonly ScaleLevel[];
  /** matrix[likelihood][impact] is a level. */
  matrix: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Only of an organization's own scale. */
  own?: OwnScaleMark;
}

/** The rank of the highest level of any scale. */
export const HIGHEST_RANK = 100;

export interface RatedLevel {
  id: string;
  label: string;
  /** 0 the lowest to 100 the highest level of its scale, so that levels of different scales sort together. */
  rank: number;
}

/** The level that the scale gives to a likelihood and an impact; null when it does not know one of them. */
export function levelOf(scale: RatingScale, likelihood: string, impact: string): RatedLevel | null {
  const id = scale.matrix[likelihood]?.[impact];
  return id === undefined ? null : levelById(scale, id);
}

export function levelById(scale: Pick<RatingScale, 'levels'>, id: string): RatedLevel | null {
  const index = scale.levels.findIndex((level) => level.id === id);
  if (index < 0) return null;
  const top = Math.max(1, scale.levels.length - 1);
  return { id, label: scale.levels[index]!.label, rank: Math.round((HIGHEST_RANK * index) / top) };
}
