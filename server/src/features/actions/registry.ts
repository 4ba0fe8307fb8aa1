import { addSource } from './add-source';
import { blockStyle } from './block-style';
import { bounds } from './bounds';
import { citeAddress } from './cite-address';
import { claimToStatus } from './claim-to-status';
import { declareSource } from './declare-source';
import { joinDeclarations } from './join-declarations';
import { mergeParties } from './merge-parties';
import { moveDeclaration } from './move-declaration';
import { nextStatus } from './next-status';
import { organize } from './organize';
import type { FileAction, Refactoring } from './refactoring';
import { renameDuplicate } from './rename-duplicate';
import { roundOrInvestment } from './round-or-investment';
import { secondSource } from './second-source';
import { splitTranches } from './split-tranches';
import { statusWords } from './status-words';
import { sumTranches } from './sum-tranches';

/** All refactorings, in the order in which they are offered. */
export const refactorings: readonly (Refactoring | FileAction)[] = [
  splitTranches,
  sumTranches,
  bounds,
  nextStatus,
  statusWords,
  addSource,
  secondSource,
  declareSource,
  citeAddress,
  claimToStatus,
  joinDeclarations,
  renameDuplicate,
  mergeParties,
  moveDeclaration,
  roundOrInvestment,
  blockStyle,
  organize,
];
