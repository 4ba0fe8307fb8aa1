import MarkdownIt from 'markdown-it';
import { html } from './html';

/** No markup of HTML in it, and no links that lead anywhere but to the web: the text comes from deal files. */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: false });
markdown.validateLink = (url) => /^https?:/i.test(url);

/** A card, as hovers show it. */
export function cardElement(text: string): HTMLElement {
  const card = html('div', { class: 'card' });
  // The one place where text becomes elements: what markdown-it makes has no tags but its own.
  card.innerHTML = markdown.render(text);
  return card;
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
