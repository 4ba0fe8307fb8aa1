import type { PageData, PanelState, Question } from '../messages';
import type { Host } from './host';

/** The page in a file of its own: it holds the answers to all that it asks. */
export class StandaloneHost implements Host {
  readonly isEditor = false;

  constructor(private readonly alone: NonNullable<PageData['alone']>) {}

  get kept(): PanelState {
    return this.alone.state;
  }

  ask(question: Question, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    if (question !== 'card') return Promise.resolve(this.alone.answers[question] ?? null);
    const { names } = params;
    const cards = Array.isArray(names) ? names.flatMap((name) => this.alone.cards[String(name)] ?? []) : [];
    return Promise.resolve(cards.join('\n\n---\n\n'));
  }

  // Nobody is there to be told, to say anything, or to keep anything.
  tell(): void {}
  listen(): void {}
  keep(): void {}
}
