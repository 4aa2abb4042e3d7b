/**
 * How far a document is laid out: its pages are first filled and counted, then set with their numbers, then drawn.
 * How many there are is known from the second step on.
 */
export interface LayoutProgress {
  step: 'counting' | 'setting' | 'drawing';
  page: number;
  /** Null as long as they are being counted. */
  pages: number | null;
}

export type TellProgress = (progress: LayoutProgress) => void;
