import { declarePermissions } from '../../platform/access/roles.js';

export const risksPermissions = declarePermissions({
  'assessment:read': {
    allows: 'See risk analyses with their questions, answers, evidence and findings',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'vendor-manager', 'auditor'],
  },
  'assessment:write': {
    allows: 'Start and change a risk analysis, answer its questions, add evidence, decide on findings and proposals, submit it',
    roles: ['compliance-officer'],
  },
  'assessment:approve': {
    allows: 'Sign off an analysis that somebody else prepared, or return it',
    roles: ['org-admin', 'compliance-officer'],
  },
  'risk:read': {
    allows: 'See the risk register',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'vendor-manager', 'auditor'],
  },
  'risk:write': { allows: 'Add, rate and treat risks', roles: ['compliance-officer'] },
  'action:read': {
    allows: 'See the remediation plan',
    roles: ['org-admin', 'compliance-officer', 'incident-commander', 'vendor-manager', 'staff', 'auditor'],
  },
  'action:write': { allows: 'Plan remediation: owners, dates, money, milestones, validation', roles: ['compliance-officer'] },
  'action:work': {
    allows: 'Start and complete remediation, staff only what they own',
    roles: ['compliance-officer', 'incident-commander', 'vendor-manager', 'staff'],
  },
  'report:export': { allows: 'Take out the risk analysis report and the remediation plan', roles: ['org-admin', 'compliance-officer', 'auditor'] },
});
