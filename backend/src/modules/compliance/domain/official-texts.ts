import type { PackHead } from './pack.js';

/** A passage of an official document, word for word, under the citation or the number that names it. */
export interface OfficialText {
  key: string;
  group: string;
  title: string;
  text: string;
  leadIn?: string;
  designation?: string;
  details?: readonly string[];
}

export interface OfficialTexts extends PackHead {
  kind: 'official-texts';
  items: readonly OfficialText[];
}
