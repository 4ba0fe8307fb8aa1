import type { Uri, Webview } from 'vscode';
import { dataScript, escaped } from '../../../server/src/picture/page/standalone-page';
import type { PageData } from './messages';

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

/** What nobody can guess. */
export function freshNonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
