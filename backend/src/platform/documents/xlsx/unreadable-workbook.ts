/** Why a workbook cannot be read, said to whoever chose it. */
export class UnreadableWorkbook extends Error {}

export function damaged(): UnreadableWorkbook {
  return new UnreadableWorkbook(
    'This workbook is damaged and cannot be read. Open it in your spreadsheet program, save it again as .xlsx, and choose that file.',
  );
}
