import { Marked } from 'marked';
import { html } from './html';

/** As VS Code draws hovers. The text comes from deal files: no markup of HTML in it counts, and links lead to the web alone. */
const markdown = new Marked({
  renderer: {
    html: ({ text }) => escaped(text),
    image: ({ text }) => escaped(text),
    link({ href, tokens }) {
      const text = this.parser.parseInline(tokens);
      return /^https?:\/\//i.test(href) ? `<a href="${escaped(href)}">${text}</a>` : text;
    },
  },
});

/** A card, as hovers show it. */
export function cardElement(text: string): HTMLElement {
  const card = html('div', { class: 'card' });
  // The one place where text becomes elements.
  card.innerHTML = markdown.parse(text, { async: false });
  return card;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A card that stands beside what the pointer is on. */
export class HoverCard {
  readonly element = html('div', { class: 'hover', role: 'tooltip', hidden: true });

  show(text: string, x: number, y: number): void {
    const { element } = this;
    element.replaceChildren(cardElement(text));
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(x + 14, window.innerWidth - width - 8);
    const top = y + 18 + height > window.innerHeight ? y - height - 12 : y + 18;
    element.style.left = `${Math.max(8, left)}px`;
    element.style.top = `${Math.max(8, top)}px`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
