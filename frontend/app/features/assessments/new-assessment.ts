import type { ItemOf } from '~/api/reply';
import { t } from '~/messages';
import { confidenceWord } from './words';

type OwnScale = Pick<ItemOf<'/api/v1/risk-scales'>, 'id' | 'title' | 'number' | 'reason'>;

type QuestionSet = Pick<
  ItemOf<'/api/v1/questionnaires'>,
  'pack' | 'version' | 'official' | 'sectionCount' | 'questionCount' | 'provenance'
>;

/** When to choose a set, where it is ours; then how long it is and where it comes from. */
export function questionnaireHint(set: QuestionSet): string {
  const facts = [
    set.official ? t('assessments.officialSet') : t('assessments.ownSet'),
    `${t('assessments.questionCount', { count: set.questionCount })}, ${t('assessments.sectionCount', { count: set.sectionCount })}`,
    t('assessments.versionOf', { version: set.version }),
    confidenceWord(set.provenance.confidence),
  ].join(' · ');
  return [whenToChoose(set), facts].filter(Boolean).join(' ');
}

/** Sets that come from elsewhere have no such words here. */
function whenToChoose({ pack, official }: QuestionSet): string | undefined {
  if (official) return undefined;
  if (pack === 'security-questions') return t('assessments.whenToChoose_security-questions');
  if (pack === 'security-activities') return t('assessments.whenToChoose_security-activities');
  return undefined;
}

/** The chosen set of questions; null stands for the default in its newest version. */
export function questionnaireOf(value: string): { pack: string; version: string } | null {
  const at = value.lastIndexOf('@');
  return at > 0 ? { pack: value.slice(0, at), version: value.slice(at + 1) } : null;
}

/** Chosen where nobody chose and nothing is followed. */
export const FIRST_SCALE = 'nist-five-level';

/** The scales of the pack that comes with the product, and the organization's own that are in force. */
export function scaleChoices(
  own: readonly OwnScale[] = [],
): { value: string; label: string; hint: string }[] {
  return [
    { value: FIRST_SCALE, label: t('assessments.scaleFive'), hint: t('assessments.scaleFiveHint') },
    { value: 'sra-three-level', label: t('assessments.scaleThree'), hint: t('assessments.scaleThreeHint') },
    ...own.map(({ id, title, number, reason }) => ({
      value: id,
      label: title,
      hint: t('scales.ownGroup', { number, reason }),
    })),
  ];
}

/** Two of one name could not be told apart in a list: the second is offered as “… (2)”. */
export function freeTitle(title: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? title : `${title} (${number})`;
    if (!taken.includes(candidate)) return candidate;
  }
}
