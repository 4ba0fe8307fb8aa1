import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { heading, paragraph, type Block } from '../../src/features/report/content';
import { toHtml } from '../../src/features/report/html';
import { hrefFrom } from '../../src/features/report/links';
import { toMarkdown } from '../../src/features/report/markdown';
import { reportOn, type WrittenReport } from '../../src/features/report/report';
import { mostRows, table } from '../../src/features/report/table';
import { tamed } from '../../src/features/report/text';
import { dayOf } from '../../src/values/date';
import { largeProject } from '../large-project';
import { anyText, propertyRuns } from '../language/random-text';
import { projectOf, sample, settle } from '../project-fixture';

const today = dayOf(2025, 6, 15);
const folder = join(process.cwd(), 'server', 'test', 'reports');

/** The report on an ecosystem by its name, or on all of a project, and how much work each step was. */
function reportIn(
  files: Readonly<Record<string, string>>,
  ecosystem?: string,
): WrittenReport & { readonly steps: readonly number[] } {
  const { project, findings } = projectOf(files);
  settle(findings);
  const declaration = ecosystem === undefined ? undefined : project.find(ecosystem);
  assert.equal(declaration === undefined, ecosystem === undefined);
  const { value, steps } = finish(
    reportOn(project, declaration, project.root, { findings, isWhole: true, today }),
  );
  return { ...value, steps };
}

/** What the steps come to, and how much work each of them was. */
function finish<T>(work: Generator<number, T>): { value: T; steps: number[] } {
  const steps: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { value: step.value, steps };
    steps.push(step.value);
  }
}

/** Compares with a baseline. UPDATE_BASELINES=1 writes it anew. */
function checkBaseline(name: string, found: string): void {
  const file = join(folder, name);
  if (process.env.UPDATE_BASELINES) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, found);
  }
  assert.ok(existsSync(file), `${file} is missing: UPDATE_BASELINES=1 writes it`);
  assert.equal(found, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
}

describe('a report', () => {
  for (const [name, ecosystem] of [
    ['around-anthropic', 'AnthropicEcosystem'],
    ['around-openai', 'OpenAIEcosystem'],
    ['ai-race', undefined],
  ] as const) {
    it(`on the sample says what it said: ${name}`, () => {
      const report = reportIn(sample('ai-race'), ecosystem);
      checkBaseline(`${name}.md`, report.markdown);
      checkBaseline(`${name}.html`, report.html);
    });
  }
});

/** Checks what the report on E says. */
function checkReport(text: string, ...expected: readonly (string | RegExp)[]): void {
  const { markdown } = reportIn({ 'main.deal': text }, 'E');
  for (const part of expected) {
    if (typeof part === 'string') assert.ok(markdown.includes(part), `${part}\nis not in\n${markdown}`);
    else assert.match(markdown, part);
  }
}

const around = 'company A "Ada"\ncompany B\ncompany C\necosystem E { hub A }\n';

