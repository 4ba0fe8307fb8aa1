import { SymbolKind } from 'vscode-languageserver-types';
import type { KindName } from '../language/schema';

/** Which of the protocol's kinds, and so which icon, stands for a kind of declaration. */
export const symbolKinds: Readonly<Record<KindName, SymbolKind>> = {
  company: SymbolKind.Class,
  fund: SymbolKind.Package,
  person: SymbolKind.Object,
  government: SymbolKind.Module,
  organization: SymbolKind.Module,
  investment: SymbolKind.Event,
  round: SymbolKind.Event,
  loan: SymbolKind.Event,
  grant: SymbolKind.Event,
  acquisition: SymbolKind.Event,
  merger: SymbolKind.Event,
  supply: SymbolKind.Interface,
  license: SymbolKind.Interface,
  partnership: SymbolKind.Interface,
  venture: SymbolKind.Struct,
  project: SymbolKind.Struct,
  valuation: SymbolKind.Number,
  holding: SymbolKind.Number,
  metric: SymbolKind.Number,
  fx: SymbolKind.Number,
  claim: SymbolKind.String,
  source: SymbolKind.File,
  resource: SymbolKind.Key,
  ecosystem: SymbolKind.Namespace,
};
