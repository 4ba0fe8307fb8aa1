import { tabs, type Tab } from '../messages';
import type { PanelWords } from '../panelWords';
import { html } from './html';

/** The tabs of the page, with the keys that tabs have everywhere. */
export class TabBar {
  readonly element: HTMLElement;
  private readonly buttons: ReadonlyMap<Tab, HTMLButtonElement>;

  /** @param panelId the id of the element that shows what a tab holds */
  constructor(words: PanelWords, panelId: string, choose: (tab: Tab) => void) {
    this.buttons = new Map(
      tabs.map((tab, index) => {
        const button = html(
          'button',
          { type: 'button', role: 'tab', id: `tab-${tab}`, 'aria-controls': panelId, title: words.tabs[tab] },
          words.tabs[tab],
        );
        button.addEventListener('click', () => choose(tab));
        button.addEventListener('keydown', (event) => {
          const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
          const next = tabs[index + step];
          if (step === 0 || next === undefined) return;
          choose(next);
          this.buttons.get(next)?.focus();
        });
        return [tab, button];
      }),
    );
    this.element = html('div', { role: 'tablist', 'aria-label': words.views }, ...this.buttons.values());
  }

  show(chosen: Tab): void {
    for (const [tab, button] of this.buttons) {
      button.setAttribute('aria-selected', String(tab === chosen));
      button.tabIndex = tab === chosen ? 0 : -1;
    }
  }
}
