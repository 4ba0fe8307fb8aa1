import type { PanelWords } from '../panelWords';
import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import { html, iconButton, iconOf } from './html';

/** Milliseconds from one change to the next while it plays. */
const beat = 1100;

/** What the slider has to know. */
export interface Times {
  /** Days on which anything changes, in order. */
  readonly days: readonly number[];
  /** The day as of which the project is seen, and the day that it is. */
  readonly asOf: number;
  readonly today: number;
}

/** The days that can be chosen, from the first change to the last one or the day of the project. */
export class TimeSlider {
  readonly element: HTMLElement;
  private readonly range = html('input', { type: 'range', step: 1, class: 'days' });
  private readonly label = html('output', { class: 'day' });
  private readonly marks = html('div', { class: 'marks', 'aria-hidden': 'true' });
  private readonly playButton: HTMLButtonElement;
  private readonly projectDay: HTMLButtonElement;
  private readonly everywhere: HTMLButtonElement;
  /** Which days are marked. */
  private marked = '';
  private times: Times = { days: [], asOf: 0, today: 0 };
  /** The ends. The day that is shown lies between them, also when the deals no longer reach as far. */
  private first = 0;
  private last = 0;
  private playing: ReturnType<typeof setInterval> | undefined;

  /** @param choose is told the day, or null for that of the project */
  constructor(
    private readonly words: PanelWords,
    private readonly dayText: (day: number) => string,
    private readonly choose: (day: number | null) => void,
    useDay: ((day: number) => void) | undefined,
  ) {
    this.playButton = iconButton('play', words.play, () => this.togglePlay());
    this.projectDay = iconButton('return', '', () => this.pick(null));
    this.everywhere = iconButton('everywhere', words.useDay, () => useDay?.(this.day));
    this.range.setAttribute('aria-label', words.day);
    this.range.addEventListener('input', () => this.pick(Number(this.range.value)));
    this.element = html(
      'footer',
      { class: 'time' },
      this.playButton,
      iconButton('back', words.back, () => this.step(-1)),
      html('div', { class: 'track' }, this.range, this.marks),
      iconButton('forward', words.forward, () => this.step(1)),
      this.label,
      this.projectDay,
      ...(useDay ? [this.everywhere] : []),
    );
  }

  get day(): number {
    return Number(this.range.value);
  }

  /** @param chosen the day that is shown; null for that of the project */
  show(times: Times, chosen: number | null): void {
    const { days, asOf, today } = times;
    const day = chosen ?? asOf;
    // Once per state of the deals: the ends stay where they are while somebody draws the slider.
    if (times !== this.times) {
      this.first = Math.min((days[0] ?? asOf) - 1, asOf - 1, day);
      this.last = Math.max(days.at(-1) ?? asOf, asOf, today, day);
    }
    this.times = times;
    const { first, last } = this;
    this.range.min = String(first);
    this.range.max = String(last);
    this.range.value = String(day);
    const text = this.dayText(day);
    this.range.setAttribute('aria-valuetext', text);
    const isToday = html('span', { class: 'today' }, ` (${this.words.today})`);
    this.label.replaceChildren(text, ...(day === today ? [isToday] : []));
    const isOther = chosen !== null && chosen !== asOf;
    const back = filled(this.words.projectDay, this.dayText(asOf));
    this.projectDay.title = back;
    this.projectDay.setAttribute('aria-label', back);
    // Their room is kept, so that nothing in the row moves.
    for (const button of [this.projectDay, this.everywhere]) button.classList.toggle('unused', !isOther);
    this.element.hidden = days.length === 0;
    this.mark(first, last);
  }

  stop(): void {
    clearInterval(this.playing);
    this.playing = undefined;
    this.playButton.title = this.words.play;
    this.playButton.setAttribute('aria-label', this.words.play);
    this.playButton.replaceChildren(iconOf('play'));
  }

  private mark(first: number, last: number): void {
    const marked = `${first} ${last} ${this.times.days.join(' ')}`;
    if (marked === this.marked) return;
    this.marked = marked;
    const span = Math.max(1, last - first);
    // Hundreds of marks would be one line.
    const shown = new Set(this.times.days.map((day) => Math.round((200 * (day - first)) / span) / 2));
    this.marks.replaceChildren(
      ...[...shown].map((percent) => {
        const mark = html('i');
        mark.style.left = `${percent}%`;
        return mark;
      }),
    );
  }

  private pick(day: number | null): void {
    this.stop();
    this.choose(day);
  }

  private step(direction: 1 | -1): void {
    const day = this.next(direction);
    if (day !== undefined) this.pick(day);
  }

  private next(direction: 1 | -1): number | undefined {
    const { day, times } = this;
    return direction === 1
      ? times.days.find((each) => each > day)
      : (times.days.findLast((each) => each < day) ??
          (day > Number(this.range.min) ? Number(this.range.min) : undefined));
  }

  private togglePlay(): void {
    if (this.playing !== undefined) {
      this.stop();
      return;
    }
    this.playButton.title = this.words.pause;
    this.playButton.setAttribute('aria-label', this.words.pause);
    this.playButton.replaceChildren(iconOf('pause'));
    if (this.next(1) === undefined) this.choose(Number(this.range.min));
    this.playing = setInterval(() => {
      const day = this.next(1);
      if (day === undefined) this.stop();
      else this.choose(day);
    }, beat);
  }
}
