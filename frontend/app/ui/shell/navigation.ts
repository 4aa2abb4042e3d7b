import {
  IconAlertHexagon,
  IconBriefcase,
  IconCalendarCheck,
  IconClipboardCheck,
  IconHistory,
  IconInbox,
  IconListCheck,
  IconServer2,
  IconSettings,
  IconUrgent,
  IconSunHigh,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { t } from '~/messages';
import type { Permission } from '~/session/session';

export interface Destination {
  to: string;
  label: () => string;
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>;
  /** Shown only to people whose role includes it. */
  permission?: Permission;
}

export interface DestinationGroup {
  label?: () => string;
  destinations: Destination[];
}

/** The one table of contents: the side navigation and the command palette are drawn from it. */
export const destinationGroups: DestinationGroup[] = [
  {
    destinations: [
      { to: '/', label: () => t('navigation.myWork'), icon: IconSunHigh },
      { to: '/mailbox', label: () => t('navigation.mailbox'), icon: IconInbox },
    ],
  },
  {
    label: () => t('navigation.riskAnalysis'),
    destinations: [
      {
        to: '/inventory',
        label: () => t('navigation.inventory'),
        icon: IconServer2,
        permission: 'asset:read',
      },
      {
        to: '/vendors',
        label: () => t('navigation.vendors'),
        icon: IconBriefcase,
        permission: 'vendor:read',
      },
      {
        to: '/assessments',
        label: () => t('navigation.assessments'),
        icon: IconClipboardCheck,
        permission: 'assessment:read',
      },
      { to: '/risks', label: () => t('navigation.risks'), icon: IconAlertHexagon, permission: 'risk:read' },
      { to: '/plan', label: () => t('navigation.plan'), icon: IconListCheck, permission: 'plan:read' },
      {
        to: '/reviews',
        label: () => t('navigation.reviews'),
        icon: IconCalendarCheck,
        permission: 'review:read',
      },
    ],
  },
  {
    label: () => t('navigation.response'),
    destinations: [
      {
        to: '/incidents',
        label: () => t('navigation.incidents'),
        icon: IconUrgent,
        permission: 'incident:read',
      },
    ],
  },
  {
    label: () => t('navigation.organization'),
    destinations: [
      { to: '/audit', label: () => t('navigation.audit'), icon: IconHistory, permission: 'audit:read' },
      { to: '/settings', label: () => t('navigation.settings'), icon: IconSettings },
    ],
  },
];

type Place = Omit<Destination, 'icon'>;

/** Pages below those of the side navigation, found by the command palette. */
export const furtherPages: Place[] = [
  { to: '/inventory/flows', label: () => t('navigation.flows'), permission: 'data-flow:read' },
  { to: '/inventory/diagram', label: () => t('navigation.diagram'), permission: 'data-flow:read' },
  { to: '/assessments/reviews', label: () => t('navigation.changes'), permission: 'change:read' },
  { to: '/settings/sites', label: () => t('settings.sites'), permission: 'organization:read' },
  { to: '/settings/members', label: () => t('settings.members'), permission: 'member:read' },
  { to: '/settings/account', label: () => t('settings.account') },
  { to: '/terms', label: () => t('navigation.terms') },
];

/** What can be made from anywhere, by the command palette. */
export const creations: Place[] = [
  { to: '/incidents/report', label: () => t('navigation.reportIncident'), permission: 'incident:report' },
  { to: '/inventory/flows/new', label: () => t('navigation.newFlow'), permission: 'data-flow:write' },
  { to: '/inventory/import', label: () => t('navigation.importAssets'), permission: 'asset:write' },
  { to: '/inventory/assets/new', label: () => t('navigation.newAsset'), permission: 'asset:write' },
  { to: '/vendors/new', label: () => t('navigation.newVendor'), permission: 'vendor:write' },
  { to: '/assessments/new', label: () => t('navigation.newAssessment'), permission: 'assessment:write' },
  {
    to: '/assessments/reviews/report',
    label: () => t('navigation.reportChange'),
    permission: 'change:report',
  },
  { to: '/settings/sites#new', label: () => t('navigation.newSite'), permission: 'site:write' },
  { to: '/settings/members#invite', label: () => t('navigation.invite'), permission: 'member:write' },
];
