/** The language tag by which words, numbers and dates are written. */
type Language = 'en';

/**
 * Asked at each use and never kept in a variable: one server answers many people at once. A second language is
 * decided here, by the request on the server and by the document in the browser.
 */
export function language(): Language {
  return 'en';
}
