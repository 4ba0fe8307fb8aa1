import * as l10n from '@vscode/l10n';
import { dealTypes } from '../language/schema';
import { factOf, factsOf, nameSpan, type Declaration } from '../model/declaration';
import { dateOfDeal, standingOf } from '../model/lifecycle';
import { certainlyBefore, compareDates, describeDate, type DealDate } from '../values/date';
import type { PartyCheck } from '../project/check';

export const roundOrder: PartyCheck = {
  scope: 'party',
  code: 'round-order',
  severity: 'information',
  title: 'A round comes after one with a later label',
  docs: 'Rounds are labelled in their order: pre-seed, seed, Series A to Series I. The label is the `type` of a round, else its display name (`"Series B"`). Where a round is certainly later than one with a later label, one of the labels or dates is wrong, or the company started anew: worth a look. Rounds that are only talked about or have fallen out do not count.',
  examples: {
    bad: 'fund Spark\ncompany Anthropic\n\nround First "Series B": Spark -> Anthropic {\n  amount $580M  per <https://example.com>\n  status closed on 2022-04\n}\n\nround Second "Series A": Spark -> Anthropic {\n  amount $124M  per <https://example.com>\n  status closed on 2023-05\n}\n',
    good: 'fund Spark\ncompany Anthropic\n\nround First "Series A": Spark -> Anthropic {\n  amount $124M  per <https://example.com>\n  status closed on 2021-05\n}\n\nround Second "Series B": Spark -> Anthropic {\n  amount $580M  per <https://example.com>\n  status closed on 2022-04\n}\n',
  },
  noFix: 'whether a label is wrong, or a date, or nothing, only the sources of the rounds say.',
  run: ({ party, deals }, { asOf }) => {
    const rounds = deals
      .flatMap((deal) => labelled(deal, party.name, asOf))
      .sort((a, b) => compareDates(a.on, b.on));
    return rounds.flatMap((round, index) => {
      // The nearest one before it is named.
      const before = rounds
        .slice(0, index)
        .findLast(({ order, on }) => order > round.order && certainlyBefore(on, round.on));
      if (!before) return [];
      return [
        {
          at: round.deal,
          span: factOf(round.deal, 'type')?.node ?? round.deal.node.displayName ?? round.deal.node.keyword,
          message: l10n.t(
            '“{0}” ({1}) comes after “{2}” ({3}). Correct a label or a date if that is not so.',
            round.label,
            describeDate(round.on),
            before.label,
            describeDate(before.on),
          ),
          related: [
            {
              declaration: before.deal,
              span: nameSpan(before.deal),
              message: l10n.t('{0} ({1})', before.label, describeDate(before.on)),
            },
          ],
        },
      ];
    });
  },
};

/** A round with its label. */
interface Labelled {
  readonly deal: Declaration;
  readonly label: string;
  readonly order: number;
  readonly on: DealDate;
}

/** The labels in their order, as the language has them. */
const labels = Object.keys(dealTypes).filter((word) => /^(?:pre-seed|seed|series-[a-i])$/.test(word));

function labelled(deal: Declaration, company: string, day: number): Labelled[] {
  if (deal.kind !== 'round' || deal.right.length !== 1 || deal.right[0] !== company) return [];
  const on = dateOfDeal(deal, day);
  if (!on) return [];
  const { commitment } = standingOf(deal, day);
  if (commitment === 'over' || commitment === 'talk') return [];
  const types = factsOf(deal, 'type').flatMap(({ values }) =>
    values.flatMap((value) => (value.type === 'choice' ? [value.word] : [])),
  );
  const own = types.filter((word) => labels.includes(word.toLowerCase()));
  const label = own.length > 0 ? own : types.length > 0 ? [] : [deal.title];
  const order = labels.indexOf((label[0] ?? '').trim().toLowerCase().replace(/\s+/, '-'));
  return label.length === 1 && order >= 0 ? [{ deal, label: label[0]!, order, on }] : [];
}
