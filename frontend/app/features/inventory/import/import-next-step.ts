import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { ImportLists } from './import-lists';
import type { ImportView } from './import-types';

/** What to do with a list that waits; no law speaks of spreadsheets, so no citation. */
export function importNextStep(of: ImportLists, list: ImportView): NextStep | null {
  if (list.status !== 'previewed') return null;
  if (list.missing.length > 0) {
    return {
      title: t('assetImport.nextMapTitle'),
      text: of.needs(),
      citation: null,
      href: null,
    };
  }
  if (list.counts.bad > 0) {
    return {
      title: t('assetImport.nextMendTitle', { count: list.counts.bad }),
      text: t('assetImport.nextMendText'),
      citation: null,
      href: '?outcome=bad',
    };
  }
  return {
    title: t('assetImport.nextCommitTitle'),
    text: t('assetImport.nextCommitText'),
    citation: null,
    href: null,
  };
}
