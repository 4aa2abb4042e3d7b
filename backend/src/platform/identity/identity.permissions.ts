import { declarePermissions } from '../access/roles.js';

declarePermissions({
  'organization:read': {
    allows: 'See the organization and its sites',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'staff', 'auditor'],
  },
  'organization:update': {
    allows: 'Change the organization, its sites and its session rules',
    roles: ['org-admin'],
  },
  'site:write': { allows: 'Add and change sites', roles: ['org-admin', 'compliance-officer'] },
  'member:read': {
    allows: 'See who belongs to the organization',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
  'member:write': { allows: 'Invite people, change their roles, end their access', roles: ['org-admin'] },
});
