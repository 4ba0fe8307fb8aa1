import assert from 'node:assert/strict';
import { checkSamePlaces, openPicture, PicturePanel } from '../harness/picture';
import type { Workbench } from '../harness/workbench';
import { sampleWithView } from './sample';

const file = 'anthropic.deal';
const google = 'party:Google';
const amazon = 'party:Amazon';

describe('a picture', () => {
  let workbench: Workbench;
  let picture: PicturePanel;
  before(async () => {
    workbench = await sampleWithView(file);
    // Room for both, the text and the picture.
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    picture = await openPicture(workbench, 'ai-race');
  });
  after(async () => {
    await workbench.discardEditors();
    await workbench.openView('Dealgraph');
  });

  /** Puts the keyboard into the text beside the picture. No command does: its list takes Escape before, and so would the picture. */
  async function focusText(): Promise<void> {
    await workbench.page.locator('.editor-group-container').first().locator('.tab.active').click();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  const selected = (id: string) => picture.node(id).locator('.selected');

  it('shows the parties of all files as points, and their deals as lines', async () => {
    for (const id of [google, amazon, 'party:Anthropic', 'party:OpenAI', 'party:Stargate'])
      await picture.node(id).waitFor();
    assert.equal(Object.keys(await picture.places()).length, 15);
    await picture.tie('Amazon to Anthropic, capital, $8B, promised').waitFor();
    await picture.tie(/^Lightspeed Venture Partners to Anthropic.*only talked about/).waitFor();
    await workbench.screenshot('picture');
  });

  it('leads from a party to its declaration beside it, and shows its card', async () => {
    await picture.shape(google).click();
    await selected(google).waitFor();
    await picture.details.getByText('Google').first().waitFor();
    await workbench.page.locator('.tab.active[data-resource-name="parties.deal"]').waitFor();
    await focusText();
    const { line, character } = workbench.find('parties.deal', 'Google {');
    await workbench.page
      .getByRole('button', { name: `Ln ${line + 1}, Col ${character + 7} (6 selected)` })
      .waitFor();
    await picture.details.getByRole('button', { name: 'Close' }).click();
    await picture.details.waitFor({ state: 'hidden' });
    await selected(google).waitFor({ state: 'hidden' });
  });

  it('moves a party with its lines, and finds it under the pointer where it was put', async () => {
    const { mouse } = workbench.page;
    const before = await picture.places();
    const [led, lead] = ['.led [data-type="tie"]', '.lead [data-type="node"]'].map((each) =>
      picture.page.locator(each).first(),
    );
    const start = await picture.middleOf(google);
    const end = { x: start.x + 50, y: start.y - 36 };
    for (const [from, to] of [
      [start, end],
      [end, start],
    ] as const) {
      await mouse.move(from.x, from.y);
      await mouse.down();
      await mouse.move(to.x, to.y, { steps: 5 });
      await led!.waitFor();
      const { x, y } = await picture.middleOf(google);
      assert.ok(Math.hypot(x - to.x, y - to.y) < 3, `${x} ${y}`);
      if (to === end) await workbench.screenshot('picture-moving');
      await mouse.up();
      await lead!.waitFor({ state: 'detached' });
      await led!.waitFor({ state: 'detached' });
    }
    checkSamePlaces(await picture.places(), before);
    await mouse.click(start.x, start.y);
    await selected(google).waitFor();
    await picture.details.getByRole('button', { name: 'Close' }).click();
    await selected(google).waitFor({ state: 'hidden' });
  });

  it('follows the cursor in the text', async () => {
    await focusText();
    await workbench.openFile(file);
    await workbench.placeCursor(file, 'AmazonAnthropic:');
    await picture
      .tie(/^Amazon to Anthropic, capital/)
      .locator('.selected-tie')
      .waitFor();
    await workbench.placeCursor(file, 'Google -> Anthropic');
    await selected(google).waitFor();
    await picture
      .tie(/^Amazon to Anthropic, capital/)
      .locator('.selected-tie')
      .waitFor({ state: 'hidden' });
    // The text has a card of its own.
    assert.ok(await picture.details.isHidden());
  });

  it('shows the day that the slider stands on, and comes back', async () => {
    const stargate = picture.tie(/^SoftBank to The Stargate Project/);
    await picture.day.getByText('January 31, 2025').waitFor();
    await stargate.waitFor();
    const before = await picture.places();
    await picture.tool('Change Before').click();
    await picture.day.getByText('January 21, 2025').waitFor();
    await stargate.waitFor();
    const day = await picture.page.locator('.days').inputValue();
    await picture.page.locator('.days').fill(String(Number(day) - 1));
    await picture.day.getByText('January 20, 2025').waitFor();
    await stargate.waitFor({ state: 'detached' });
    await picture.tie('Amazon to Anthropic, capital, $8B, promised').waitFor();
    checkSamePlaces(await picture.places(), before);
    await workbench.screenshot('picture-day-before');

    await picture.tool('Back to January 31, 2025').click();
    await stargate.waitFor();
    await picture.day.getByText('January 31, 2025').waitFor();
    await picture.tool('Back to January 31, 2025').waitFor({ state: 'hidden' });
  });

  it('plays what has changed', async () => {
    await picture.page.locator('.days').fill(await startOfDays());
    await picture.tie('Amazon to Anthropic, capital, $8B, promised').waitFor({ state: 'detached' });
    await picture.tool('Play').click();
    await picture.tie('Amazon to Anthropic, capital, $8B, promised').waitFor();
    await picture.tool('Pause').click();
    await picture.tool('Play').waitFor();
    await picture.tool('Back to January 31, 2025').click();
  });

  async function startOfDays(): Promise<string> {
    return (await picture.page.locator('.days').getAttribute('min')) ?? '';
  }

  it('leaves everything where it is while the text changes, and draws what comes to it', async () => {
    const before = await picture.places();
    await focusText();
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('\n\n');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.type('investment MgxAnthropic: MGX -> Anthropic { amount $3B; status announced');
    await picture.tie('MGX to Anthropic, capital, $3B, promised').waitFor();
    checkSamePlaces(await picture.places(), before);
    // Not even what the cursor is on has a card that would cover something.
    assert.ok(await picture.details.isHidden());

    await workbench.runCommand('File: Revert File');
    await picture.tie('MGX to Anthropic, capital, $3B, promised').waitFor({ state: 'detached' });
    checkSamePlaces(await picture.places(), before);
  });

  it('writes a deal that is drawn from one party to another into the text, which one undo takes out', async () => {
    const tie = picture.tie(/^SoftBank to Anthropic, capital/);
    await picture.tool('Fit').click();
    await picture.drawDeal('party:SoftBank', 'party:Anthropic');
    await workbench.page.getByText('New Deal: SoftBank → Anthropic').waitFor();
    await workbench.page.getByRole('option', { name: /^Investment/ }).click();
    await tie.waitFor();
    const written = workbench.page
      .locator('.editor-group-container.active .view-line')
      .filter({ hasText: /investment\s\w+.*:\sSoftBank\s->\sAnthropic\s\{/ });
    await written.waitFor();
    await workbench.screenshot('picture-new-deal');

    await workbench.page.keyboard.press('Escape');
    await workbench.undo();
    await written.waitFor({ state: 'detached' });
    await tie.waitFor({ state: 'detached' });
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
  });

  it('renames a party in all files, which is undone in one step', async () => {
    const before = await picture.places();
    await picture.shape(google).click();
    await selected(google).waitFor();
    await picture.details.waitFor();
    await picture.page.locator('.graph').press('F2');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await workbench.page.getByText('Rename Google').waitFor();
    assert.equal(await input.inputValue(), 'Google');
    await input.fill('Alphabet');
    await workbench.page.keyboard.press('Enter');
    await picture.node('party:Alphabet').waitFor();
    await picture.node(google).waitFor({ state: 'detached' });
    const { [google]: _old, ...others } = before;
    const { 'party:Alphabet': _new, ...sameOthers } = await picture.places();
    checkSamePlaces(sameOthers, others);
    await focusText();
    await workbench.openFile('parties.deal');
    await workbench.page
      .locator('.view-line')
      .filter({ hasText: /company\sAlphabet\s/ })
      .waitFor();
    await workbench.undo();
    await picture.node(google).waitFor();
    await picture.node('party:Alphabet').waitFor({ state: 'detached' });
    await workbench.page.locator('.tab.dirty').waitFor({ state: 'detached' });
  });

  it('opens the source by a double click', async () => {
    await focusText();
    await workbench.openFile(file);
    await picture.shape('party:Microsoft').dblclick();
    await workbench.page
      .locator('.editor-group-container.active .tab.active[data-resource-name="parties.deal"]')
      .waitFor();
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    const { line } = workbench.find('parties.deal', 'Microsoft {');
    await workbench.page
      .getByRole('button', { name: new RegExp(`^Ln ${line + 1}, Col \\d+ \\(9 selected\\)`) })
      .waitFor();
  });

  it('keeps its day when the deals no longer reach as far', async () => {
    await focusText();
    await workbench.openFile(file);
    await workbench.placeCursor(file, { line: 1, character: 0 });
    await workbench.type('\n\n');
    await workbench.page.keyboard.press('ArrowUp');
    await workbench.type('investment Far: MGX -> Anthropic { status announced on 2061-05-04');
    const days = picture.page.locator('.days');
    await picture.page.locator('.days[max="33361"]').waitFor();
    await days.fill('33361');
    await picture.day.getByText('May 4, 2061').waitFor();
    await picture.tie(/^MGX to Anthropic/).waitFor();
    await focusText();
    await workbench.runCommand('File: Revert File');
    await picture.tie(/^MGX to Anthropic/).waitFor({ state: 'detached' });
    await picture.day.getByText('May 4, 2061').waitFor();
    assert.equal(await days.inputValue(), '33361');
    await picture.tool('Back to January 31, 2025').click();
    await picture.day.getByText('January 31, 2025').waitFor();
  });

  it('hides what a filter leaves out, and says so', async () => {
    const capital = picture.tie('Amazon to Anthropic, capital, $8B, promised');
    await picture.tool('Filter').click();
    const filters = picture.page.getByRole('dialog', { name: 'Filter' });
    await filters.getByRole('checkbox', { name: 'capital' }).uncheck();
    await capital.waitFor({ state: 'detached' });
    await picture.notes.getByText('5 ties are hidden by the filters.').waitFor();
    await workbench.screenshot('picture-filter');
    await filters.getByRole('textbox', { name: 'Amount of at least ($)' }).fill('$90B');
    await workbench.page.keyboard.press('Tab');
    await picture.tie(/^Amazon to Amazon's AI data centres/).waitFor();
    await picture.tie(/^Microsoft to Microsoft's AI data centres/).waitFor({ state: 'detached' });
    await filters.getByRole('button', { name: 'Show all' }).click();
    await capital.waitFor();
    await filters.getByLabel('Changed since').fill('2025-01-01');
    await capital.waitFor({ state: 'detached' });
    await picture.tie(/^SoftBank to The Stargate Project/).waitFor();
    await filters.getByRole('button', { name: 'Show all' }).click();
    await capital.waitFor();
    await picture.notes.getByText('hidden by the filters').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Escape');
    await filters.waitFor({ state: 'detached' });
  });

  it('finds a party by a part of its name', async () => {
    let box = await picture.search();
    await box.pressSequentially('oracl');
    await selected('party:Oracle').waitFor();
    await box.press('Enter');
    await picture.details.getByText('Oracle').first().waitFor();
    box = await picture.search();
    await box.fill('nobody at all');
    await picture.page.getByText('Not in this picture.').waitFor();
    await box.press('Escape');
    await picture.page.getByText('Not in this picture.').waitFor({ state: 'hidden' });
  });

  it('is gone through with the keyboard alone, up to the source', async () => {
    await picture.tool('Export…').focus();
    await workbench.page.keyboard.press('Tab');
    assert.equal(await focusedId(), 'graph');
    await workbench.page.keyboard.press('Escape');
    await workbench.page.keyboard.press('ArrowRight');
    const first = await focusedId();
    await selected(first).waitFor();
    const seen = new Set([first]);
    for (const key of ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight']) {
      await workbench.page.keyboard.press(key);
      seen.add(await focusedId());
    }
    assert.ok(seen.size > 2, [...seen].join());
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await workbench.page.getByRole('button', { name: /^Ln \d+, Col \d+ \(\d+ selected\)/ }).waitFor();
  });

  it('has every party on the way of the keys', async () => {
    const all = Object.keys(await picture.places());
    await picture.page.locator('.graph').focus();
    await workbench.page.keyboard.press('End');
    const last = await focusedId();
    await workbench.page.keyboard.press('Home');
    const seen = [await focusedId()];
    while (seen.at(-1) !== last && seen.length <= all.length) {
      await workbench.page.keyboard.press('PageDown');
      seen.push(await focusedId());
    }
    assert.deepEqual(seen.toSorted(), all.toSorted());
    await workbench.page.keyboard.press('PageUp');
    assert.equal(await focusedId(), seen.at(-2));
    await selected(seen.at(-2) ?? '').waitFor();
    await workbench.page.keyboard.press('Escape');
  });

  /** What has the keyboard in the page: the id of a node, or the graph. */
  async function focusedId(): Promise<string> {
    return picture.page.locator('.graph').evaluate((graph) => {
      const { activeElement } = graph.ownerDocument;
      return activeElement === graph ? 'graph' : (activeElement?.getAttribute('data-id') ?? '');
    });
  }

  it('has the same parties and ties as a table', async () => {
    const nodes = await picture.page.locator('[data-type="node"]').count();
    const ties = await picture.page.locator('[data-type="tie"]').count();
    await picture.chooseTab('Table');
    const [parties, deals] = [
      picture.page.getByRole('table', { name: /^Parties/ }),
      picture.page.getByRole('table', { name: /^Ties/ }),
    ];
    assert.equal(await parties.locator('tbody tr').count(), nodes);
    assert.equal(await deals.locator('tbody tr').count(), ties);
    await deals
      .getByRole('row', { name: /^Amazon Anthropic capital Amazon → Anthropic \$8B announced/ })
      .waitFor();
    await parties.getByRole('button', { name: 'Lightspeed Venture Partners' }).click();
    await workbench.page.locator('.tab.active[data-resource-name="parties.deal"]').waitFor();
    const { line } = workbench.find('parties.deal', 'Lightspeed "');
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line + 1}, Col`) }).waitFor();
  });

  it('has charts of the same deals, whose parts lead to the text', async () => {
    for (const [tab, part] of [
      ['Timeline', /^Series E/],
      ['Valuations', /Anthropic/],
      ['Money Flow', /Amazon.*Anthropic/],
    ] as const) {
      await picture.chooseTab(tab);
      await picture.chart.getByRole('button', { name: part }).first().waitFor();
      await workbench.screenshot(`picture-${tab}`);
    }
    await picture.chooseTab('Timeline');
    await picture.chart
      .getByRole('button', { name: /^Series E/ })
      .first()
      .focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator('.tab.active[data-resource-name="anthropic.deal"]').waitFor();
    const { line } = workbench.find(file, 'AnthropicSeriesE');
    await workbench.page.getByRole('button', { name: new RegExp(`^Ln ${line + 1}, Col`) }).waitFor();
    await picture.chooseTab('Graph');
  });

  it('keeps what was chosen on a chart while the text changes, and shows what the cursor is on', async () => {
    await picture.chooseTab('Money Flow');
    const year = picture.page.getByRole('combobox', { name: 'Year' });
    await year.selectOption('2025');
    await focusText();
    await workbench.openFile(file);
    await workbench.placeCursor(file, 'GoogleAnthropic2025');
    await workbench.page.keyboard.press('End');
    await workbench.type(' // seen');
    await workbench.page.waitForTimeout(1500);
    assert.equal(await year.inputValue(), '2025');
    await workbench.undo();
    await picture.chooseTab('Timeline');
    await focusText();
    await workbench.placeCursor(file, 'AnthropicSeriesE');
    await picture.page.locator('svg.chart .chosen').waitFor();
    await picture.chooseTab('Money Flow');
    await year.selectOption('all');
    await picture.chooseTab('Graph');
  });
});

describe('the ways to a picture', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await sampleWithView(file);
  });
  after(() => workbench.discardEditors());

  it('lead from the row of an ecosystem', async () => {
    await workbench.pressOnRow(/^Around OpenAI/, 'Show Picture');
    const picture = new PicturePanel(workbench);
    await picture.node('party:Stargate').waitFor();
    await workbench.page.locator('.tab.active', { hasText: 'Picture: Around OpenAI' }).waitFor();
    assert.equal(await picture.node('party:Anthropic').count(), 0);
  });

  it('lead from the cursor in the text', async () => {
    await workbench.placeCursor(file, 'Lightspeed -> Anthropic');
    await workbench.runCommand('Dealgraph: Show Picture of This');
    await workbench.page.locator('.tab.active', { hasText: 'Picture: Lightspeed' }).waitFor();
    const picture = new PicturePanel(workbench);
    await picture.node('party:Lightspeed').locator('.selected').waitFor();
    await picture.node('party:Anthropic').waitFor();
  });

  it('are called as their subjects are by now', async () => {
    await openPicture(workbench, 'Around Anthropic');
    await workbench.page.locator('.tab.active', { hasText: 'Picture: Around Anthropic' }).waitFor();
    await workbench.page.locator(`.tab[data-resource-name="${file}"]`).click();
    await workbench.placeCursor(file, 'Around Anthropic');
    await workbench.typeOver('Around'.length, 'All around');
    await workbench.page.locator('.tab', { hasText: 'Picture: All around Anthropic' }).waitFor();
  });
});

describe('the editor group of a picture', () => {
  let workbench: Workbench;
  beforeEach(async () => {
    workbench = await sampleWithView(file);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  });
  afterEach(async () => {
    await workbench.discardEditors();
    await workbench.openView('Dealgraph');
  });

  const locked = () => workbench.page.locator('.editor-group-container.locked');

  /** Opens a file as whoever has just clicked in the picture. */
  async function quickOpen(name: string): Promise<void> {
    await workbench.page.keyboard.press('ControlOrMeta+KeyP');
    const input = workbench.page.locator('.quick-input-widget input[type=text]');
    await input.fill(name);
    await workbench.page
      .locator('.quick-input-widget .monaco-list-row.focused')
      .getByText(name)
      .first()
      .waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  it('has no file open over the picture', async () => {
    const picture = await openPicture(workbench, 'ai-race');
    await locked().waitFor();
    await picture.shape(google).click();
    await quickOpen('claims.deal');
    await picture.node(google).waitFor();
  });

  it('has none open over it either where the text came beside the picture later', async () => {
    await workbench.discardEditors();
    const picture = await openPicture(workbench, 'ai-race');
    await picture.shape(google).dblclick();
    await workbench.page.locator('.tab.active[data-resource-name="parties.deal"]').waitFor();
    await picture.shape(amazon).click();
    await locked().waitFor();
    await quickOpen('claims.deal');
    await picture.node(google).waitFor();
  });

  it('is open to files again after its last picture is closed', async () => {
    await openPicture(workbench, 'ai-race');
    await locked().waitFor();
    await workbench.page.locator(`.tab[data-resource-name="${file}"]`).click();
    await workbench.runCommand('View: Close All Editors in Group');
    await workbench.page.locator(`.tab[data-resource-name="${file}"]`).waitFor({ state: 'detached' });
    await workbench.page.locator('.tab', { hasText: 'Picture: ai-race' }).click();
    await workbench.runCommand('View: Close Editor');
    await workbench.openFile(file);
    assert.equal(await workbench.page.locator('.editor-group-container').count(), 1);
    // With a second group the first would show a lock that it had kept.
    await workbench.runCommand('View: Split Editor Right');
    await workbench.page.locator('.editor-group-container').nth(1).waitFor();
    assert.equal(await locked().count(), 0);
  });
});
