import * as l10n from '@vscode/l10n';
import type { PropertyName } from '../../language/schema';
import { moneyProperties } from '../../model/claim';
import { inBase } from '../../model/conversion';
import type { Corpus } from '../../model/corpus';
import { sumOf } from '../../model/deal';
import { factsOf, type Declaration } from '../../model/declaration';
import { describeTotal } from '../summary/figures';
import { conversionText } from '../summary/sums';
import type { LineHint } from './hint';

const converted: readonly PropertyName[] = [...moneyProperties, 'valuation', 'debt'];

/** What figures in another currency come to in the base currency, at the rate that sums use. */
export function baseValues(corpus: Corpus, deal: Declaration): LineHint[] {
  if (corpus.settings.baseCurrency === undefined) return [];
  return converted.flatMap((name) =>
    factsOf(deal, name).flatMap((fact): LineHint[] => {
      const sum = inBase(corpus, deal, sumOf([fact]));
      const [conversion] = sum.conversions;
      if (!conversion) return [];
      const value = describeTotal(sum);
      return [{ fact, text: l10n.t('≈ {0}', value), tooltip: conversionText(conversion, value) }];
    }),
  );
}
