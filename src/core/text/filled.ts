/** A sentence with what stands for its placeholders, `{name}`, by their names; one that is not known stays. */
export function filled(sentence: string, detail: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => detail[name] ?? placeholder);
}
