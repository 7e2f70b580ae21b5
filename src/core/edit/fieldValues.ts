/** Whether a text is a day of the calendar as ISO 8601 writes it, `2025-07-12`, with or without a time. */
export function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  const [year = 0, month = 0, day = 0] = parts?.slice(1).map(Number) ?? [];
  // Day 0 of the next month is the last of this one.
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days;
}

/** A language tag of BCP 47 as it is to be written (`en-gb` as `en-GB`); undefined where it is none. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** The first line that is not empty: the headline, in most articles. */
export function firstLine(text: string): string {
  return /\S.*/u.exec(text)?.[0].trim() ?? '';
}
