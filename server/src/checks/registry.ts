import type { Check } from '../project/check';
import { aliasClash } from './alias-clash';
import { boughtPartyActs } from './bought-party-acts';
import { circularMoney } from './circular-money';
import { claimCircle } from './claim-circle';
import { claimedMultiple } from './claimed-multiple';
import { closingAfterSources } from './closing-after-sources';
import { concentration } from './concentration';
import { disputedInTotal } from './disputed-in-total';
import { downRound } from './down-round';
import { duplicateDeal } from './duplicate-deal';
import { duplicateName } from './duplicate-name';
import { endsBeforeItBegins } from './ends-before-it-begins';
import { entryBarrier } from './entry-barrier';
import { exactBeforeSigning } from './exact-before-signing';
import { exchangeRateMissing } from './exchange-rate-missing';
import { exclusivityConflict } from './exclusivity-conflict';
import { execution } from './execution';
import { expectationPassed } from './expectation-passed';
import { futureAsFact } from './future-as-fact';
import { hangsOnRenegotiation } from './hangs-on-renegotiation';
import { hedge } from './hedge';
import { ignore } from './ignore';
import { implausibleDate } from './implausible-date';
import { impossibleFigure } from './impossible-figure';
import { lei } from './lei';
import { lockIn } from './lock-in';
import { membersExceedBudget } from './members-exceed-budget';
import { misplacedModifier } from './misplaced-modifier';
import { missingProperty } from './missing-property';
import { mixedCurrencies } from './mixed-currencies';
import { nearDuplicateParty } from './near-duplicate-party';
import { noSource } from './no-source';
import { outsideLifetime } from './outside-lifetime';
import { ownershipCycle } from './ownership-cycle';
import { preMoneyAddsUp } from './pre-money-adds-up';
import { ratesDiffer } from './rates-differ';
import { relationShape } from './relation-shape';
import { repeatedProperty } from './repeated-property';
import { roundExceedsValuation } from './round-exceeds-valuation';
import { roundGivenToOne } from './round-given-to-one';
import { roundOrder } from './round-order';
import { runningTotal } from './running-total';
import { saleCountedAsRaised } from './sale-counted-as-raised';
import { sameOrigin } from './same-origin';
import { selfDealing } from './self-dealing';
import { singleSource } from './single-source';
import { sourcesDiffer } from './sources-differ';
import { stakeFitsValuation } from './stake-fits-valuation';
import { stakesExceedWhole } from './stakes-exceed-whole';
import { stale } from './stale';
import { statusOrder } from './status-order';
import { statusTransition } from './status-transition';
import { syntax } from './syntax';
import { termPassed } from './term-passed';
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
  selfDealing,
  tranchesAddUp,
  mixedCurrencies,
  preMoneyAddsUp,
  roundExceedsValuation,
  stakeFitsValuation,
  stakesExceedWhole,
  membersExceedBudget,
  runningTotal,
  roundGivenToOne,
  saleCountedAsRaised,
  claimedMultiple,
  impossibleFigure,
  exchangeRateMissing,
  ratesDiffer,
  implausibleDate,
  endsBeforeItBegins,
  statusOrder,
  statusTransition,
  closingAfterSources,
  stale,
  expectationPassed,
  termPassed,
  outsideLifetime,
  boughtPartyActs,
  futureAsFact,
  roundOrder,
  downRound,
  noSource,
  singleSource,
  sameOrigin,
  sourcesDiffer,
  exactBeforeSigning,
  disputedInTotal,
  claimCircle,
  unknownName,
  wrongKind,
  unknownPath,
  duplicateName,
  duplicateDeal,
  nearDuplicateParty,
  aliasClash,
  lei,
  ownershipCycle,
  unused,
  exclusivityConflict,
  hangsOnRenegotiation,
  lockIn,
  hedge,
  circularMoney,
  concentration,
  execution,
  entryBarrier,
  withoutRumors,
  ignore,
];
