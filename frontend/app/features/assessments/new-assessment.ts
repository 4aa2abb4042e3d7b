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

/** Two of one name could not be told apart in a list: the second is offered as “… (2)”. */
export function freeTitle(title: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? title : `${title} (${number})`;
    if (!taken.includes(candidate)) return candidate;
  }
}
