import type { Counterparty, TransportSecurity } from './data-flow.js';

export interface FlowConcernFacts {
  counterparty: Counterparty;
  transportSecurity: TransportSecurity;
  offshore: boolean;
  purpose: string;
  minimumNecessary: string;
  active: boolean;
  /** Those who get to see what flows, and whether an agreement that is in force lets them. */
  vendors: readonly { allowsEphi: boolean }[];
}

export type ConcernKind =
  | 'unencrypted'
  | 'partly-encrypted'
  | 'encryption-unknown'
  | 'offshore'
  | 'no-purpose'
  | 'no-minimum-necessary'
  | 'no-agreement'
  | 'agreement-unknown';

/** Something about a flow that the risk analysis has to answer. */
export interface FlowConcern {
  kind: ConcernKind;
  severity: 'high' | 'moderate';
  citations: string[];
}

// Transmission security, and its addressable specification "encryption".
const TRANSMISSION = ['45 CFR 164.312(e)(1)', '45 CFR 164.312(e)(2)(ii)'];
// A use or disclosure needs a permitted purpose; then it is held to the minimum necessary for it.
const PURPOSE = ['45 CFR 164.502(a)', '45 CFR 164.502(b)'];
const MINIMUM_NECESSARY = ['45 CFR 164.502(b)'];
// HIPAA does not forbid keeping ePHI abroad; the risk analysis has to weigh where it is, and the contract has to hold.
const OFFSHORE = ['45 CFR 164.308(a)(1)(ii)(A)', '45 CFR 164.308(b)(1)'];
// A business associate may have ePHI once a written contract gives the assurances that the rule asks for.
const AGREEMENT = ['45 CFR 164.308(b)(1)', '45 CFR 164.308(b)(3)', '45 CFR 164.502(e)'];

const TRANSPORT: Record<TransportSecurity, FlowConcern | null> = {
  encrypted: null,
  none: { kind: 'unencrypted', severity: 'high', citations: TRANSMISSION },
  partial: { kind: 'partly-encrypted', severity: 'moderate', citations: TRANSMISSION },
  unknown: { kind: 'encryption-unknown', severity: 'moderate', citations: TRANSMISSION },
};

/** What stands out about a flow of ePHI. A flow that ended raises nothing. */
export function flowConcerns(flow: FlowConcernFacts): FlowConcern[] {
  if (!flow.active) return [];
  const concerns: FlowConcern[] = [];
  const transport = TRANSPORT[flow.transportSecurity];
  if (transport) concerns.push(transport);
  // What goes to the patients themselves is not held to the minimum, nor is it given away. 164.502(b)(2)(ii)
  const toPatient = flow.counterparty === 'patient';
  if (flow.offshore && !toPatient) concerns.push({ kind: 'offshore', severity: 'high', citations: OFFSHORE });
  if (flow.purpose.trim() === '')
    concerns.push({ kind: 'no-purpose', severity: 'moderate', citations: PURPOSE });
  if (flow.minimumNecessary.trim() === '' && !toPatient) {
    concerns.push({ kind: 'no-minimum-necessary', severity: 'moderate', citations: MINIMUM_NECESSARY });
  }
  const agreement = agreementConcern(flow);
  if (agreement) concerns.push(agreement);
  return concerns;
}

function agreementConcern({ counterparty, vendors }: FlowConcernFacts): FlowConcern | null {
  if (vendors.some(({ allowsEphi }) => !allowsEphi))
    return { kind: 'no-agreement', severity: 'high', citations: AGREEMENT };
  // Of a vendor whom nobody named, nobody can say whether an agreement covers it.
  const nobodyNamed = counterparty === 'vendor' && vendors.length === 0;
  return nobodyNamed ? { kind: 'agreement-unknown', severity: 'moderate', citations: AGREEMENT } : null;
}
