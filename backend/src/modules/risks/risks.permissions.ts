import { declarePermissions } from '../../platform/access/roles.js';

const READERS = [
  'org-admin',
  'compliance-officer',
  'vendor-manager',
  'incident-commander',
  'auditor',
] as const;

declarePermissions({
  'assessment:read': { allows: 'See risk assessments, their answers and findings', roles: READERS },
  'assessment:write': {
    allows: 'Start assessments, answer the questions, decide proposals, submit for approval, withdraw drafts',
    roles: ['compliance-officer'],
  },
  'assessment:approve': {
    allows: 'Approve an assessment that somebody else prepared, or return it',
    roles: ['org-admin', 'compliance-officer'],
  },
  'risk:read': { allows: 'See the risk register', roles: READERS },
  'risk:write': {
    allows: 'Add and rate risks, decide what is done about them',
    roles: ['compliance-officer'],
  },
  'risk:accept': {
    allows: 'Approve or refuse that a risk stays as it is, where somebody else asked for it',
    roles: ['org-admin', 'compliance-officer'],
  },
  'plan:read': { allows: 'See the whole remediation plan and its money', roles: READERS },
  'action:read': {
    allows: 'See remediation actions and what they taught: all with plan:read, else what one owns',
    roles: [...READERS, 'staff'],
  },
  'action:write': {
    allows: 'Plan remediation actions, work on any of them, cancel them',
    roles: ['compliance-officer'],
  },
  'action:work': {
    allows: 'Work on the remediation actions and lessons that one owns: start, complete, add evidence',
    roles: ['org-admin', 'compliance-officer', 'vendor-manager', 'incident-commander', 'staff'],
  },
  'action:validate': {
    allows:
      'Check an action that somebody else completed: confirm it, with what becomes of its risks, or reopen it',
    roles: ['org-admin', 'compliance-officer'],
  },
  'report:export': {
    allows: 'Export risk reports and plans as documents',
    roles: ['org-admin', 'compliance-officer', 'auditor'],
  },
});
