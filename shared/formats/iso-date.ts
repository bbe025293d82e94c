/** Returns the text where it is a day of the calendar as `YYYY-MM-DD`, else null. */
export function isoDate(text: string | undefined): string | null {
  const day = text?.trim() ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day;
}
