import * as l10n from '@vscode/l10n';
import type { Corpus } from '../../model/corpus';
import { factsOf, type Declaration } from '../../model/declaration';
import { stepUp, valuationsOf, type ValuationPoint } from '../../model/valuation';
import { describeDate } from '../../values/date';
import { describeMoney } from '../../values/money';
import { describeMultiple } from '../../values/multiple';
import type { LineHint } from './hint';

/** The valuations of a party; each party is asked for once in an answer. */
export type Valuations = (party: string) => readonly ValuationPoint[];

/** Valuations of a corpus that remember each party for as long as they are kept. */
export function valuationsIn(corpus: Corpus): Valuations {
  const known = new Map<string, readonly ValuationPoint[]>();
  return (party) => {
    let points = known.get(party);
    if (!points) known.set(party, (points = valuationsOf(corpus, party)));
    return points;
  };
}

/** How many times the valuation before a valuation is. */
export function stepUps(declaration: Declaration, valuations: Valuations): LineHint[] {
  const isValuation = declaration.kind === 'valuation';
  const lines = factsOf(declaration, isValuation ? 'value' : 'valuation');
  const parties = isValuation ? declaration.left : declaration.right;
  const [party] = parties;
  if (lines.length === 0 || parties.length !== 1 || !party) return [];
  const points = valuations(party);
  return lines.flatMap((fact): LineHint[] => {
    const at = points.findIndex((point) => point.declaration === declaration && point.money === fact.money);
    const step = at < 0 ? undefined : stepUp(points.slice(0, at + 1));
    if (!step?.multiple || !step.from.on) return [];
    const since = describeDate(step.from.on);
    return [
      {
        fact,
        text: l10n.t('{0} since {1}', describeMultiple(step.multiple), since),
        tooltip: l10n.t(
          '{0} in {1}, {2} before',
          describeMoney(step.to.money),
          describeDate(step.to.on!),
          describeMoney(step.from.money),
        ),
      },
    ];
  });
}
