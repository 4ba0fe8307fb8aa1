import assert from 'node:assert/strict';
import type { Workbench } from '../harness/workbench';
import { sampleWorkbench } from './sample';

const file = 'anthropic.deal';

describe('the hover card', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await sampleWorkbench();
    await workbench.discardEditors();
    await workbench.openFile(file);
  });

  /** The card at a text, when it says what it begins with: problems that stand there are shown before it comes. */
  async function cardAt(text: string, beginning = /./): Promise<string> {
    const hover = (await workbench.hoverAt(file, text)).filter({ hasText: beginning });
    const card = await hover.first().innerText();
    await workbench.page.keyboard.press('Escape');
    return card;
  }

  it('sums what is known of a party, what is talked about apart from it', async () => {
    const card = await cardAt('Anthropic {', /promised/);
    assert.match(card, /\$11B promised/);
    assert.match(card, /· \$2B in talks/);
    assert.match(card, /3\.24×.*\$18\.5B → \$60B/);
  });

  it('tells of a deal who, how much, and how far it is', async () => {
    const card = await cardAt('GoogleAnthropic2025', /second commitment/);
    assert.match(card, /Google's second commitment/);
    assert.match(card, /\$1B/);
    assert.match(card, /closed/);
  });

  it('lists who is in an ecosystem', async () => {
    const card = await cardAt('AnthropicEcosystem', /Backers/);
    assert.match(card, /Around Anthropic/);
    assert.match(card, /Backers \(3\): .*Lightspeed Venture Partners/);
  });

  it('says what a keyword means', async () => {
    assert.match(await cardAt('investment GoogleAnthropic '), /investment/);
    assert.match(await cardAt('tranche'), /tranche/);
  });
});
