export const roles = {
  'org-admin': 'Organization admin',
  'org-admin-does': 'People, sites and settings; lists assets and flows, signs analyses, checks fixes.',
  'compliance-officer': 'Compliance officer',
  'compliance-officer-does':
    'Does the risk analysis, rates risks, plans fixes; signs what a colleague prepared.',
  'vendor-manager': 'Vendor manager',
  'vendor-manager-does':
    'Keeps the vendors and their agreements; sees the inventory, the risks and the plan.',
  'incident-commander': 'Incident commander',
  'incident-commander-does':
    'Sees the inventory, the risks and the plan; works on the actions that they own.',
  staff: 'Staff',
  'staff-does': 'Sees and works on the actions that they own.',
  auditor: 'Auditor',
  'auditor-does': 'Reads all of it, exports the reports and the audit trail, changes nothing.',
} as const;
