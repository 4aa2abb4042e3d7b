import type { Reply } from '~/api/reply';
import { t } from '~/messages';
import type { Choice } from '~/ui/form/fields';
import type { RegisterMap } from './risk-heat-map';

type ScaleInUse = Reply<'/api/v1/risks/scales', 'get'>['items'][number];

/**
 * The levels of each scale in use, the highest first. Where there are several scales each level says whose it is: two of
 * them share none. An address of before names a level alone; it is one of the scale that the map shows.
 */
export function levelChoices(
  scales: readonly ScaleInUse[],
  asked: string | undefined,
  map: RegisterMap | null,
): Choice[] {
  const labelOf = (level: string, title: string, version: string) =>
    scales.length > 1
      ? t('risks.levelOf', { level, scale: t('scales.scaleNamed', { title, version }) })
      : level;
  const choices = scales.flatMap(({ name, title, version, levels }) =>
    [...levels].reverse().map(({ id, label }) => ({
      value: `${name}:${id}`,
      label: labelOf(label, title, version),
    })),
  );
  const alone = map?.scale.levels.find(({ id }) => id === asked);
  return alone
    ? [{ value: alone.id, label: t('risks.levelOfMap', { level: alone.label }) }, ...choices]
    : choices;
}
