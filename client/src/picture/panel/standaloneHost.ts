import { filled } from '../../../../server/src/picture/drawing/graph/graph-drawing';
import type { PageData, PanelState, Question } from '../messages';
import type { Host } from './host';
import { highestMost } from '../../../../server/src/picture/page/page-data';

type Alone = NonNullable<PageData['alone']>;

/** The page in a file of its own: it holds the answers to all that it asks. */
export class StandaloneHost implements Host {
  readonly isEditor = false;

  constructor(
    private readonly alone: Alone,
    private readonly start: PageData['start'],
  ) {}

  get kept(): PanelState {
    // Nobody is there who could show more.
    return { ...this.alone.state, most: highestMost };
  }

  ask(question: Question, params: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    const { answers } = this.alone;
    const asOf = this.isOfOtherDay(params) ? this.asOf : undefined;
    if (question === 'card') return Promise.resolve(this.cards(params, asOf));
    const answer = answers[question] ?? null;
    return Promise.resolve(asOf === undefined ? answer : withRemark(answer, asOf));
  }

  // Nobody is there to be told, to say anything, or to keep anything.
  tell(): void {}
  listen(): void {}
  keep(): void {}

  private cards({ names }: Readonly<Record<string, unknown>>, asOf: string | undefined): string {
    const cards = Array.isArray(names)
      ? names.flatMap((name: unknown) => this.alone.cards[String(name)] ?? [])
      : [];
    return [...(asOf !== undefined && cards.length > 0 ? [asOf] : []), cards.join('\n\n---\n\n')].join(
      '\n\n',
    );
  }

  /** Charts and cards are all of the day on which the file was made, whichever the page shows. */
  private isOfOtherDay({ day }: Readonly<Record<string, unknown>>): boolean {
    return day !== undefined && day !== this.alone.state.day;
  }

  private get asOf(): string {
    const { words, language } = this.start;
    const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    return filled(words.asOf, dates.format(new Date((this.alone.state.day ?? 0) * 86_400_000)));
  }
}

function withRemark(answer: unknown, remark: string): unknown {
  if (typeof answer !== 'object' || answer === null || !('remarks' in answer)) return answer;
  const remarks: unknown[] = Array.isArray(answer.remarks) ? answer.remarks : [];
  return { ...answer, remarks: [remark, ...remarks] };
}
