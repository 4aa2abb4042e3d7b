import { t } from '~/messages';

/** The chosen set of questions; null stands for our own in its newest version. */
export function questionnaireOf(value: string): { pack: string; version: string } | null {
  const at = value.lastIndexOf('@');
  return at > 0 ? { pack: value.slice(0, at), version: value.slice(at + 1) } : null;
}

/** The scales of the pack that comes with the product. */
export function scaleChoices(): { value: string; label: string; hint: string }[] {
  return [
    { value: 'nist-five-level', label: t('assessments.scaleFive'), hint: t('assessments.scaleFiveHint') },
    { value: 'sra-three-level', label: t('assessments.scaleThree'), hint: t('assessments.scaleThreeHint') },
  ];
}
