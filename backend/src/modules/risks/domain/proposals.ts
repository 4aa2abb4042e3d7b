/** A pair of a threat and a vulnerability, as far as it says whom it is proposed to. */
export interface ProposablePair {
  id: string;
  appliesTo: {
    assetKinds: readonly string[];
    when: readonly { field: string; is: readonly (string | boolean)[] }[];
  };
}

/** An asset or a data flow with the facts that conditions ask about. */
export interface ProposalSubject {
  type: 'asset' | 'data-flow';
  id: string;
  /** The kind of the asset, or 'data-flow'. */
  kind: string;
  facts: Readonly<Record<string, string | boolean>>;
}

/** Whether what is known of the subject meets every condition. A fact that nobody knows of it meets none. */
export function applies(pair: ProposablePair, subject: Pick<ProposalSubject, 'kind' | 'facts'>): boolean {
  const { assetKinds, when } = pair.appliesTo;
  return (
    assetKinds.includes(subject.kind) &&
    when.every(({ field, is }) => Object.hasOwn(subject.facts, field) && is.includes(subject.facts[field]!))
  );
}

/** One name for one decision: this pair on this asset or flow. */
export function decisionKey(pairId: string, subjectId: string): string {
  return `${pairId}|${subjectId}`;
}

/** What is proposed for a subject, in the pack's order, without what somebody accepted or turned down. */
export function openProposals<P extends ProposablePair>(
  pairs: readonly P[],
  subject: ProposalSubject,
  decided: { has(key: string): boolean },
): P[] {
  return pairs.filter((pair) => applies(pair, subject) && !decided.has(decisionKey(pair.id, subject.id)));
}
