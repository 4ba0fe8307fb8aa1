import type { PageData } from './page-data';
import pictureStyles from './picture.css';
import standaloneColours from './standalone.css';

/** In which colours a page is: those that its reader prefers unless it is one of these. */
export type Theme = 'light' | 'dark';

/** What makes a page of its own. */
export interface StandalonePage {
  /** The script of the page, `dist/picture.js`. */
  readonly script: string;
  readonly data: PageData;
  /** What nobody can guess: whatever has it may run. */
  readonly nonce: string;
  readonly theme?: Theme;
}

/** A picture as a file that shows it by itself, wherever it is opened. Nothing is fetched, and nothing runs but its script. */
export function standaloneHtml({ script, data, nonce, theme }: StandalonePage): string {
  const { title, language } = data.start;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src blob: data:">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${coloursIn(theme)}${pictureStyles}</style>
</head>
<body class="standalone">
${dataScript(data, nonce)}
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

/** What a page knows from the start, as it stands in the page. */
export function dataScript(data: PageData, nonce: string): string {
  // In a script no `<` may stand, in whichever text of a deal file it is.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script id="picture-data" type="application/json" nonce="${nonce}">${json}</script>`;
}

function coloursIn(theme: Theme | undefined): string {
  if (!theme) return standaloneColours;
  return standaloneColours
    .replace('color-scheme: light dark', `color-scheme: ${theme}`)
    .replace('(prefers-color-scheme: dark)', theme === 'dark' ? 'all' : 'not all');
}

/** A text in which nothing is markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
