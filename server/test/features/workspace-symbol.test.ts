import assert from 'node:assert/strict';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import { DealDocument } from '../../src/language/document';
import {
  resolvedSymbol,
  workspaceSymbolsOf,
  type WorkspaceSymbolData,
} from '../../src/features/workspace-symbol';
import type { Project } from '../../src/project/project';
import { inOneGo } from '../in-one-go';
import { largeProject } from '../large-project';
import { projectOf, uriOf } from '../project-fixture';

function symbolsOf(project: Project, typed: string, withRanges = false): WorkspaceSymbol[] {
  return inOneGo(workspaceSymbolsOf([project], typed, withRanges));
}

/** Checks what is found for what is typed, in order: `name | container | file:line:character`, from 1. */
function checkSymbols(files: Readonly<Record<string, string>>, typed: string, ...expected: string[]): void {
  const { project } = projectOf(files);
  const lazy = symbolsOf(project, typed).map((symbol) => {
    assert.ok(!('range' in symbol.location), 'ranges are worked out later');
    const data: WorkspaceSymbolData = symbol.data;
    return resolvedSymbol(project, symbol, data);
  });
  const write = ({ name, containerName, location }: WorkspaceSymbol) => {
    assert.ok('range' in location);
    const { line, character } = location.range.start;
    return `${name} | ${containerName} | ${location.uri.replace(uriOf(''), '')}:${line + 1}:${character + 1}`;
  };
  assert.deepEqual(lazy.map(write), expected);
  assert.deepEqual(symbolsOf(project, typed, true).map(write), expected);
}

const files = {
  'a.deal':
    'company Anthropic\ninvestment AmazonAnthropic: Amazon -> Anthropic\nsource anthropic-news "News"\nfund Lightspeed "Lightspeed Venture Partners" { aka "LSVP" }',
  'b.deal':
    'company Misanthropic\nclaim C: Ada denies B\nmerger Ant_Hro_Pic: Ant <-> Hro\nsupply s "A network of things on earth rope ice"',
};

describe('workspace symbols', () => {
  it('are ranked: the name itself, its start, the start of a word in it, inside of one, its letters', () => {
    checkSymbols(
      files,
      'anthropic',
      'Anthropic | company | a.deal:1:9',
      'anthropic-news | source · News | a.deal:3:8',
      'AmazonAnthropic | investment · Amazon → Anthropic | a.deal:2:12',
      'Misanthropic | company | b.deal:1:9',
      'Ant_Hro_Pic | merger · Ant ↔ Hro | b.deal:3:8',
      's (A network of things on earth rope ice) | supply contract | b.deal:4:8',
    );
  });

  it('are found by display name and alias, which the name then says', () => {
    checkSymbols(files, 'venture partners', 'Lightspeed (Lightspeed Venture Partners) | fund | a.deal:4:6');
    checkSymbols(files, 'lsvp', 'Lightspeed (LSVP) | fund · Lightspeed Venture Partners | a.deal:4:6');
    checkSymbols(files, 'light speed', 'Lightspeed | fund · Lightspeed Venture Partners | a.deal:4:6');
  });

  it('are all declarations where nothing is typed, by name, of which so many are told', () => {
    checkSymbols(
      { 'a.deal': 'fund B\nfund A\nloan B: A -> B' },
      '',
      'A | fund | a.deal:2:6',
      'B | fund | a.deal:1:6',
      'B | loan · A → B | a.deal:3:6',
    );
    const { project } = projectOf(largeProject(1000));
    assert.equal(symbolsOf(project, '').length, 200);
    assert.equal(symbolsOf(project, 'Deal').length, 200);
    assert.equal(symbolsOf(project, 'Deal999')[0]?.name, 'Deal999');
  });

  it('are told apart where a name is declared more than once, and are none for nonsense', () => {
    checkSymbols({ 'a.deal': 'fund A\nfund A' }, 'a', 'A | fund | a.deal:1:6', 'A | fund | a.deal:2:6');
    checkSymbols(files, 'zzz');
  });

  it('lead to where the declaration has moved, and to the file where it is gone', () => {
    const { project } = projectOf({ 'a.deal': 'fund A' });
    const [symbol] = symbolsOf(project, 'a');
    assert.ok(symbol);
    const lineOf = () => {
      const { location } = resolvedSymbol(project, symbol, symbol.data);
      assert.ok('range' in location && location.uri === uriOf('a.deal'));
      return [location.range.start.line, location.range.start.character];
    };
    project.setFile(uriOf('a.deal'), DealDocument.parse('\n\nfund A'));
    assert.deepEqual(lineOf(), [2, 5]);
    project.setFile(uriOf('a.deal'), DealDocument.parse('\n\nfund B'));
    assert.deepEqual(lineOf(), [0, 0]);
  });

  it('of what went while it was looked for are left out', () => {
    const { project } = projectOf(largeProject(2000));
    const steps = workspaceSymbolsOf([project], 'Deal1', false);
    assert.equal(steps.next().done, false);
    for (const uri of project.uris) project.removeFile(uri);
    assert.deepEqual(inOneGo(steps), []);
  });
});
