import assert from 'node:assert/strict';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import { configDiagnostics, diagnosticsOf } from '../../src/features/diagnostics';
import { DealDocument } from '../../src/language/document';
import { readConfig } from '../../src/project/config';
import { projectOf, uriOf } from '../project-fixture';

function diagnosticsIn(files: Readonly<Record<string, string>>, name: string) {
  const { project, findings } = projectOf(files);
  return diagnosticsOf(project, findings, uriOf(name));
}

describe('diagnostics', () => {
  it('stand where the mistake is, with code, severity and source', () => {
    const { diagnostics } = diagnosticsIn(
      { 'a.deal': '\n\ncompany A { founded 2021-13 }\ncompany B { parent A }' },
      'a.deal',
    );
    assert.equal(diagnostics.length, 1);
    const [{ range, severity, code, source } = {}] = diagnostics;
    assert.deepEqual(
      { range, severity, code, source },
      {
        range: { start: { line: 2, character: 25 }, end: { line: 2, character: 27 } },
        severity: DiagnosticSeverity.Error,
        code: 'value',
        source: 'dealgraph',
      },
    );
  });

  it('point at other files, and say which', () => {
    const { diagnostics, relatedFiles } = diagnosticsIn(
      { 'a.deal': 'company A { parent A }', 'b.deal': 'fund A { aka "x" }' },
      'a.deal',
    );
    const duplicate = diagnostics.find(({ code }) => code === 'duplicate-name');
    assert.deepEqual(duplicate?.relatedInformation, [
      {
        location: {
          uri: uriOf('b.deal'),
          range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } },
        },
        message: 'also declared here: fund',
      },
    ]);
    assert.deepEqual([...relatedFiles], [uriOf('b.deal')]);
  });

  it('fade what nothing refers to', () => {
    const { diagnostics } = diagnosticsIn({ 'a.deal': 'company A' }, 'a.deal');
    assert.deepEqual(
      diagnostics.map(({ code, severity, tags }) => [code, severity, tags]),
      [['unused', DiagnosticSeverity.Warning, [DiagnosticTag.Unnecessary]]],
    );
  });

  it('are none for a file that the project does not hold', () => {
    assert.deepEqual(diagnosticsIn({}, 'a.deal').diagnostics, []);
  });

  it('of a dealgraph.json stand at what cannot be read', () => {
    const text = '{\n  "exclude": ["a",\n  "include": 5\n}';
    const diagnostics = configDiagnostics(text, readConfig(text, []).problems);
    assert.ok(diagnostics.length > 0);
    const lines = DealDocument.parse(text);
    for (const { range, severity, message } of diagnostics) {
      assert.equal(severity, DiagnosticSeverity.Error);
      assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end));
      assert.match(typeof message === 'string' ? message : message.value, /dealgraph\.json|include/);
    }
  });
});
