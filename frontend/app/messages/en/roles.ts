export const roles = {
  'org-admin': 'Organization admin',
  'org-admin-does': 'People, settings and keys.',
  'compliance-officer': 'Compliance officer',
  'compliance-officer-does': 'Risk analysis, plans, policies and reports.',
  'vendor-manager': 'Vendor manager',
  'vendor-manager-does': 'Vendors and their agreements.',
  'incident-commander': 'Incident commander',
  'incident-commander-does': 'Incidents, breach assessment and notices.',
  staff: 'Staff',
  'staff-does': 'Their own tasks, training and reports.',
  auditor: 'Auditor',
  'auditor-does': 'Reads, exports evidence, changes nothing.',
} as const;
