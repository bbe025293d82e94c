/** How a delegate list is written: an Excel workbook, or text with commas. */
export const SHEET_FORMS = ['xlsx', 'csv'] as const;
export type SheetForm = (typeof SHEET_FORMS)[number];
