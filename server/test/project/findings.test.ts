import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import { allFindings, projectOf, uriOf } from '../project-fixture';

describe('the findings of a project', () => {
  it('are made anew for a declaration that comes back to another project than it left', () => {
    const claim = DealDocument.parse('claim Doubt: Musk disputes Hub.amount\n');
    const { project, findings } = projectOf({
      'musk.deal': 'company Musk\n',
      'hub.deal': 'investment Hub: Musk -> Musk\n',
      'claim.deal': claim,
    });
    const unknownNames = () => allFindings(project, findings).filter(({ code }) => code === 'unknown-name');
    assert.deepEqual(unknownNames(), []);
    // Edited meanwhile: its name stays declared, so nothing else tells that it was away.
    const edited = DealDocument.parse('claim Doubt: Musk disputes Musk\n');
    findings.invalidate(project.setFile(uriOf('claim.deal'), edited));
    findings.invalidate(project.removeFile(uriOf('hub.deal')));
    findings.invalidate(project.setFile(uriOf('claim.deal'), claim));
    assert.deepEqual(
      unknownNames().map(({ misnamed }) => misnamed?.name),
      ['Hub'],
    );
  });
});
