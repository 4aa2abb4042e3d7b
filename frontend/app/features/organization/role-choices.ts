import { t } from '~/messages';
import type { Reply } from '~/api/reply';

export type Role = Reply<'/api/v1/session', 'get'>['role'];

const roles: Role[] = [
  'org-admin',
  'compliance-officer',
  'vendor-manager',
  'incident-commander',
  'staff',
  'auditor',
];

/** Each role with what it is for, so that nobody is given more than the work needs (45 CFR 164.308(a)(4)). */
export function roleChoices(): { value: Role; label: string; hint: string }[] {
  return roles.map((role) => ({ value: role, label: t(`roles.${role}`), hint: t(`roles.${role}-does`) }));
}
