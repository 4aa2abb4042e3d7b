import { t } from '~/messages';

/** The browser's title: the page first, the product last. */
export function pageTitle(...parts: (string | undefined)[]): { title: string }[] {
  return [{ title: [...parts, t('shell.product')].filter(Boolean).join(' · ') }];
}
