import { declarePermissions } from '../access/roles.js';

declarePermissions({
  'audit:read': {
    allows: 'See the audit log of the organization and verify it',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
  'audit:export': {
    allows: 'Take the audit log out as CSV and PDF',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
