/** A text in small letters, as long as it was: letters that would become longer stay as they are. */
export function inSmallLetters(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (letter) => {
    const each = letter.toLowerCase();
    return each.length === letter.length ? each : letter;
  }).join('');
}