describe('a report on an ecosystem', () => {
  it('says as of which day, what is counted, and what is missing', () => {
    const { project, findings } = projectOf({ 'main.deal': `${around}grant D: B -> A { amount $1M }` });
    const written = (day: number, isWhole: boolean) =>
      finish(
        reportOn(project, project.find('E'), project.root, {
          findings: isWhole ? findings : undefined,
          isWhole,
          today: day,
        }),
      ).value;
    const whole = written(today, true);
    assert.match(
      whole.markdown,
      /^# E\n\n\*\*As of 31 January 2025\.\*\* .* tie somebody to Ada: 1 deal\.\n/,
    );
    assert.doesNotMatch(whole.markdown, /not read/);
    assert.match(whole.markdown, /still under way/);
    assert.match(written(project.asOf, true).markdown, /\*\*As of today, 31 January 2025\.\*\*/);
    const part = written(today, false).markdown;
    assert.match(part, /\*\*Some files of the project are not read\. .*\*\*/);
    assert.match(part, /The checks wait for files to be read\./);
    assert.equal(whole.name, 'E 2025-01-31');
  });

  it('says what a party is in each of several ecosystems', () => {
    const { markdown } = reportIn({
      'main.deal': [
        'company A',
        'company Unit { parent A }',
        'company B',
        'company C',
        'venture V { member A; member C as equity; status announced on 2024 }',
        'supply S: Unit -> B { status talks on 2025-01 }',
        'supply T: C -> B { status signed on 2024 }',
        'ecosystem EA { hub A }',
        'ecosystem EB { hub B }',
      ].join('\n'),
    });
    for (const row of [
      '| [B](main.deal#L3) | EA (customer in talks); EB (hub) |',
      '| [C](main.deal#L4) | EA (partner in a venture); EB (supplier) |',
      '| [Unit](main.deal#L2) | EA (unit of the hub); EB (supplier in talks) |',
    ])
      assert.ok(markdown.includes(row), `${row}\nis not in\n${markdown}`);
  });

  it('says who disputes a sum wherever one stands', () => {
    const files = {
      'main.deal': [
        'company A',
        'company Cloud { parent B }',
        'company B',
        'company C',
        'person P',
        'round R: B, C -> A { amount $5M; lead B with $2M; status closed on 2024-06 }',
        'investment I: B -> A { amount $1M; status closed on 2023-06 }',
        'supply S: Cloud -> A { amount $4M; status signed on 2024-06 }',
        'claim K: P disputes R.amount { on 2024-07 }',
        'ecosystem E { hub A }',
      ].join('\n'),
    };
    const whole = reportIn(files).markdown;
    for (const row of [
      '| [E](main.deal#L10) | A | 3 | $6M promised, $6M executed, in part disputed by P |',
      '| capital | 2 | $6M | $6M |  | in part disputed by P |',
      '| contracts | 1 | $4M |  |  |  |',
      '| round | capital | 1 | $5M | $5M |  | disputed by P |',
      '| 2024 | capital | 1 | $5M | $5M |  | disputed by P |',
      '| 2023 | capital | 1 | $1M | $1M |  |  |',
      '| B and C | A | capital | 1 | $5M | $5M |  | disputed by P |',
      '| B | A | capital | 2 | $3M | $3M |  | in part disputed by P |',
      '| B → A → B | $3M | $4M | 133% | in part disputed by P |',
    ])
      assert.ok(whole.includes(row), `${row}\nis not in\n${whole}`);
    const around = reportIn(files, 'E').markdown;
    for (const row of [
      'Capital put into the hubs: $6M promised, $6M executed, in part disputed by P.',
      '| Backers | [C](main.deal#L4) | 1 | up to $3M promised, up to $3M executed, disputed by P |',
      '| Executed | 100% of the promised capital, in part disputed by P |',
      /\| Concentration of backers over this corpus \| [^|]*, in part disputed by P \|/,
      '| Money put up by several together | 2023 0%, 2024 100%, in part disputed by P |',
    ])
      if (typeof row === 'string') assert.ok(around.includes(row), `${row}\nis not in\n${around}`);
      else assert.match(around, row);
  });

  it('has who, how much, how sure and who disputes it in a row, the latest first', () => {
    checkReport(
      [
        around,
        'source s "Said" { published 2025 }',
        'investment I "The first": B -> A { amount $1B likely per s; amount $2B per <https://x.example/a>; status closed on 2024-05 }',
        'round R: B, C -> A { lead B; amount $5M over 2y; paid $1M on 2024; status signed on 2024-06 uncertain }',
        'acquisition Q: A -> C { seller B; amount €1M..€2M }',
        'claim K: C disputes I.amount',
      ].join('\n'),
      [
        '| Status | Deal | Kind | Who | Amount | Certainty | Disputed by | Sources |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        '| signed, June 2024 | [R](main.deal#L8) | round | B and C → Ada (led by B) | $5M (over 2y, $1M executed) | status uncertain |  | none |',
        '| closed, May 2024 | [The first](main.deal#L7) | investment | B → Ada | $1B; also reported: $2B (source 1) | amount likely | C | 1, 2 |',
        '| not stated | [Q](main.deal#L9) | acquisition | Ada → C (sold by B) | €1M–€2M |  |  | none |',
      ].join('\n'),
      'The sums contain figures that somebody disputes: [The first](main.deal#L7) (by C)',
      '| [C disputes the amount of The first.](main.deal#L10) | none |',
      /## Sources\n\n1\. \[https\\:\\\/\/x\.example\/a\]\(https:\/\/x\.example\/a\)\n2\. Said · 2025 · \[main\.deal:6\]/,
    );
  });

  it('says what is supplied on which terms, and who holds how much of whom', () => {
    checkReport(
      [
        around,
        'supply S: A -> B { provides compute exclusive from 2024 until 2030; provides chips likely; capacity 2GW from 2025; term 10y }',
        'loan L: B -> A { amount $1M; term 3y }',
        'holding H: B -> A { stake 13.56% on 2024-12 likely }',
        'holding I: A -> C { stake 5% }',
        'holding J: C -> B { stake 7% on 2024; per <https://x.example/j> }',
        'holding K: C -> X { stake 8% }',
        'claim Q: C disputes S.capacity',
      ].join('\n'),
      [
        '## Terms',
        '',
        '| Deal | From | To | Provides | Capacity | Term | Disputed by | Sources |',
        '| --- | --- | --- | --- | --- | --- | --- | --- |',
        '| [S](main.deal#L6) | Ada | B | compute · exclusive · from 2024 until 2030; chips · likely | 2GW (from 2025) | 10y | C | none |',
        '| [L](main.deal#L7) | B | Ada |  |  | 3y |  | none |',
      ].join('\n'),
      [
        '| Of | Holder | Stake | Date | Stated in | Sources |',
        '| --- | --- | ---: | --- | --- | --- |',
        '| Ada | B | 13.56% (likely) | December 2024 | [H](main.deal#L8) | none |',
        '| B | C | 7% | 2024 | [J](main.deal#L10) | 1 |',
        '| C | Ada | 5% | no date | [I](main.deal#L9) | none |',
      ].join('\n'),
    );
  });

  it('tells in HTML where what it says is stated, since no link leads there', () => {
    const { html, markdown } = reportIn(
      {
        'main.deal': `${around}investment I "The first": B -> A { amount $1M }\nclaim K: C disputes I.amount`,
      },
      'E',
    );
    assert.match(html, /<td style="[^"]*">The first <span style="[^"]*">main\.deal:5<\/span><\/td>/);
    assert.match(html, /C disputes the amount of The first\. <span style="[^"]*">main\.deal:6<\/span>/);
    assert.doesNotMatch(html, /href|Ada <span/);
    assert.doesNotMatch(markdown, /The first[^|]*main\.deal:5/);
  });

  it('adds up by purpose, by year and by who pays whom, unknown shares together', () => {
    checkReport(
      [
        around,
        'round R: B, C -> A { amount $5M; status closed on 2024-06 }',
        'round T: C, B -> A { amount $2M; status talks on 2025-01 }',
        'round U: undisclosed, C -> A { amount undisclosed; status closed on 2024 }',
        'project P: A { budget $1M }',
        'supply S: B -> A { amount $3M }',
      ].join('\n'),
      '| capital | 3 | $5M + undisclosed | $5M + undisclosed | $2M |',
      '| 2025 | capital | 1 |  |  | $2M |\n| 2024 | capital | 2 | $5M + undisclosed | $5M + undisclosed |  |',
      '| no date | contracts | 1 | $3M |  |  |',
      [
        '| Ada | B | contracts | 1 | $3M |  |  |',
        '| Ada | plans of their own | plans | 1 | $1M |  |  |',
        '| B and C | Ada | capital | 2 | $5M | $5M | $2M |',
        '| C and others | Ada | capital | 1 | an undisclosed amount | an undisclosed amount |  |',
      ].join('\n'),
      [
        '### Between each two',
        '',
        'Of what several put in or get together each has anything from nothing to all, as far as their parts are not said.',
        '',
        '| From | To | Purpose | Deals | Promised | Of it executed | In talks |',
        '| --- | --- | --- | ---: | ---: | ---: | ---: |',
        '| Ada | B | contracts | 1 | $3M |  |  |',
        '| Ada | plans of their own | plans | 1 | $1M |  |  |',
        '| B | Ada | capital | 2 | up to $5M | up to $5M | up to $2M |',
        '| C | Ada | capital | 3 | up to $5M + undisclosed | up to $5M + undisclosed | up to $2M |',
        '| others | Ada | capital | 1 | an undisclosed amount | an undisclosed amount |  |',
      ].join('\n'),
    );
  });

  it('says so where parties in no ecosystem are too many to find some among', () => {
    const text = Array.from({ length: 1001 }, (_, index) => `company P${index}`).join('\n');
    assert.match(
      reportIn({ 'main.deal': text }).markdown,
      /### Ecosystems that are not declared\n\nNot looked for: 1001 parties stand in no ecosystem, more than the 1000 /,
    );
    assert.doesNotMatch(reportIn({ 'main.deal': 'company A' }).markdown, /Ecosystems that are not/);
  });

  it('tells of each two by themselves only where several pay or are paid together', () => {
    const { markdown } = reportIn({ 'main.deal': `${around}investment I: B -> A { amount $1M }` }, 'E');
    assert.doesNotMatch(markdown, /Between each two/);
  });

  it('says who is not declared, what became of a tie, and what the checks find', () => {
    checkReport(
      `${around}investment I: X -> A { amount $1M; status withdrawn on 2024 }\nclaim K: B asserts I`,
      '| Backers | X (not declared) | over | 1 |  |',
      /\| error \| \[main\.deal:5\]\(main\.deal#L5\) \| “X” is .*\| unknown-name \|/,
    );
  });

  it('is short where there is little to say', () => {
    const { markdown } = reportIn({ 'main.deal': 'ecosystem E' }, 'E');
    assert.deepEqual(
      [...markdown.matchAll(/^#+ .*$/gm)].map(([line]) => line),
      ['# E', '## Findings of the checks'],
    );
    assert.match(markdown, /No hub is named, so that nothing is counted\./);
  });

  it('is called so that a file can be', () => {
    const nameOf = (title: string) =>
      reportIn({ 'main.deal': `ecosystem E ${JSON.stringify(title)}` }, 'E').name;
    assert.equal(nameOf('A/B: <C> "D" \u202e|?* '), 'A B C D 2025-01-31');
    assert.equal(nameOf('..'), '2025-01-31');
  });

  it('cuts long tables and says how many more there are, while sums count all', () => {
    const { markdown, steps } = reportIn(largeProject(mostRows + 234));
    const [, deals = ''] = /## Deals\n\n([^]*?)\n\n##/.exec(markdown) ?? [];
    assert.equal(deals.split('\n').filter((line) => /\| \[Deal\d+\]\(/.test(line)).length, mostRows);
    assert.match(deals, /\n\n234 more are left out of this table; sums count them all the same\.$/);
    assert.match(markdown, new RegExp(`\\| capital \\| ${mostRows + 234} \\|`));
    assert.ok(Math.max(...steps) <= 1300, String(Math.max(...steps)));
    assert.deepEqual(finish(table([1], [{ title: 'A', of: String }], 1, 0)).value, []);
  });

  it('is made of anything, and leads nowhere but to deal files and to the addresses of sources', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const files = { 'one.deal': one, 'other.deal': `${other}\necosystem E { hub Google, Anthropic }` };
        const { project, findings } = projectOf(files);
        settle(findings);
        for (const subject of [project.find('E'), undefined]) {
          const context = { findings, isWhole: true, today };
          const { markdown, html } = finish(reportOn(project, subject, project.root, context)).value;
          for (const piece of pieces(markdown)) {
            if (piece.startsWith('link ')) assert.match(piece, /^link (one|other)\.deal#L\d+$|^link https?:/);
            else
              assert.match(
                piece,
                /^(text |(heading|paragraph|ordered_list|list_item|table|thead|tbody|tr|t[hd]|strong|link)_)/,
              );
          }
          checkHtml(html, ...[...html.matchAll(/<a href="([^"]*)">/g)].map(([, url = '']) => url));
        }
      }),
      { numRuns: Math.ceil(propertyRuns / 10) },
    );
  });
});

/** Markdown as VS Code's preview renders it: HTML counts, and addresses in the text become links. */
const reader = new MarkdownIt({ html: true, linkify: true });
reader.linkify.set({ fuzzyLink: false });

/** The pieces that Markdown is read as: `type text` for what is text, `type` for all else, links with where they lead. */
function pieces(markdown: string): string[] {
  return reader.parse(markdown, {}).flatMap(function read(token): string[] {
    if (token.children) return merged(token.children.flatMap(read));
    if (token.type === 'text') return [`text ${token.content}`];
    return [token.type === 'link_open' ? `link ${token.attrGet('href') ?? ''}` : token.type];
  });
}

/** Texts side by side as one: an escape stands alone. */
function merged(read: readonly string[]): string[] {
  const all: string[] = [];
  for (const piece of read) {
    const last = all.at(-1);
    if (piece.startsWith('text ') && last?.startsWith('text ')) all[all.length - 1] = last + piece.slice(5);
    else all.push(piece);
  }
  return all.filter((piece) => piece !== 'text ');
}

const place = { uri: 'file:///project/a%20b/c.deal', line: 6 };
const textOf = (text: string) => {
  const words = tamed(text);
  return words === '' ? [] : [`text ${words}`];
};

/** Every place in which a text of a file can stand. */
function blocksWith(text: string): Block[] {
  return [
    heading(1, `h${text}`),
    paragraph(text),
    { type: 'numbered', lines: [[text], ['x', { type: 'strong', text: `s${text}s` }, ' y']] },
    {
      type: 'table',
      columns: [{ title: 'A' }, { title: 'B', align: 'right' }],
      rows: [[[text], [{ type: 'place', text: `p${text}`, place, inWords: `w${text}` }, text]]],
    },
  ];
}

function expectedPieces(text: string): string[] {
  const inCell = textOf(text);
  const strong = within('strong', textOf(`s${text}s`));
  const link = ['link a%20b/c.deal#L7', ...textOf(`p${text}`), 'link_close'];
  const titles = [...within('th', ['text A']), ...within('th', ['text B'])];
  const cells = [...within('td', inCell), ...within('td', [...link, ...inCell])];
  return [
    ...within('heading', textOf(`h${text}`)),
    ...inParagraph(inCell),
    ...within('ordered_list', [
      ...within('list_item', inParagraph(inCell)),
      ...within('list_item', inParagraph(['text x', ...strong, 'text y'])),
    ]),
    ...within('table', [...within('thead', within('tr', titles)), ...within('tbody', within('tr', cells))]),
  ];
}

function within(name: string, inner: readonly string[]): string[] {
  return [`${name}_open`, ...inner, `${name}_close`];
}

function inParagraph(inner: readonly string[]): string[] {
  return inner.length > 0 ? within('paragraph', inner) : [];
}

function checkText(text: string): void {
  const blocks = blocksWith(text);
  const markdown = toMarkdown(blocks, hrefFrom('file:///project'));
  assert.deepEqual(
    // Blanks between two texts are of neither, and what keeps directions apart is nothing to read.
    pieces(markdown).map((piece) =>
      piece.startsWith('text ')
        ? `text ${piece
            .slice(5)
            .replaceAll(/[\u200e\u2067\u2069]/g, '')
            .trim()}`
        : piece,
    ),
    expectedPieces(text),
    markdown,
  );
  checkHtml(toHtml(blocks));
}

/** Only elements that the writer makes, and no address but those it was given. */
function checkHtml(html: string, ...urls: readonly string[]): void {
  const rest = html
    .replace(
      /<\/?(h[123]|p|ol|li|table|thead|tbody|tr|th|td|strong|bdi|span|a)( style="[-a-z0-9:;# ]*")?>/g,
      '',
    )
    .replace(/<a href="([^"<>]*)">/g, (_, url: string) => {
      assert.ok(urls.includes(url), url);
      return '';
    });
  assert.doesNotMatch(rest, /[<>]/, html);
}

