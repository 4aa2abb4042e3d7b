/** The field of a tick begins with this, and ends with the id of its record; its value is the version that is seen. */
export const CHOSEN = 'record.';
/** The form that the ticks in the table belong to. */
export const REVIEW_FORM = 'review-records';
