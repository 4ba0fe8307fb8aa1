import type { PageData } from '../messages';
import { EditorHost } from './host';
import { Panel } from './panel';
import { StandaloneHost } from './standaloneHost';

/** The entry of the page, in a panel of VS Code and in a file that stands alone. */
function begin(): void {
  const element = document.getElementById('picture-data');
  const data: unknown = JSON.parse(element?.textContent ?? 'null');
  if (!isPageData(data)) return;
  const host = data.alone ? new StandaloneHost(data.alone, data.start) : new EditorHost();
  const panel = new Panel(host, data.start, document.body);
  panel.begin();
}

function isPageData(data: unknown): data is PageData {
  return typeof data === 'object' && data !== null && 'start' in data;
}

begin();