describe('a text in a report', () => {
  for (const text of [
    'a | b || c \\| d',
    '[Click](command:evil) ![x](y) [a]: b',
    '<b onclick="x()">&amp; <!-- --> </td></table><script>',
    '**b** _i_ ~~s~~ `c` $x$ $$y$$ US$ $5B–$6B in US$',
    'https://x.example www.x.example //x.example ftp://x a@x.example <https://x.example> mailto:a@x.example',
    '- a',
    '1. a',
    '12) a',
    '---',
    '===',
    '# h',
    '> q',
    '    code',
    '```js',
    ':tada: :+1: a:b:c 12:30',
    'Wow!',
    '\\',
    'a\\',
    'line one\n\n# line two\r\n- three\u2028four',
    'שלום, $1B',
    'a\u202eb\u2066c\u200f',
    '\u0000\u0007\ud800',
    ' around ',
    '',
    '👍🏽 Zoë 北京',
    '|',
    '#',
    '*',
    '+',
    '2024.',
    'x'.repeat(5000),
  ]) {
    it(`is nothing but text: ${JSON.stringify(text.slice(0, 40))}`, () => checkText(text));
  }

  it('is nothing but text, whatever it is', () => {
    const pieces = [
      '|',
      '[',
      ']',
      '(',
      ')',
      '!',
      '<',
      '>',
      '&',
      '*',
      '_',
      '`',
      '$',
      '~',
      '\\',
      '#',
      ':',
      '/',
      '.',
    ];
    const words = [
      'a',
      'www',
      'https',
      'x.example',
      '1',
      ' ',
      '\n',
      '-',
      '+',
      '=',
      '@',
      '"',
      "'",
      '\u202e',
      'א',
    ];
    const markup = fc
      .array(fc.constantFrom(...pieces, ...words), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(fc.property(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 20 })), checkText), {
      numRuns: propertyRuns,
    });
  });

  it('keeps names that are read from right to left apart from what stands beside them', () => {
    const blocks = [paragraph('שלום 5 בע״מ disputes $1B of شركة, 2 more')];
    assert.equal(
      toMarkdown(blocks, () => undefined),
      '\u200e\u2067שלום 5 בע״מ\u2069 disputes $1B of \u2067شركة\u2069, 2 more\n',
    );
    assert.equal(toHtml(blocks), '<p><bdi>שלום 5 בע״מ</bdi> disputes $1B of <bdi>شركة</bdi>, 2 more</p>\n');
  });

  it('leads to an address only where that is one for a browser', () => {
    const web = (url: string, text = '') =>
      toMarkdown([paragraph({ type: 'web', text, url })], () => undefined);
    assert.equal(
      web('https://x.example/a_b?c=1&d', 'An [article]'),
      '[An \\[article\\]](https://x.example/a_b?c=1&d)\n',
    );
    assert.equal(
      web('https://x.example/a|b`é'),
      '[https\\:\\//x.example/a\\|b\\`é](https://x.example/a%7Cb%60%C3%A9)\n',
    );
    for (const url of [
      'javascript:alert(1)',
      'command:x',
      'file:///etc/passwd',
      'https://x"onclick',
      'data:text/html,x',
    ])
      assert.deepEqual(
        pieces(web(url)).filter((piece) => piece.startsWith('link')),
        [],
        url,
      );
    checkHtml(
      toHtml([paragraph({ type: 'web', text: 'x', url: 'https://x.example/?a=1&b' })]),
      'https://x.example/?a=1&amp;b',
    );
    checkHtml(toHtml([paragraph({ type: 'web', text: 'x', url: 'javascript:alert(1)' })]));
  });
});

