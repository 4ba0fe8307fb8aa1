import assert from 'node:assert/strict';
import { hoverAt } from '../../src/features/hover';
import { cursorAt } from '../../src/features/locations';
import { projectOf, sample } from '../project-fixture';
import { fixture } from './cursor-fixture';

/** The hover at the mark `$0` in the last of the files, as Markdown. */
function hoverIn(files: Readonly<Record<string, string>>, baseCurrency?: string): string {
  const { texts, uri, position } = fixture(files);
  const { project } = projectOf(texts, undefined, { baseCurrency });
  const cursor = cursorAt(project, uri, position);
  assert.ok(cursor);
  const hover = hoverAt(cursor);
  return hover && typeof hover.contents === 'object' && 'value' in hover.contents ? hover.contents.value : '';
}

function checkHover(marked: string, ...expected: RegExp[]): void {
  const text = hoverIn({ 'main.deal': marked });
  for (const pattern of expected) assert.match(text, pattern);
}

const google = 'company Google\ncompany Anthropic\n';

describe('hover', () => {
  it('shows a card of Anthropic with promised money, talks apart from it, and the step-up', () => {
    const files = sample('ai-race');
    const anthropic = files['anthropic.deal']!.replace('Google -> Anthropic {', 'Google -> $0Anthropic {');
    const card = hoverIn({ ...files, 'anthropic.deal': anthropic });
    assert.match(card, /\*\*Raised:\*\* \$11B promised, of it \$1B executed · \$2B in talks/);
    assert.match(
      card,
      /Google \$2B \+ Amazon \$8B \+ Google \$1B · in talks: Lightspeed Venture Partners \$2B/,
    );
    assert.match(
      card,
      /Step-up: \*\*3\.24×\*\* since February 2024 \(\$18\.5B → \$60B, pre or post not said\)/,
    );
    assert.match(card, /Ecosystems: .*Around Anthropic \(hub\)/);
  });

  it('says of a disputed budget who disputes it', () => {
    const files = sample('ai-race');
    const openai = files['openai.deal']!.replace('venture Stargate', 'venture $0Stargate');
    assert.match(hoverIn({ ...files, 'openai.deal': openai }), /disputed by Elon Musk/);
  });

  it('tells a figure in words, in the base currency as well, and who disputes it', () => {
    const text =
      'fx E: EUR -> USD { rate 1.1 on 2024-06-30 }\nclaim C: Musk disputes D.amount\nclaim C2: Musk disputes D.stake\n' +
      'investment D: A -> B {\n  amount ~€20M\n  paid €10M\n  stake 10%\n  status closed on 2024-07\n}\n';
    const at = (figure: string) =>
      hoverIn({ 'main.deal': text.replace(` ${figure}`, ` $0${figure}`) }, 'USD').replaceAll('\\', '');
    assert.equal(at('~€20M'), 'about €20M · about $22M at 1.1 (30 June 2024) · disputed by Musk');
    assert.equal(at('€10M'), '€10M · $11M at 1.1 (30 June 2024)');
    assert.equal(at('10%'), '10% (disputed by Musk)');
    // A figure of which there is no more to tell than stands there has no card.
    assert.equal(hoverIn({ 'main.deal': text.replace(' €10M', ' $0€10M') }), '');
  });

  it('tells a deal in a sentence, with its status and sources', () => {
    checkHover(
      `${google}source ft "Headline" { published 2025-01-22 }\ninvestment $0D: Google -> Anthropic {\n  amount $1B per ft\n  status closed on 2025-01\n}\n`,
      /Investment of \$1B by Google in Anthropic \(closed, January 2025\)/,
      /- Headline · 22 January 2025/,
    );
  });

  it('names the members and sums of an ecosystem', () => {
    checkHover(
      `${google}investment D: Google -> Anthropic { amount $1B per <https://x.example> }\necosystem $0E { hub Anthropic }\n`,
      /Hub: Anthropic/,
      /Backers \(1\): Google/,
      /\$1B promised/,
    );
  });

  it('shows the reference for a kind, a property, a modifier and a status', () => {
    checkHover('comp$0any A', /\*\*company\*\*/, /```deal/);
    checkHover('company A { foun$0ded 2021 }', /\*\*founded\*\*/, /Takes a date/);
    checkHover('company A { parent B fr$0om 2021 }', /\*\*from\*\*/);
    checkHover('project P: A { status announ$0ced }', /\*\*announced\*\*/);
    checkHover('claim C: A disp$0utes B', /\*\*disputes\*\*/);
    checkHover('company A { provides comp$0ute }', /built-in resource/);
  });

  it('reads figures and dates out', () => {
    checkHover('project P: A { budget $100B..$50$00B }', /\$100B–\$500B/);
    checkHover('company A { founded ~20$019 }', /about 2019/);
  });

  it('shows nothing on empty ground and for a name that is not declared says so', () => {
    assert.equal(hoverIn({ 'main.deal': 'company A\n$0\ncompany B' }), '');
    checkHover('company A { parent Nob$0ody }', /declared nowhere/);
  });

  it('never lets the text of a file become markup', () => {
    const card = hoverIn({ 'main.deal': 'company $0A "[x](command:run) <img src=x> **b** $(alert)"' });
    assert.doesNotMatch(card, /(?<!\\)\[x/);
    assert.doesNotMatch(card, /<img/);
    assert.doesNotMatch(card, /(?<!\\)\$\(/);
  });
});
