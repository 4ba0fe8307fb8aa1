import type { GraphNode } from '../../../../server/src/picture/graph';
import type { PanelWords } from '../panelWords';
import { cardElement, HoverCard } from './card';
import { cardText } from './cardText';
import { cardPlace, cardPlaces, type Box } from './cardPlace';
import type { Host } from './host';
import { html, iconButton, textButton } from './html';
import type { Picked } from './target';

/** Milliseconds for which a pointer rests before a card is shown. */
const rest = 350;
/** Milliseconds until the card of what was clicked comes: before that it may lie below a double click. */
const secondClick = 300;

/** What cards have to know of the picture. */
export interface CardSubject {
  /** What a thing is called in the source; of a tie those of its deals. */
  namesOf(target: Picked): readonly string[];
  /** How many deals a tie has, since not all of very many have names here. */
  countOf?(target: Picked): number | undefined;
  nodeOf(target: Picked): GraphNode | undefined;
  /** What is said of it besides its cards. */
  noteOn(target: Picked): string | undefined;
  dayOf(): number;
  /** The room that a card stands in, what of the picture it is about, and what else is there. */
  room(): Box;
  boxesOf(target: Picked): readonly Box[];
  others(): readonly Box[];
}

/** What can be done from a card. */
export interface CardActions {
  close(): void;
  connect(node: GraphNode): void;
  rename(node: GraphNode): void;
}

/** The card of what is selected, and that of what the pointer is on: the same as hovers show in the text. */
export class DetailsCard {
  readonly element = html('aside', { hidden: true });
  private readonly hover = new HoverCard();
  readonly hoverElement = this.hover.element;
  private hovering: ReturnType<typeof setTimeout> | undefined;
  private shown: Picked | undefined;
  /** Counts what was asked for: only the last one is shown. */
  private asked = 0;
  /** What the card says, and of what. */
  private told: { readonly id: string; readonly text: string } | undefined;

  constructor(
    private readonly words: PanelWords,
    private readonly host: Host,
    private readonly subject: CardSubject,
    private readonly actions: CardActions,
  ) {
    this.element.setAttribute('aria-label', words.details);
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  close(): void {
    this.asked += 1;
    this.shown = this.told = undefined;
    this.element.hidden = true;
    this.leave();
  }

  async show(target: Picked): Promise<void> {
    const asked = ++this.asked;
    this.shown = target;
    this.leave();
    await new Promise((resolve) => setTimeout(resolve, secondClick));
    if (asked !== this.asked) return;
    const text = await this.textOf(target);
    if (asked !== this.asked) return;
    if (text === '') {
      this.close();
      return;
    }
    // Who reads it or is on one of its buttons is not disturbed.
    if (this.told?.id === target.id && this.told.text === text) return;
    this.told = { id: target.id, text };
    this.element.replaceChildren(
      iconButton('close', this.words.close, () => this.actions.close()),
      cardElement(text),
      html('div', { class: 'bar' }, ...this.buttons(target)),
    );
    this.place();
  }

  /** Puts the card where what it is about is in sight. The picture stays where it is. */
  place(): void {
    const { element, shown, subject } = this;
    if (!shown || this.told === undefined) return;
    const room = subject.room();
    const before = element.dataset['at'];
    // How tall it is depends on how wide it may be there.
    [element.dataset['at']] = cardPlaces(room.right - room.left);
    element.style.maxHeight = '';
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    const about = subject.boxesOf(shown);
    const { place, most } = cardPlace(room, { width, height }, about, subject.others(), before);
    element.dataset['at'] = place;
    element.style.maxHeight = `${most}px`;
  }

  /** The pointer is on something; its card is shown once it rests there. */
  point(target: Picked | undefined, x: number, y: number): void {
    this.leave();
    // What is selected is told already.
    if (!target || (this.isOpen && target.id === this.shown?.id)) return;
    this.hovering = setTimeout(() => void this.showHover(target, x, y), rest);
  }

  leave(): void {
    clearTimeout(this.hovering);
    this.hovering = undefined;
    this.hover.hide();
  }

  private async showHover(target: Picked, x: number, y: number): Promise<void> {
    const asked = this.hovering;
    const text = await this.textOf(target);
    if (text !== '' && asked === this.hovering) this.hover.show(text, x, y);
  }

  private buttons(target: Picked): HTMLButtonElement[] {
    const { words, host, actions } = this;
    const [name] = this.subject.namesOf(target);
    if (!host.isEditor || name === undefined) return [];
    const node = this.subject.nodeOf(target);
    const open = textButton(words.open, () => host.tell({ type: 'open', name, focuses: true }), 'primary');
    if (!node || node.name === null) return [open];
    return [
      open,
      textButton(words.pictureOf, () => host.tell({ type: 'pictureOf', name })),
      textButton(words.inTree, () => host.tell({ type: 'revealInTree', name })),
      textButton(words.newDeal, () => actions.connect(node)),
      textButton(words.rename, () => actions.rename(node)),
    ];
  }

  /** What is said of something, as Markdown; empty where nothing is. */
  private textOf(target: Picked): Promise<string> {
    const { subject } = this;
    const [others, note] = [subject.nodeOf(target)?.others, subject.noteOn(target)];
    const count = subject.countOf?.(target);
    return cardText(
      {
        names: subject.namesOf(target),
        ...(count !== undefined && { count }),
        ...(others && { others }),
        ...(note !== undefined && { note }),
      },
      this.words,
      (names) => this.host.ask('card', { names, day: subject.dayOf() }),
    );
  }
}
