/** Text as it is compared: without case, spaces and punctuation, which spreadsheets change in passing. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
