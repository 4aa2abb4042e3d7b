import { t } from '~/messages';
import type { NextStep } from '~/ui/text/page-header';
import type { Asset } from './labels';
import { mayHoldEphi } from './sanitization/sanitization-labels';

type Facts = Pick<
  Asset,
  'id' | 'kind' | 'lifecycle' | 'holdsEphi' | 'ownerId' | 'encryptionAtRest' | 'backup'
>;

/** What the law asks for next of one asset: who answers for it, how it is protected, where its ePHI goes. */
export function assetNextStep(asset: Facts, flows: number, mayWrite: boolean): NextStep {
  if (asset.lifecycle === 'disposed') {
    return {
      title: t('nextSteps.assetDisposedTitle'),
      text: t('nextSteps.assetDisposedText'),
      citation: '45 CFR 164.316(b)(2)(i)',
      href: null,
    };
  }
  if (asset.lifecycle === 'retired' && mayHoldEphi(asset)) {
    return {
      title: t('nextSteps.assetDisposeTitle'),
      text: t('nextSteps.assetDisposeText'),
      citation: '45 CFR 164.310(d)(2)(i)',
      href: mayWrite ? `/inventory/assets/${asset.id}/sanitization` : null,
    };
  }
  if (asset.lifecycle === 'retired') {
    return {
      title: t('nextSteps.assetRetiredTitle'),
      text: t('nextSteps.assetRetiredText'),
      citation: '45 CFR 164.310(d)(2)(i)',
      href: null,
    };
  }
  const missing = unsettled(asset);
  if (missing) return { ...missing, href: mayWrite ? '?edit' : null };
  if (asset.holdsEphi && flows === 0) {
    return {
      title: t('nextSteps.assetFlowTitle'),
      text: t('nextSteps.assetFlowText'),
      citation: '45 CFR 164.308(a)(1)(ii)(A)',
      href: mayWrite ? '#flows' : null,
    };
  }
  return {
    title: t('nextSteps.assetKeepTitle'),
    text: t('nextSteps.assetKeepText'),
    citation: '45 CFR 164.316(b)(2)(iii)',
    href: null,
  };
}

/** What nobody has said of it yet. */
function unsettled(asset: Facts): Omit<NextStep, 'href'> | null {
  if (!asset.ownerId) {
    return {
      title: t('nextSteps.assetOwnTitle'),
      text: t('nextSteps.assetOwnText'),
      citation: '45 CFR 164.310(d)(2)(iii)',
    };
  }
  if (asset.holdsEphi && asset.encryptionAtRest === 'unknown') {
    return {
      title: t('nextSteps.assetEncryptionTitle'),
      text: t('nextSteps.assetEncryptionText'),
      citation: '45 CFR 164.312(a)(2)(iv)',
    };
  }
  if (asset.holdsEphi && asset.backup === 'unknown') {
    return {
      title: t('nextSteps.assetBackupTitle'),
      text: t('nextSteps.assetBackupText'),
      citation: '45 CFR 164.308(a)(7)(ii)(A)',
    };
  }
  return null;
}
