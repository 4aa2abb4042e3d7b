import { t } from '~/messages';
import type { Duty } from './incident-words';

/** Who is told: “Prominent media in CO”, “The covered entity: Juniper Ridge”. */
export function dutyName({
  kind,
  jurisdiction,
  toName,
}: Pick<Duty, 'kind' | 'jurisdiction' | 'toName'>): string {
  const words = t(`incidents.dutyKind_${kind}`);
  if (jurisdiction) return `${words} ${t('incidents.inState', { state: jurisdiction })}`;
  return kind === 'covered-entity' || kind === 'contract' ? `${words}: ${toName}` : words;
}
