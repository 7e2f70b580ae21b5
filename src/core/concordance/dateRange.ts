/** The first and the last of some days, months or years, as ISO 8601 writes them; an end that is missing is open. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/**
 * The range that `2024`, `2024-03`, `2024-03-05`, `2024-01..2024-03`, `..2023` or `2024..` mean; undefined for what
 * means none, or one that ends before it begins.
 */
export function dateRange(words: string): DateRange | undefined {
  const [from = '', to = from, ...further] = words.split('..');
  const isValid = further.length === 0 && (from !== '' || to !== '');
  if (!isValid || [from, to].some((each) => each !== '' && !isPart(each))) return undefined;
  // “2024-05..2024” ends with the last day of 2024.
  const length = Math.min(from.length, to.length);
  if (from !== '' && to !== '' && from.slice(0, length) > to.slice(0, length)) return undefined;
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) };
}

/** Whether a day, with or without a time as a sidecar says it, is within the range. */
export function isWithin(date: string, { from = '', to }: DateRange): boolean {
  return date.slice(0, from.length) >= from && (to === undefined || date.slice(0, to.length) <= to);
}

/** A year, a month of a year, or a day that is in the calendar. */
function isPart(words: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(words);
  if (!parts) return false;
  const [, year = 0, month = 1, day = 1] = parts.map((part) => Number(part || 1));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** Day 0 of the next month is the last of this one. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
