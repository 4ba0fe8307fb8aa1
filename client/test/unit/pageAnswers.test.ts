import assert from 'node:assert/strict';
import { PageAnswers } from '../../src/picture/pageAnswers';

describe('what a page of a picture is asked for', () => {
  const begun = () => {
    const sent: number[] = [];
    const answers = new PageAnswers<string>();
    const ask = () => answers.ask((id) => sent.push(id));
    return { answers, ask, sent };
  };

  it('waits until the page is ready', async () => {
    const { answers, ask, sent } = begun();
    const asked = ask();
    assert.deepEqual(sent, []);
    answers.begin();
    assert.equal(sent.length, 1);
    answers.resolve(sent[0]!, 'drawn');
    assert.equal(await asked, 'drawn');
    const next = ask();
    answers.reject(sent[1]!, new Error('not drawn'));
    await assert.rejects(next, /not drawn/);
  });

  it('ends when another page takes its place, and does not ask that one', async () => {
    const { answers, ask, sent } = begun();
    answers.begin();
    const asked = ask();
    answers.begin(new Error('another page'));
    await assert.rejects(asked, /another page/);
    assert.equal(sent.length, 1);
    answers.resolve(sent[0]!, 'late');
  });

  it('waits for the next page where the last one is gone', async () => {
    const { answers, ask, sent } = begun();
    answers.begin();
    const lost = ask();
    answers.lose(new Error('gone'));
    await assert.rejects(lost, /gone/);
    const asked = ask();
    assert.equal(sent.length, 1);
    answers.begin();
    answers.resolve(sent[1]!, 'drawn');
    assert.equal(await asked, 'drawn');
  });

  it('ends with the picture, asked or not', async () => {
    const { answers, ask } = begun();
    const waiting = ask();
    answers.end(new Error('closed'));
    await assert.rejects(waiting, /closed/);
    await assert.rejects(ask(), /closed/);
  });
});
