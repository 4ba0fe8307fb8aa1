import { type Disposable, env, l10n, ViewColumn, type WebviewPanel, window } from 'vscode';
import type { Report } from '../../../server/src/protocol';

/**
 * Shows a report as it will look where it is pasted, and copies it in a form that mail programs and word processors
 * take with its tables. Extensions can put nothing but plain text on the clipboard; a page can.
 */
export class ReportPage implements Disposable {
  private panel: WebviewPanel | undefined;

  show(report: Report): void {
    const panel = this.panel ?? this.create();
    panel.title = l10n.t('Copy: {0}', report.title);
    panel.webview.html = page(report);
    panel.reveal();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private create(): WebviewPanel {
    const panel = window.createWebviewPanel('dealgraph.report', '', ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [],
      enableFindWidget: true,
    });
    panel.onDidDispose(() => (this.panel = undefined));
    this.panel = panel;
    return panel;
  }
}

function page({ title, html, markdown }: Report): string {
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))].join('-');
  const words = {
    copied: l10n.t('Copied. Paste it into a mail, Word or Google Docs.'),
    failed: l10n.t('It could not be copied here. Select the report and copy the selection.'),
    press: l10n.t('Press Copy, then paste it into a mail, Word or Google Docs.'),
  };
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src-elem 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; script-src 'nonce-${nonce}'">
<title>${escaped(title)}</title>
<style nonce="${nonce}">
  body { padding: 0 20px 20px; }
  header { position: sticky; top: 0; display: flex; gap: 12px; align-items: center; flex-wrap: wrap; padding: 12px 0; background: var(--vscode-editor-background); }
  button { padding: 5px 14px; border: 1px solid var(--vscode-button-border, transparent); border-radius: 2px; font: inherit; color: var(--vscode-button-foreground); background: var(--vscode-button-background); cursor: pointer; }
  button:hover { background: var(--vscode-button-hoverBackground); }
  button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
  main { padding: 8px 28px 28px; overflow-x: auto; color: #1a1a1a; background: #fff; border: 1px solid var(--vscode-contrastBorder, transparent); font: 14px/1.45 -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
  main a { color: #0a58ca; }
  main table { margin: 8px 0 16px; }
</style>
</head>
<body>
<header>
  <button id="copy" type="button">${escaped(l10n.t('Copy'))}</button>
  <span id="told" role="status"></span>
</header>
<main id="report" aria-label="${escaped(title)}" tabindex="0">
${html}</main>
<template id="plain">${escaped(markdown)}</template>
<script nonce="${nonce}">
  const words = ${JSON.stringify(words).replaceAll('<', '\\u003c')};
  const html = document.getElementById('report').innerHTML.trim();
  const plain = document.getElementById('plain').content.textContent;
  const told = document.getElementById('told');
  const tell = (text) => { told.textContent = ''; setTimeout(() => { told.textContent = text; }, 50); };
  const byEvent = () => {
    let taken = false;
    document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/html', html);
      event.clipboardData.setData('text/plain', plain);
      event.preventDefault();
      event.stopImmediatePropagation();
      taken = true;
    }, { once: true, capture: true });
    return document.execCommand('copy') && taken;
  };
  const copy = async () => {
    const part = (text, type) => new Blob([text], { type });
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': part(html, 'text/html'), 'text/plain': part(plain, 'text/plain') })]);
      return true;
    } catch {
      return byEvent();
    }
  };
  document.getElementById('copy').addEventListener('click', async () => tell((await copy()) ? words.copied : words.failed));
  // Once for each report: the page is loaded again when it comes back into sight. Some hosts copy nothing without a
  // click; then the button does it.
  const host = acquireVsCodeApi();
  if (host.getState() !== '${nonce}') {
    host.setState('${nonce}');
    window.addEventListener('load', async () => tell((await copy()) ? words.copied : words.press));
  }
</script>
</body>
</html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
