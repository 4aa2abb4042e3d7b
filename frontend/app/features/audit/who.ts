import { t } from '~/messages';

interface Actor {
  type: 'person' | 'system' | 'anonymous';
  /** Of a system: who asked for what it did. */
  id: string | null;
  name: string | null;
}

export function who({ type, id, name }: Actor): string {
  if (type === 'system') return id && name ? t('audit.systemFor', { name }) : t('audit.system');
  return name ?? (type === 'anonymous' ? t('audit.anonymous') : t('records.notKnown'));
}
