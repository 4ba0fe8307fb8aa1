import type { CheckDescription, Severity } from '../project/check';

/** What the severities of checks say. */
const severityText: Readonly<Record<Severity, string>> = {
  error: 'An **error**: the file cannot mean what it says.',
  warning: 'A **warning**: most likely a mistake, or something that is missing.',
  information: 'An **information**: nothing is wrong, but worth knowing.',
};

/** The paragraphs of a check's page in Markdown, without its title: what it finds, and the two examples. */
export function checkPage({ title, severity, docs, examples, noFix }: CheckDescription): string[] {
  return [
    `**${title}**`,
    severityText[severity],
    docs,
    ...(noFix === undefined ? [] : [`There is no quick fix: ${noFix}`]),
    ...(examples.config === undefined ? [] : ['With this `dealgraph.json`', fenced('json', examples.config)]),
    'Found in',
    fenced('deal', examples.bad),
    severity === 'information' ? 'and not in' : 'and mended:',
    fenced('deal', examples.good),
  ];
}

/** A block of code, without the line breaks around it. */
export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
