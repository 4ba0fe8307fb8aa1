import assert from 'node:assert/strict';
import { documentLinksOf, resolvedLink, type SourceLinkData } from '../../src/features/document-link';
import { projectOf, uriOf } from '../project-fixture';

/** Checks the links of `a.deal`, resolved: `line:character text -> target (tooltip)`, from 1. */
function checkLinks(files: Readonly<Record<string, string>>, ...expected: string[]): void {
  const { project } = projectOf(files);
  const uri = uriOf('a.deal');
  const document = project.document(uri)!;
  const found = documentLinksOf(project, document, uri).map((link) => {
    const data: SourceLinkData | undefined = link.data;
    assert.equal(link.target === undefined, data !== undefined, 'what is not resolved says how to');
    const { range, target, tooltip } = data ? resolvedLink(project, link, data) : link;
    const text = document.textBetween(document.offsetAt(range.start), document.offsetAt(range.end));
    return `${range.start.line + 1}:${range.start.character + 1} ${text} -> ${target} (${tooltip})`;
  });
  assert.deepEqual(found, expected);
}

const ft =
  'source ft "Google invests" {\n  publisher "Financial Times"\n  published 2025-01-22\n  url <https://ft.example/a_(b)?c#d>\n}';

describe('document links', () => {
  it('lead to addresses as they are written', () => {
    checkLinks(
      {
        'a.deal':
          'company A {\n  website <https://a.example>, <HTTP://b.example/x>\n  founded 2020 per <https://c.example>\n}',
      },
      '2:12 https://a.example -> https://a.example (Open https://a.example)',
      '2:33 HTTP://b.example/x -> HTTP://b.example/x (Open HTTP://b.example/x)',
      '3:21 https://c.example -> https://c.example (Open https://c.example)',
    );
    checkLinks(
      { 'a.deal': 'company A { website <https://a.example b }' },
      '1:22 https://a.example -> https://a.example (Open https://a.example)',
    );
  });

  it('lead from a cited source to where it can be read, over files', () => {
    checkLinks(
      { 'a.deal': 'loan D: A -> B {\n  amount $1B per ft\n  per "ft"\n}\nsource s { via ft }', 'b.deal': ft },
      '2:18 ft -> https://ft.example/a_(b)?c#d (Google invests · Financial Times, 22 January 2025)',
      '3:7 "ft" -> https://ft.example/a_(b)?c#d (Google invests · Financial Times, 22 January 2025)',
      '5:16 ft -> https://ft.example/a_(b)?c#d (Google invests · Financial Times, 22 January 2025)',
    );
  });

  it('are none where a source says nothing, is no source or is declared nowhere', () => {
    checkLinks({
      'a.deal': 'loan D: A -> B { per s, A, x }\nsource s\ncompany A { website "https://a.example" }',
    });
  });

  it('lead to the web alone, whatever a file says', () => {
    for (const url of [
      'command:workbench.action.quit',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'vscode://x/y',
      'https:command',
      'data:text/html,x',
    ]) {
      checkLinks({
        'a.deal': `company A { website <${url}> }\nsource s { url <${url}> }\nloan D: A -> A { per s }`,
      });
    }
  });

  it('say nothing more where the source has changed meanwhile', () => {
    const { project } = projectOf({ 'a.deal': 'source ft' });
    const data: SourceLinkData = { uri: uriOf('a.deal'), source: 'ft' };
    const start = { line: 0, character: 0 };
    const link = { range: { start, end: start }, data };
    assert.deepEqual(resolvedLink(project, link, data), link);
  });
});
