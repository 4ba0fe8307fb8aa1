import type { Uri, Webview } from 'vscode';
import type { PageData } from './messages';
import standaloneColours from './standalone.css';

/** The page of a picture in a panel. Nothing runs on it but the script of the extension, and nothing is fetched. */
export function pictureHtml(webview: Webview, script: Uri, styles: string, data: PageData): string {
  const nonce = freshNonce();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src-elem 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    // A drawing becomes an image on its way to a PNG.
    'img-src blob: data:',
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escaped(data.start.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(data.start.title)}</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body data-vscode-context='{"preventDefaultContextMenuItems":true}'>
${dataScript(data, nonce)}
<script nonce="${nonce}" src="${webview.asWebviewUri(script).toString()}"></script>
</body>
</html>`;
}

/** What a picture has to know where nobody is behind it: a file that shows it by itself, wherever it is opened. */
export function standaloneHtml(script: string, styles: string, data: PageData): string {
  const { title, language } = data.start;
  const nonce = freshNonce();
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src blob: data:">
<title>${escaped(title)}</title>
<style nonce="${nonce}">${standaloneColours}${styles}</style>
</head>
<body class="standalone">
${dataScript(data, nonce)}
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>
`;
}

function dataScript(data: PageData, nonce: string): string {
  // In a script no `<` may stand, in whichever text of a deal file it is.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<script id="picture-data" type="application/json" nonce="${nonce}">${json}</script>`;
}

function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
