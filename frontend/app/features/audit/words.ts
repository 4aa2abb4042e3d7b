import { t } from '~/messages';
import { audit } from '~/messages/en/audit';
import { dayText } from '~/ui/text/date-text';

const ACTION = 'did_';
const PURPOSE = 'for_';
const TYPE = 'type_';

/** A word of the catalog by a name that comes from the log; a name from a later version is shown as it is. */
function word(prefix: string, name: string): string {
  const key = `audit.${prefix}${name}`;
  const text = (t as (key: string) => string)(key);
  return text === key ? name : text;
}

/** What follows the person's name: “changed the asset”. */
export const actionWords = (action: string) => word(ACTION, action);
/** “as of May 7, 2026, for an audit”: of which day something was taken out, and what for; empty where neither was said. */
export function purposeWords({ purpose, asOf }: { purpose?: unknown; asOf?: unknown }): string {
  const day = typeof asOf === 'string' ? t('audit.asOf', { day: dayText(asOf) }) : '';
  const reason = typeof purpose === 'string' && `${PURPOSE}${purpose}` in audit ? word(PURPOSE, purpose) : '';
  return [day, reason].filter(Boolean).join(', ');
}

export const typeWord = (type: string) => word(TYPE, type);
export const outcomeWord = (outcome: 'ok' | 'denied' | 'failed') => t(`audit.${outcome}`);

const namesWith = (prefix: string) =>
  Object.keys(audit)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);

export const actionChoices = () =>
  namesWith(ACTION)
    .map((value) => ({ value, label: `${typeWord(recordOf(value))}: ${actionWords(value)}` }))
    .sort(byLabel);

export const typeChoices = () =>
  namesWith(TYPE)
    .map((value) => ({ value, label: typeWord(value) }))
    .sort(byLabel);

/** Actions on remediation are called “action.…”, those on milestones are theirs too. */
function recordOf(action: string): string {
  const [noun = ''] = action.split('.');
  const others: Record<string, string> = {
    acceptance: 'risk',
    change: 'environment-change',
    record: 'record-review',
    action: 'remediation-action',
    milestone: 'remediation-action',
    effect: 'remediation-action',
    dependency: 'remediation-action',
    lesson: 'remediation-lesson',
    notice: 'message',
    access: 'route',
    audit: 'audit-log',
    report: 'assessment',
    specification: 'addressable-decision',
  };
  return others[noun] ?? noun;
}

/** Where the name in the API says too little, or the same as another's. */
const FIELD_WORDS: ReadonlyMap<string, () => string> = new Map([
  ['content', () => t('audit.field_content')],
  ['safeguards', () => t('audit.field_safeguards')],
  ['safeguardIds', () => t('audit.field_safeguardIds')],
  ['inherentLikelihood', () => t('audit.field_inherentLikelihood')],
  ['inherentImpact', () => t('audit.field_inherentImpact')],
  ['residualLikelihood', () => t('audit.field_residualLikelihood')],
  ['residualImpact', () => t('audit.field_residualImpact')],
  ['q', () => t('audit.field_q')],
]);

/** “ownerId” reads as “owner”, “dueOn” as “due on”. */
export function fieldWords(field: string): string {
  const known = FIELD_WORDS.get(field);
  if (known) return known();
  return field
    .replace(/Ids?$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
