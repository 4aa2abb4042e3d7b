import type { ItemOf, Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Tone } from '~/ui/text/status-badge';

export type OwnScale = Reply<'/api/v1/risk-scales/{id}', 'get'>;
export type ScaleItem = ItemOf<'/api/v1/risk-scales'>;
type Status = OwnScale['status'];
export type Part = 'likelihood' | 'impact' | 'levels';
export const PARTS: readonly Part[] = ['likelihood', 'impact', 'levels'];

export const SCALE_TONE: Record<Status, Tone> = {
  draft: 'neutral',
  proposed: 'warn',
  adopted: 'good',
  superseded: 'neutral',
  retired: 'neutral',
};

export function scaleStatusWord(status: Status): string {
  return t(`scales.status_${status}`);
}

/** The API says `<pack> <version> <scale>`; people know the scale by its name. */
export function shippedScale(basedOnPack: string): string {
  const [, version = '', id] = basedOnPack.split(' ');
  if (id === 'nist-five-level')
    return t('scales.shippedScale', { title: t('assessments.scaleFive'), version });
  if (id === 'sra-three-level')
    return t('scales.shippedScale', { title: t('assessments.scaleThree'), version });
  return basedOnPack;
}

/** A problem by the names of the page: which part, and which place in it. */
export function problemWords({ path, message }: OwnScale['problems'][number]): string {
  const [list, place] = path.split('.');
  const part = list === 'matrix' || isPart(list) ? t(`scales.part_${list}`) : '';
  return isPart(list) && place !== undefined
    ? t('scales.problemAt', { part, place: Number(place) + 1, message })
    : t('scales.problemIn', { part, message });
}

function isPart(list: string | undefined): list is Part {
  return PARTS.some((part) => part === list);
}
