import type { CalendarDate } from '../../../../platform/kernel/calendar-date.js';

/** What is known of an incident as far as the clocks of 45 CFR 164.404 to 164.414 ask for it. Dates are calendar dates. */
export interface BreachFacts {
  /** The day of the breach, or null while nobody knows it. */
  occurredOn: CalendarDate | null;
  phi: PhiState;
  /** Each covered entity whose patients are affected, and the business associates between them and the breach. */
  parties: readonly Party[];
  /** Who knew, or should have known, and when; several of one party are fine, the first counts. */
  knowledge: readonly Knowledge[];
  /** What law enforcement asked for. 164.412 */
  holds: readonly Hold[];
  /** What has to be kept for six years. 164.414(a), 164.530(j) */
  records: readonly KeptRecord[];
}

/** 164.402, “unsecured”: only encrypted data whose key is known to be safe, or destroyed data, ask for no notice. */
export type PhiState =
  | { state: 'unsecured' }
  | { state: 'encrypted'; keyCompromised: 'yes' | 'no' | 'unknown'; because: string }
  | { state: 'destroyed'; because: string };

export type Party = CoveredEntity | BusinessAssociate;

export interface CoveredEntity {
  id: string;
  role: 'covered-entity';
  name: string;
  /** How many are affected, as counted so far; the latest count holds. None while nobody has counted. */
  counts: readonly Count[];
  contact: ContactFacts;
}

export interface BusinessAssociate {
  id: string;
  role: 'business-associate';
  name: string;
  /** For whom: covered entities, or the business associate whose subcontractor it is. */
  worksFor: readonly Engagement[];
}

export interface Engagement {
  party: string;
  /** By the federal common law of agency: what an agent knows, its principal knows. 164.404(a)(2), 164.410(a)(2) */
  asAgent: boolean;
  /** Days that the contract gives from its discovery, or null where it names none. */
  contractDays: number | null;
}

export interface Count {
  asOf: CalendarDate;
  individuals: number;
  /** By State or jurisdiction, two letters; those of other countries or unknown residence stand in none. */
  residents: Readonly<Partial<Record<string, number>>>;
}

export interface ContactFacts {
  /** Individuals whose address is insufficient or out of date, as each mailing showed. 164.404(d)(2) */
  insufficient: readonly number[];
  /** Of the dead: next of kin or representatives without an address. They ask for no substitute notice. */
  nextOfKinWithoutAddress: number;
  /** First day of the posting on the home page. */
  postedOn: CalendarDate | null;
}

export interface Knowledge {
  party: string;
  on: CalendarDate;
  how: 'known' | 'reasonable-diligence' | 'told';
  /** Known by the person who committed the breach, and by nobody else: it does not count. */
  onlyByWhoCommittedIt: boolean;
}

export type Hold =
  | { form: 'written'; to: string; statedOn: CalendarDate; through: CalendarDate }
  | { form: 'oral'; to: string; statedOn: CalendarDate };

export interface KeptRecord {
  name: string;
  createdOn: CalendarDate;
  /** The last day on which it was in effect; null where it was of one day. */
  lastInEffectOn: CalendarDate | null;
}
