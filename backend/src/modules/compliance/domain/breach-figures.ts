import type { PackHead } from './pack.js';

/** A number that the Breach Notification Rule sets, such as 60 days. */
export interface BreachFigure {
  id: string;
  value: number;
  unit: string;
  meaning: string;
  citations: readonly string[];
}

/** A State, the District of Columbia or a territory: “State or jurisdiction” of 45 CFR 164.406(a). */
export interface Jurisdiction {
  id: string;
  name: string;
}

export interface BreachFigures extends PackHead {
  kind: 'breach-rule';
  /** The first day of breaches to which the rule applies, YYYY-MM-DD. */
  appliesFrom: string;
  figures: readonly BreachFigure[];
  jurisdictions: readonly Jurisdiction[];
}
