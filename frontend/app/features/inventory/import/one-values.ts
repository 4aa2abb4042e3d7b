import { t } from '~/messages';
import type { Places } from '../asset-fields';
import { COUNTERPARTIES, counterpartyLabel, TRANSPORT_SECURITIES, transportLabel } from '../flow-labels';
import {
  backupLabel,
  BACKUPS,
  choicesOf,
  encryptionLabel,
  ENCRYPTIONS,
  hostingLabel,
  HOSTINGS,
  kindLabel,
  KINDS,
  lifecycleLabel,
  LIFECYCLES,
  PHI_ACTIVITIES,
  PHI_TYPES,
  phiActivityLabel,
  phiLabel,
} from '../labels';
import type { ImportField } from './import-types';

interface Choice {
  value: string;
  label: string;
}

/** How one value for the whole list is given: chosen from its words, ticked where it can be several, or typed. */
export type OneValue = { field: ImportField } & (
  | { as: 'choice' | 'several'; choices: (places: Places | null) => Choice[] }
  | { as: 'text'; most: number; hint?: () => string; names?: (places: Places | null) => string[] }
  | { as: 'long'; most: number }
);

const yesOrNo = (): Choice[] => [
  { value: 'yes', label: t('inventory.yes') },
  { value: 'no', label: t('inventory.no') },
];
const phiTypes = (): Choice[] => choicesOf(PHI_TYPES, phiLabel);
const sites = (places: Places | null): Choice[] =>
  (places?.sites ?? []).map(({ name }) => ({ value: name, label: name }));

/** All but the tag, of which each row has its own. What a new asset needs comes first. */
export const ASSET_VALUES: readonly OneValue[] = [
  { field: 'name', as: 'text', most: 200 },
  { field: 'kind', as: 'choice', choices: () => choicesOf(KINDS, kindLabel) },
  { field: 'hosting', as: 'choice', choices: () => choicesOf(HOSTINGS, hostingLabel) },
  { field: 'holdsEphi', as: 'choice', choices: yesOrNo },
  { field: 'site', as: 'choice', choices: sites },
  { field: 'location', as: 'text', most: 200 },
  {
    field: 'owner',
    as: 'text',
    most: 254,
    hint: () => t('assetImport.ownerHint'),
    names: (places) => (places?.colleagues ?? []).map(({ name }) => name),
  },
  { field: 'vendorName', as: 'text', most: 200 },
  { field: 'lifecycle', as: 'choice', choices: () => choicesOf(LIFECYCLES, lifecycleLabel) },
  { field: 'encryptionAtRest', as: 'choice', choices: () => choicesOf(ENCRYPTIONS, encryptionLabel) },
  { field: 'encryptionInTransit', as: 'choice', choices: () => choicesOf(ENCRYPTIONS, encryptionLabel) },
  { field: 'backup', as: 'choice', choices: () => choicesOf(BACKUPS, backupLabel) },
  { field: 'internetFacing', as: 'choice', choices: yesOrNo },
  { field: 'portable', as: 'choice', choices: yesOrNo },
  { field: 'phiRecordCount', as: 'text', most: 20, hint: () => t('inventory.phiRecordCountHint') },
  { field: 'phiTypes', as: 'several', choices: phiTypes },
  { field: 'phiActivities', as: 'several', choices: () => choicesOf(PHI_ACTIVITIES, phiActivityLabel) },
  { field: 'description', as: 'long', most: 4000 },
  { field: 'notes', as: 'long', most: 20_000 },
];

/** All but the code. */
export const FLOW_VALUES: readonly OneValue[] = [
  { field: 'name', as: 'text', most: 200 },
  { field: 'from', as: 'text', most: 300, hint: () => t('assetImport.endHint') },
  { field: 'to', as: 'text', most: 300, hint: () => t('assetImport.endHint') },
  { field: 'counterparty', as: 'choice', choices: () => choicesOf(COUNTERPARTIES, counterpartyLabel) },
  { field: 'transportMethod', as: 'text', most: 200 },
  {
    field: 'transportSecurity',
    as: 'choice',
    choices: () => choicesOf(TRANSPORT_SECURITIES, transportLabel),
  },
  { field: 'offshore', as: 'choice', choices: yesOrNo },
  { field: 'active', as: 'choice', choices: yesOrNo },
  { field: 'phiTypes', as: 'several', choices: phiTypes },
  { field: 'purpose', as: 'long', most: 1000 },
  { field: 'minimumNecessary', as: 'long', most: 1000 },
];

/** Several words of one value, as a cell parts them. */
export function severalOf(value: string | null | undefined): string[] {
  return (value ?? '')
    .split(/[,;|\n/]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** What is chosen stays to be seen and saved, also where it is called otherwise or is offered no more. */
export function withChosen(choices: Choice[], chosen: readonly string[]): Choice[] {
  const others = chosen.filter((value) => !choices.some((choice) => choice.value === value));
  return [...choices, ...others.map((value) => ({ value, label: value }))];
}

/** A value as the screen says it. */
export function oneValueLabel(of: OneValue, value: string, places: Places | null): string {
  if (of.as !== 'choice' && of.as !== 'several') return value;
  const choices = of.choices(places);
  const words = of.as === 'several' ? severalOf(value) : [value];
  return words.map((word) => choices.find((choice) => choice.value === word)?.label ?? word).join(', ');
}
