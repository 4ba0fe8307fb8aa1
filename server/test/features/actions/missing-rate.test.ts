import assert from 'node:assert/strict';
import { actionsAt } from '../../../src/features/actions/actions';
import { DealDocument } from '../../../src/language/document';
import { allFindings, projectOf, settingsIn, uriOf } from '../../project-fixture';
import { applied, requestIn, type Files } from './check-action';

const config = '{ "baseCurrency": "USD" }';
const round = (amount: string, on = '2023-12-11') =>
  `company A\nfund F\nround R: F -> A { amount ${amount} per <https://x.example>; status closed on ${on} }\n`;

/** What is offered on the money of `main.deal`, as titles with the files that they make. */
function ratesIn(files: Files, snippetEdits = true): { title: string; texts: Record<string, string> }[] {
  const marked = { ...files, 'main.deal': files['main.deal']!.replace('amount', 'am$0ount') };
  const request = requestIn(marked, { client: { snippetEdits }, only: ['quickfix'], config });
  const { project } = request;
  return actionsAt(request)
    .filter(({ kind, title }) => kind === 'quickfix' && / rate /.test(title))
    .map(({ title, edit }) => {
      const texts = Object.entries(applied(project, edit!));
      // In snippet syntax a brace means itself behind a backslash.
      return {
        title,
        texts: Object.fromEntries(texts.map(([name, text]) => [name, text.replace('\\}', '}')])),
      };
    });
}

/** Checks what is written, and that nothing is found any more once the rate is filled in. */
function checkRate(files: Files, title: string, expected: Files): void {
  const [offer, another] = ratesIn(files);
  assert.equal(another, undefined);
  assert.equal(offer?.title, title);
  assert.deepEqual(offer.texts, { ...files, ...expected });
  const filled = Object.fromEntries(
    Object.entries(offer.texts).map(([name, text]) => [
      name,
      text.replace('${1:RATE}', '1.0765').replace(/\$\{2:([\d-]+)\}/, '$1'),
    ]),
  );
  const codes = (texts: Files) => {
    const { project, findings } = projectOf(texts, undefined, settingsIn(config));
    return allFindings(project, findings).map(({ code }) => code);
  };
  assert.deepEqual(codes(files), ['exchange-rate-missing']);
  assert.deepEqual(codes(filled), []);
}

describe('a missing exchange rate', () => {
  it('is declared, with the figure left to fill in', () => {
    checkRate({ 'main.deal': round('€385M') }, 'Declare the rate “EUR -> USD” of 2023-12-11', {
      'main.deal': `${round('€385M')}fx EURUSD: EUR -> USD { rate \${1:RATE} on \${2:2023-12-11} }\n`,
    });
  });

  it('goes behind other rates, in their file', () => {
    checkRate(
      {
        'main.deal': round('€385M'),
        'rates.deal': 'fx EURUSD: CHF -> USD { rate 1.1 on 2023 }\ncompany B { parent A }\n',
      },
      'Declare the rate “EUR -> USD” of 2023-12-11 in rates.deal',
      {
        'rates.deal':
          'fx EURUSD: CHF -> USD { rate 1.1 on 2023 }\nfx EURUSD2: EUR -> USD { rate ${1:RATE} on ${2:2023-12-11} }\ncompany B { parent A }\n',
      },
    );
  });

  it('goes into the declaration of its pair, whichever way round', () => {
    checkRate(
      {
        'main.deal': round('€385M'),
        'rates.deal': 'fx Dollars "Dollars in euro": USD -> EUR {\n  rate 0.92 on 2024-06-03 // ECB\n}\n',
      },
      'Add the rate “USD -> EUR” of 2023-12-11 in rates.deal',
      {
        'rates.deal':
          'fx Dollars "Dollars in euro": USD -> EUR {\n  rate 0.92 on 2024-06-03 // ECB\n  rate ${1:RATE} on ${2:2023-12-11}\n}\n',
      },
    );
  });

  it('is shown where it was written in another file', () => {
    const shown = (rates: string, showsDocuments = true) => {
      const marked = { 'main.deal': round('€385M').replace('amount', 'am$0ount'), 'rates.deal': rates };
      const request = requestIn(marked, { client: { snippetEdits: true, showsDocuments }, config });
      return actionsAt(request).flatMap(({ title, edit, command }) => {
        if (!/ rate /.test(title)) return [];
        const [uri, range] = command?.arguments ?? [];
        const text = edit
          ? applied(request.project, edit)['rates.deal']!.replaceAll(/\$\{\d:([^}]*)\}/g, '$1')
          : rates;
        const document = DealDocument.parse(text.replaceAll('\\}', '}'));
        const place =
          range && document.textBetween(document.offsetAt(range.start), document.offsetAt(range.end));
        return [[title, uri, place, range?.start.line]];
      });
    };
    const rates = 'fx CHFUSD: CHF -> USD { rate 1.1 on 2023 }\r\n';
    assert.deepEqual(shown(rates), [
      ['Declare the rate “EUR -> USD” of 2023-12-11 in rates.deal', uriOf('rates.deal'), 'RATE', 1],
    ]);
    assert.deepEqual(shown(rates, false), [
      ['Declare the rate “EUR -> USD” of 2023-12-11 in rates.deal', undefined, undefined, undefined],
    ]);
    const own = 'fx EURUSD: EUR -> USD {\n  rate 1.1 on 2024\n';
    assert.deepEqual(shown(`${own}}\n`), [
      ['Add the rate “EUR -> USD” of 2023-12-11 in rates.deal', uriOf('rates.deal'), 'RATE', 2],
    ]);
    // Whoever has not filled it in yet is led there, and gets no second line.
    const waiting = `${own}  rate RATE on 2023-12-11\n}\n`;
    assert.deepEqual(shown(waiting), [
      ['Fill in the rate “EUR -> USD” of 2023-12-11 in rates.deal', uriOf('rates.deal'), 'RATE', 2],
    ]);
    assert.deepEqual(shown(waiting, false), []);
  });

  it('is not offered where the client cannot ask for the figure', () => {
    assert.deepEqual(ratesIn({ 'main.deal': round('€385M') }, false), []);
  });

  it('leaves an error where the figure is not filled in', () => {
    const { project, findings } = projectOf({ 'main.deal': 'fx EURUSD: EUR -> USD { rate RATE on 2023 }\n' });
    const found = allFindings(project, findings);
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['value', 'error']],
    );
  });
});
