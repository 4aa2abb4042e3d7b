/** What is looked at once a year, one by one. */
export const REVIEWED_TYPES = ['asset', 'data-flow', 'vendor', 'risk'] as const;
export type ReviewedType = (typeof REVIEWED_TYPES)[number];

/** `still-right`: the record says what is so. `needs-change`: it does not, or not any more. */
export const OUTCOMES = ['still-right', 'needs-change'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** By what somebody looked at a record: a review here, or of a risk its rating or its review in a draft. */
export const REVIEW_SOURCES = ['review', 'rating', 'carried'] as const;
export type ReviewSource = (typeof REVIEW_SOURCES)[number];

export const REASON_LENGTH = { least: 3, most: 2_000 } as const;
