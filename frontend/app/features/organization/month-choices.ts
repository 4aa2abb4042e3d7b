import { language } from '~/messages/language';
import type { Choice } from '~/ui/form/fields';

export function monthChoices(): Choice[] {
  return Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Date(Date.UTC(2000, index, 1)).toLocaleString(language(), { month: 'long', timeZone: 'UTC' }),
  }));
}
