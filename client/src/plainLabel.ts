/** A text of a deal file for a label in which VS Code would draw `$(icon)`. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
