import type { Check } from '../project/check';
import { circularMoney } from './circular-money';
import { closingAfterSources } from './closing-after-sources';
import { concentration } from './concentration';
import { duplicateName } from './duplicate-name';
import { entryBarrier } from './entry-barrier';
import { execution } from './execution';
import { ignore } from './ignore';
import { implausibleDate } from './implausible-date';
import { impossibleFigure } from './impossible-figure';
import { membersExceedBudget } from './members-exceed-budget';
import { misplacedModifier } from './misplaced-modifier';
import { missingProperty } from './missing-property';
import { noSource } from './no-source';
import { relationShape } from './relation-shape';
import { repeatedProperty } from './repeated-property';
import { roundExceedsValuation } from './round-exceeds-valuation';
import { stakeFitsValuation } from './stake-fits-valuation';
import { stakesExceedWhole } from './stakes-exceed-whole';
import { stale } from './stale';
import { statusOrder } from './status-order';
import { statusTransition } from './status-transition';
import { syntax } from './syntax';
import { tranchesAddUp } from './tranches-add-up';
import { unknownName } from './unknown-name';
import { unknownPath } from './unknown-path';
import { unknownProperty } from './unknown-property';
import { unused } from './unused';
import { value } from './value';
import { valueCount } from './value-count';
import { withoutRumors } from './without-rumors';
import { wrongKind } from './wrong-kind';

/** Every check, in the order in which the documentation lists them. */
export const checks: readonly Check[] = [
  syntax,
  value,
  valueCount,
  unknownProperty,
  missingProperty,
  repeatedProperty,
  misplacedModifier,
  relationShape,
  tranchesAddUp,
  roundExceedsValuation,
  stakeFitsValuation,
  stakesExceedWhole,
  membersExceedBudget,
  impossibleFigure,
  implausibleDate,
  statusOrder,
  statusTransition,
  closingAfterSources,
  stale,
  noSource,
  unknownName,
  wrongKind,
  unknownPath,
  duplicateName,
  unused,
  circularMoney,
  concentration,
  execution,
  entryBarrier,
  withoutRumors,
  ignore,
];
