import { z } from 'zod';
import {
  calendarDateField,
  centsField,
  countField,
  idIn,
  idOut,
  instantField,
  line,
} from '../http/schemas.js';
import { ROLE_NAMES } from '../access/roles.js';
import { isTooShort, TOO_SHORT } from './passwords.js';

export const organizationKind = z.enum(['covered-entity', 'business-associate']);
export const role = z.enum(ROLE_NAMES);
export const email = z
  .email('Write an e-mail address, such as ana@clinic.example.')
  .max(254)
  .transform((value) => value.toLowerCase());
export const timeZone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'Choose a time zone.',
  );
const password = z.string().max(1_024, 'That is longer than any password here.');
/** Told with the other fields at once; its strength is judged later, with the person's own words at hand. */
const newPassword = password.superRefine((typed, context) => {
  if (typed === '') context.addIssue('Please fill this in.');
  else if (isTooShort(typed)) context.addIssue(TOO_SHORT);
});

export const signInRequest = z
  .strictObject({ email, password: password.min(1, 'Please fill this in.') })
  .meta({ id: 'SignInRequest' });

export const sessionView = z
  .object({
    person: z.object({ id: idOut('person'), name: z.string(), email: z.string() }),
    member: z.object({ id: idOut('member') }),
    organization: z.object({
      id: idOut('organization'),
      name: z.string(),
      kind: organizationKind,
      timeZone: z.string(),
      idleMinutes: z.number().int(),
    }),
    memberships: z.array(
      z.object({
        organizationId: idOut('organization'),
        organizationName: z.string(),
        kind: organizationKind,
        role,
        roleLabel: z.string(),
      }),
    ),
    role,
    roleLabel: z.string(),
    permissions: z.array(z.string()),
    csrfToken: z.string(),
    idleExpiresAt: instantField,
    absoluteExpiresAt: instantField,
    today: calendarDateField,
    serverTime: instantField,
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionView>;

export const switchOrganizationRequest = z
  .strictObject({ organizationId: idIn('organization') })
  .meta({ id: 'SwitchOrganizationRequest' });

export const changePasswordRequest = z
  .strictObject({
    currentPassword: password.min(1, 'Please fill this in.'),
    newPassword,
  })
  .meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequest = z.infer<typeof changePasswordRequest>;

export const setupView = z.object({ needed: z.boolean() }).meta({ id: 'Setup' });
export const setupRequest = z
  .strictObject({
    organizationName: line(200, 1),
    kind: organizationKind,
    timeZone,
    ownerName: line(200, 1),
    email,
    password: newPassword,
  })
  .meta({ id: 'SetupRequest' });
export type SetupRequest = z.infer<typeof setupRequest>;

export const organizationView = z
  .object({
    id: idOut('organization'),
    name: z.string(),
    kind: organizationKind,
    timeZone: z.string(),
    fiscalYearStartMonth: z.number().int(),
    workforceSize: z.number().int().nullable(),
    annualSecurityBudgetCents: z.number().int().nullable(),
    idleMinutes: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'Organization' });
export const updateOrganizationRequest = z
  .strictObject({
    name: line(200, 1),
    kind: organizationKind,
    timeZone,
    fiscalYearStartMonth: z.number().int().min(1).max(12),
    workforceSize: countField.max(10_000_000, 'That is more than this product counts.').nullable(),
    annualSecurityBudgetCents: centsField.nullable(),
    idleMinutes: countField.min(5, 'Between 5 and 30 minutes.').max(30, 'Between 5 and 30 minutes.'),
  })
  .partial()
  .meta({ id: 'UpdateOrganizationRequest' });
export type UpdateOrganizationRequest = z.infer<typeof updateOrganizationRequest>;

const siteFields = {
  name: line(200, 1),
  street: line(200).nullable(),
  city: line(100).nullable(),
  state: line(60).nullable(),
  postalCode: line(20).nullable(),
  phone: line(40).nullable(),
};
export const siteView = z
  .object({
    id: idOut('site'),
    name: z.string(),
    street: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    postalCode: z.string().nullable(),
    phone: z.string().nullable(),
    active: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Site' });
export const siteList = z.object({ items: z.array(siteView) }).meta({ id: 'SiteList' });
export const createSiteRequest = z
  .strictObject({
    ...siteFields,
    street: siteFields.street.default(null),
    city: siteFields.city.default(null),
    state: siteFields.state.default(null),
    postalCode: siteFields.postalCode.default(null),
    phone: siteFields.phone.default(null),
  })
  .meta({ id: 'CreateSiteRequest' });
export type CreateSiteRequest = z.infer<typeof createSiteRequest>;
export const updateSiteRequest = z
  .strictObject({ ...siteFields, active: z.boolean() })
  .partial()
  .meta({ id: 'UpdateSiteRequest' });
export type UpdateSiteRequest = z.infer<typeof updateSiteRequest>;

export const memberView = z
  .object({
    id: idOut('member'),
    name: z.string(),
    email: z.string(),
    role,
    roleLabel: z.string(),
    active: z.boolean(),
    joinedAt: instantField,
    version: z.number().int(),
  })
  .meta({ id: 'Member' });
export const memberList = z.object({ items: z.array(memberView) }).meta({ id: 'MemberList' });
/** What every member may see of the others: to choose an owner one needs a name. */
export const colleagueList = z
  .object({
    items: z.array(
      z.object({ id: idOut('member'), name: z.string(), roleLabel: z.string(), mayOwn: z.boolean() }),
    ),
  })
  .meta({ id: 'ColleagueList' });
export const updateMemberRequest = z
  .strictObject({ role, active: z.boolean() })
  .partial()
  .meta({ id: 'UpdateMemberRequest' });

export const invitationView = z
  .object({
    id: idOut('invitation'),
    email: z.string(),
    name: z.string(),
    role,
    roleLabel: z.string(),
    inviterName: z.string(),
    createdAt: instantField,
    expiresAt: instantField,
  })
  .meta({ id: 'Invitation' });
export const invitationList = z.object({ items: z.array(invitationView) }).meta({ id: 'InvitationList' });
export const inviteRequest = z
  .strictObject({ email, name: line(200, 1), role })
  .meta({ id: 'InviteRequest' });
export type InviteRequest = z.infer<typeof inviteRequest>;
export const inviteResponse = z
  .object({ invitation: invitationView, link: z.string() })
  .meta({ id: 'InvitationWithLink' });
export const openInvitationView = z
  .object({
    organizationName: z.string(),
    inviterName: z.string(),
    email: z.string(),
    name: z.string(),
    role,
    roleLabel: z.string(),
    personExists: z.boolean(),
  })
  .meta({ id: 'OpenInvitation' });
export const acceptInvitationRequest = z
  .strictObject({ name: line(200, 1).optional(), password: password.min(1, 'Please fill this in.') })
  .meta({ id: 'AcceptInvitationRequest' });
export type AcceptInvitationRequest = z.infer<typeof acceptInvitationRequest>;
