import type { Reply } from '~/api/reply';
import { t } from '~/messages';

export type Organization = Reply<'/api/v1/organization', 'get'>;

const KIND_WORDS = {
  'covered-entity': 'coveredEntity',
  'business-associate': 'businessAssociate',
} as const;

export const kindLabel = (kind: Organization['kind']) => t(`shell.${KIND_WORDS[kind]}`);

/** The two kinds that the rule knows, each with who it is. */
export const kindChoices = () => [
  {
    value: 'covered-entity',
    label: kindLabel('covered-entity'),
    hint: t('entry.kindCoveredEntity'),
  },
  {
    value: 'business-associate',
    label: kindLabel('business-associate'),
    hint: t('entry.kindBusinessAssociate'),
  },
];