describe('a link in a report', () => {
  it('leads from the folder of the report to a line, where there is a way', () => {
    const href = hrefFrom('file:///w/deals');
    assert.equal(href({ uri: 'file:///w/deals/sub/a%20b.deal', line: 0 }), 'sub/a%20b.deal#L1');
    assert.equal(href({ uri: 'file:///w/deals/(a|b).deal', line: 9 }), '%28a%7Cb%29.deal#L10');
    assert.equal(href({ uri: 'file:///w/deals/c:d.deal', line: 9 }), './c:d.deal#L10');
    assert.equal(href({ uri: 'file:///w/dealsX/a.deal', line: 0 }), '../dealsX/a.deal#L1');
    assert.equal(href({ uri: 'file:///a.deal', line: 0 }), '../../a.deal#L1');
    assert.equal(href({ uri: 'file://host/w/deals/a.deal', line: 0 }), undefined);
    assert.equal(href({ uri: 'vscode-vfs://github/w/deals/a.deal', line: 0 }), undefined);
    assert.equal(href({ uri: 'untitled:Untitled-1', line: 0 }), undefined);
    assert.equal(hrefFrom('x://mount/')({ uri: 'x://mount/a.deal', line: 0 }), 'a.deal#L1');
    assert.equal(hrefFrom(undefined)({ uri: 'file:///w/deals/a.deal', line: 0 }), undefined);
    assert.equal(
      hrefFrom('vscode-vfs://github/o/r')({ uri: 'vscode-vfs://github/o/r/a.deal', line: 1 }),
      'a.deal#L2',
    );
  });
});
