import { t } from '~/messages';

interface Actor {
  type: 'person' | 'system' | 'anonymous';
  name: string | null;
}

export function who({ type, name }: Actor): string {
  if (type === 'system') return t('audit.system');
  return name ?? (type === 'anonymous' ? t('audit.anonymous') : t('records.notKnown'));
}
