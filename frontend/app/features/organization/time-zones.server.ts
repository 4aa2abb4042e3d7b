import type { Choice } from '~/ui/form/fields';

// The zones of the United States first: there the law applies.
const FIRST = [
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

export function timeZoneChoices(): Choice[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !FIRST.includes(zone));
  return [...FIRST, ...others].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
