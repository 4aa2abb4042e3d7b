import { t } from '~/messages';
import type { ChoiceGroup } from '~/ui/form/fields';

// The zones of the United States first: there the law applies.
const UNITED_STATES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  'Pacific/Guam',
];

export function timeZoneChoices(): ChoiceGroup[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !UNITED_STATES.includes(zone));
  return [
    { group: t('settings.zonesOfUnitedStates'), items: UNITED_STATES.map(choiceOf) },
    { group: t('settings.zonesElsewhere'), items: others.map(choiceOf) },
  ];
}

function choiceOf(zone: string) {
  return { value: zone, label: zone.replaceAll('_', ' ') };
}
