import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';

interface InventoryCounts {
  assets: number;
  /** Hold ePHI, and nobody said whether they are encrypted at rest. */
  encryptionUnknown: number;
  flows: number;
}

/** What the law asks for next, from how far the inventory is. */
export function inventoryNextStep(
  { assets, encryptionUnknown, flows }: InventoryCounts,
  mayWrite: boolean,
): NextStep {
  const analysis = '45 CFR 164.308(a)(1)(ii)(A)';
  if (assets === 0) {
    return {
      title: t('inventory.nextListTitle'),
      text: t('inventory.nextListText'),
      citation: analysis,
      href: mayWrite ? '/inventory/assets/new' : null,
    };
  }
  if (encryptionUnknown > 0) {
    return {
      title: t('inventory.nextEncryptionTitle', { count: encryptionUnknown }),
      text: t('inventory.nextEncryptionText'),
      citation: '45 CFR 164.312(a)(2)(iv)',
      href: '/inventory?holdsEphi=true&encryptionAtRest=unknown&lifecycle=in-service',
    };
  }
  if (flows === 0) {
    return {
      title: t('inventory.nextFlowsTitle'),
      text: t('inventory.nextFlowsText'),
      citation: analysis,
      href: mayWrite ? '/inventory/flows/new' : '/inventory/flows',
    };
  }
  return {
    title: t('inventory.nextAnalysisTitle'),
    text: t('inventory.nextAnalysisText'),
    citation: analysis,
    href: '/assessments',
  };
}
