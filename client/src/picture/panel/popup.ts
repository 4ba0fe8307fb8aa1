import { html, iconButton, type IconName } from './html';

/** Pixels from a form to the edge. */
const edge = 6;

/** A button that opens a form below the tools, one at a time. */
export class PopupButton {
  readonly button: HTMLButtonElement;

  constructor(
    private readonly popups: Popups,
    icon: IconName,
    label: string,
    private readonly make: () => HTMLElement,
  ) {
    this.button = iconButton(icon, label, () => this.popups.toggle(this));
    this.button.setAttribute('aria-expanded', 'false');
  }

  content(): HTMLElement {
    return this.make();
  }
}

/** The forms that open below the tools. */
export class Popups {
  private open: { readonly owner: PopupButton; readonly element: HTMLElement } | undefined;

  /** @param opened is told that a form covers something now, or something else than before */
  constructor(
    private readonly place: HTMLElement,
    private readonly opened: () => void,
  ) {
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
      event.preventDefault();
      const { button } = this.open.owner;
      this.close();
      button.focus();
    });
  }

  toggle(owner: PopupButton): void {
    const wasOpen = this.open?.owner === owner;
    this.close();
    if (wasOpen) return;
    const element = html(
      'div',
      { class: 'popup', role: 'dialog', 'aria-label': owner.button.title },
      owner.content(),
    );
    this.open = { owner, element };
    owner.button.setAttribute('aria-expanded', 'true');
    this.place.append(element);
    this.putBelow(owner.button, element);
    this.opened();
    element.querySelector<HTMLElement>('input, select, button')?.focus();
  }

  /** Below its button, as far as there is room for that. */
  private putBelow(button: HTMLElement, element: HTMLElement): void {
    const place = this.place.getBoundingClientRect();
    const beside = place.right - button.getBoundingClientRect().right;
    const most = place.width - element.offsetWidth - edge;
    element.style.right = `${Math.max(edge, Math.min(beside, most))}px`;
  }

  /** Shows the form anew, where one is open, with the focus where it was. */
  refresh(): void {
    if (!this.open) return;
    const { owner, element } = this.open;
    const content = owner.content();
    // What is being typed stays.
    if (element.firstChild?.isEqualNode(content) === true) return;
    const fields = () => [...element.querySelectorAll<HTMLElement>('input, select, button')];
    const at = fields().findIndex((field) => field === document.activeElement);
    element.replaceChildren(content);
    fields()[at]?.focus();
  }

  close(): void {
    this.open?.element.remove();
    this.open?.owner.button.setAttribute('aria-expanded', 'false');
    this.open = undefined;
  }
}
