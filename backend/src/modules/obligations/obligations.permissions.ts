import { declarePermissions } from '../../platform/access/roles.js';

declarePermissions({
  'obligation:read': {
    allows: 'See what is due in the organization, and why',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'auditor'],
  },
});
