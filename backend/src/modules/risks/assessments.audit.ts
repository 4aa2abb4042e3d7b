declare module '../../platform/audit/event-types.js' {
  interface AuditEvents {
    'assessment.created': { questionnaire: string; threats: string; scales: string };
    'assessment.updated': object;
    'assessment.asset-excluded': object;
    'assessment.asset-included': object;
    'answer.saved': { questionId: string; optionId: string; standing: string };
    'finding.opened': { source: string; standing: string };
    'finding.updated': { source: string; standing: string };
    'finding.resolved': { source: string };
    'finding.dismissed': object;
    'finding.reopened': object;
    'evidence.added': { file: boolean };
    'evidence.downloaded': object;
    'evidence.withdrawn': object;
    'proposal.accepted': { pairId: string; subjectType: string; subjectId: string };
    'proposal.dismissed': { pairId: string; subjectType: string; subjectId: string };
    'proposal.restored': { pairId: string; subjectId: string };
  }
}
export {};
