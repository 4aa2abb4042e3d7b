import { t } from '~/messages';

type WordKind =
  | 'status'
  | 'orgKind'
  | 'standing'
  | 'findingSource'
  | 'findingStatus'
  | 'treatment'
  | 'riskStatus'
  | 'actionStatus'
  | 'assetKind'
  | 'hosting'
  | 'encryption'
  | 'backup'
  | 'lifecycle'
  | 'counterparty'
  | 'security';

/** The word for a value of a closed list; a value from a later version is shown as it is, never dropped. */
export function word(kind: WordKind, value: string): string {
  const key = `documents.${kind}_${value}`;
  const text = (t as (key: string) => string)(key satisfies string);
  return text === key ? plain(value) : text;
}

/** 'lab-results' reads as 'lab results'. */
export function plain(value: string): string {
  return value.replaceAll('-', ' ');
}

export function list(values: readonly string[]): string {
  return values.map(plain).join(', ');
}
