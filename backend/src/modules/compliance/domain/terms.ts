import type { Confidence, PackHead } from './pack.js';

export interface Term {
  id: string;
  term: string;
  short: string;
  long: string;
  citations: readonly string[];
  confidence?: Confidence;
  source?: string;
}

export interface Terms extends PackHead {
  kind: 'terms';
  terms: readonly Term[];
}
