import type { FindingDraft, FindingStanding } from './finding.js';

/** What stands out about a data flow; the inventory says which of these apply. */
export type FlowFindingKind =
  | 'unencrypted'
  | 'partly-encrypted'
  | 'encryption-unknown'
  | 'offshore'
  | 'no-purpose'
  | 'no-minimum-necessary'
  | 'no-agreement'
  | 'agreement-unknown';

export interface FlowWithConcerns {
  id: string;
  name: string;
  concerns: readonly { kind: FlowFindingKind; citations: readonly string[] }[];
}

const WORDS: Record<FlowFindingKind, { standing: FindingStanding; title: string; detail: string }> = {
  unencrypted: {
    standing: 'gap',
    title: 'nothing protects the data on its way',
    detail:
      'This data flow carries patient data without encryption. Whoever can listen in between can read it.',
  },
  'partly-encrypted': {
    standing: 'partial',
    title: 'only a part of the way is encrypted',
    detail: 'On some stretch of this data flow the patient data can be read by whoever can listen in.',
  },
  'encryption-unknown': {
    standing: 'unknown',
    title: 'nobody knows whether it is encrypted on its way',
    detail: 'Find out how this data flow is protected and write it down in the inventory.',
  },
  offshore: {
    standing: 'partial',
    title: 'patient data leaves the country',
    detail:
      'The rules do not forbid it. Weigh what it means for your risk, and see that the contract holds there.',
  },
  'no-purpose': {
    standing: 'gap',
    title: 'no purpose is written down',
    detail: 'Patient data may only be shared for a purpose that is allowed. Write down which one it is here.',
  },
  'no-minimum-necessary': {
    standing: 'partial',
    title: 'nobody wrote down why no less data would do',
    detail: 'Share no more patient data than the purpose needs, and write down how you decided what that is.',
  },
  'no-agreement': {
    standing: 'gap',
    title: 'no agreement covers the vendor',
    detail:
      'A vendor gets to see this patient data, and no business associate agreement is in force with them. Sign or renew one, or end the data flow.',
  },
  'agreement-unknown': {
    standing: 'unknown',
    title: 'nobody can say whether an agreement covers the vendor',
    detail:
      'This data flow begins or ends at a vendor whom nobody named. Choose the vendor in the inventory.',
  },
};

/** The findings that data flows raise, by the key that keeps each from standing twice. */
export function flowFindings(flows: readonly FlowWithConcerns[]): Map<string, FindingDraft> {
  const wanted = new Map<string, FindingDraft>();
  for (const flow of flows) {
    for (const { kind, citations } of flow.concerns) {
      const { standing, title, detail } = WORDS[kind];
      wanted.set(`${flow.id}:${kind}`, {
        title: `${flow.name}: ${title}`,
        isNamedAfterRecord: true,
        detail,
        citations,
        standing,
      });
    }
  }
  return wanted;
}
