import assert from 'node:assert/strict';
import { DealDocument } from '../../src/language/document';
import type { DeclarationNode, PropertyNode, RelationNode, ValueNode } from '../../src/language/tree';

/**
 * Checks what is wrong with a text, and what is read of it all the same.
 *
 * @param marked the text, with `‹ ›` around each place that a problem points at
 * @param messages a part of each problem’s message, in order
 * @returns the declarations in short, see `describeDeclaration`
 */
function checkParse(marked: string, ...messages: RegExp[]): string[] {
  const text = marked.replace(/[‹›]/g, '');
  const document = DealDocument.parse(text);
  assert.equal(document.text, text);
  const problems = document.items.flatMap((item, index) =>
    item.problems.map(({ start, end, message }) => ({
      start: start + document.startOf(index),
      end: end + document.startOf(index),
      message,
    })),
  );
  let found = text;
  for (const { start, end } of problems.toSorted((a, b) => b.start - a.start)) {
    found = `${found.slice(0, start)}‹${found.slice(start, end)}›${found.slice(end)}`;
  }
  const list = problems.map(({ message }) => message).join('\n');
  assert.equal(found, marked, list);
  assert.equal(problems.length, messages.length, list);
  messages.forEach((message, index) => assert.match(problems[index]!.message, message));
  return document.items.flatMap(({ declaration }) => (declaration ? [describeDeclaration(declaration)] : []));
}

/** `kind Name "Display": A, B -> C { key value+value modifier=value }`, with `?` for what is missing or broken. */
function describeDeclaration({ kind, name, displayName, relation, body }: DeclarationNode): string {
  const header = `${kind ?? '?'} ${name?.text ?? '?'}${displayName ? ` "${displayName.text}"` : ''}`;
  const properties =
    body && ` { ${body.properties.map(describeProperty).join('; ')}${body.close ? ' }' : ' ?'}`;
  return `${header}${relation ? describeRelation(relation) : ''}${properties ?? ''}`;
}

function describeRelation({ left, operator, right, broken }: RelationNode): string {
  const sides = [left.map(describeValue).join(','), operator?.text, right.map(describeValue).join(',')];
  return `: ${sides.filter(Boolean).join(' ')}${broken ? ' ?' : ''}`;
}

function describeProperty({ key, values, modifiers, broken }: PropertyNode): string {
  const list = [
    key.text,
    values.map(describeValue).join('+'),
    ...modifiers.map(({ name, values: own }) => `${name}=${own.map(describeValue).join('+')}`),
  ];
  return `${list.filter(Boolean).join(' ')}${broken ? ' ?' : ''}`;
}

function describeValue(node: ValueNode): string {
  switch (node.type) {
    case 'name':
      return `${node.quoted ? `"${node.text}"` : node.text}${node.path ? `.${node.path.text}` : ''}`;
    case 'url':
      return `<${node.text}>`;
    case 'scalar':
      return node.text;
  }
}

describe('parser', () => {
  it('reads a whole declaration', () => {
    const read = checkParse(
      [
        'round SeriesE "Series E": Lightspeed, "8VC" -> Anthropic {',
        '  amount $2B cash per ft, <https://x.example> likely; lead Lightspeed',
        '  field "id" "A-113"',
        '}',
      ].join('\n'),
    );
    assert.deepEqual(read, [
      'round SeriesE "Series E": Lightspeed,"8VC" -> Anthropic { amount $2B cash= per=ft+<https://x.example> likely=; lead Lightspeed; field "id"+"A-113" }',
    ]);
  });

  it('lets a list go on in the next line behind a comma', () => {
    assert.deepEqual(checkParse('venture V {\n  member A,\n    B, // two\n\n    C as equity\n}'), [
      'venture V { member A+B+C as=equity }',
    ]);
    assert.deepEqual(checkParse('round R: A,\n  B -> C'), ['round R: A,B -> C']);
  });

  it('lets a block open in a line below', () => {
    assert.deepEqual(checkParse('company A\n\n// here\n{\n}'), ['company A {  }']);
  });

  it('takes a property for a value only where it cannot be one', () => {
    assert.deepEqual(
      checkParse('round R: A -> B {\n  valuation $60B post\n}\nvaluation V: B { value $1B }'),
      ['round R: A -> B { valuation $60B post= }', 'valuation V: B { value $1B }'],
    );
  });

  it('reads figures with their units, and modifiers behind them', () => {
    assert.deepEqual(
      checkParse(
        'metric M: A { capacity 131072 GPUs on 2025; capacity 5 compute; spending CHF 2.5M on 2024 }',
      ),
      ['metric M: A { capacity 131072 GPUs on=2025; capacity 5 compute; spending CHF 2.5M on=2024 }'],
    );
    assert.deepEqual(checkParse('round R: A -> B { amount ~$6B/year compute; paid $1B..$2B shares }'), [
      'round R: A -> B { amount ~$6B/year compute=; paid $1B..$2B shares= }',
    ]);
  });

  it('takes spelled-out amounts and decimal commas for one figure', () => {
    assert.deepEqual(
      checkParse(
        'investment I: A -> B { amount €1,5B cash; paid $1 billion on 2025; tranche 1 million dollars; total $1 B; stake 13,5% }',
      ),
      [
        'investment I: A -> B { amount €1,5B cash=; paid $1 billion on=2025; tranche 1 million dollars; total $1 B; stake 13,5% }',
      ],
    );
    assert.deepEqual(checkParse('company A { founded 2019,2020; tags 1,2 }'), [
      'company A { founded 2019+2020; tags 1+2 }',
    ]);
    assert.deepEqual(checkParse('metric M: A { capacity 1.2 million chips on 2025; capacity 1,2GW }'), [
      'metric M: A { capacity 1.2 million chips on=2025; capacity 1,2GW }',
    ]);
  });

  it('keeps the comment above a declaration as its documentation', () => {
    const documentationOf = (text: string) =>
      DealDocument.parse(text).items.at(-1)?.declaration?.documentation;
    assert.equal(documentationOf('/// One\n/// two.\ncompany A'), 'One\ntwo.');
    assert.equal(documentationOf('/// One\n\ncompany A'), undefined);
    assert.equal(documentationOf('/// One\n\n/// Two\ncompany A'), 'Two');
    assert.equal(documentationOf('// One\ncompany A'), undefined);
  });

  it('takes the common indentation out of a text over several lines', () => {
    const [item] = DealDocument.parse('company A {\n  note """\n    One\n      two\n  """\n}').items;
    assert.equal(item?.declaration?.body?.properties[0]?.values[0]?.text, 'One\n  two');
  });

  describe('says what is wrong with a declaration', () => {
    it('whose kind is mistyped or unknown', () => {
      assert.deepEqual(
        checkParse('‹compny› A { founded 2021 }', /no kind “compny”. Did you mean “company”/),
        ['? A { founded 2021 }'],
      );
      checkParse('‹xyzzyxyzzy› A', /A declaration starts with one of: company/);
    });

    it('that has no name, or one that needs quotes', () => {
      checkParse('compan‹y›', /Expected a name after “company”/);
      checkParse('company ‹{› founded 2021 }', /Expected a name after “company”/);
      checkParse('company ‹8VC›', /starts with a digit needs quotes: "8VC"/);
      checkParse('company ‹😀› { founded 2021 }', /Expected a name after “company”/);
      checkParse('company Foo ‹bar›', /needs quotes: "Foo bar"/);
      checkParse('round R: ‹8VC› -> A', /starts with a digit needs quotes/);
    });

    it('whose parties are not told as they should', () => {
      checkParse('round R ‹->› B', /Expected “:” before the parties/);
      checkParse('round R: ‹->› B', /Expected a name here/);
      checkParse('round R: A -‹>›', /Expected a name after “->”/);
      checkParse('round R: A ‹B› { amount $1B }', /Expected “->”, “<->”, “,” or “{” before “B”/);
      checkParse('round R: A -> B ‹->› C', /Only one arrow/);
      checkParse('claim C: A ‹dispute› B', /“dispute” is no verb of a claim/);
      checkParse('claim C: A disputes B‹.› { on 2025 }', /Expected the name of a property after the dot/);
    });

    it('that does not end where it should', () => {
      checkParse('company "A" ‹->›', /Expected “{” or the end of the line, found “->”/);
      checkParse('company A {} ‹}›', /This brace closes nothing. Remove it, or open the block with { above/);
      checkParse('company A {} ‹x›', /Expected the end of the line, found “x”/);
      checkParse('company ‹A›\n  founded 2021\n}', /Expected “{” to open the block of “company A”/);
      checkParse('company A ‹{›\n  founded 2021\n', /The block of “company A” is not closed/);
    });
  });

  describe('says what is wrong with a property', () => {
    const inBlock = (marked: string, ...messages: RegExp[]) =>
      checkParse(`company A {\n  ${marked}\n}`, ...messages);

    it('that lacks a value', () => {
      inBlock('founde‹d›', /Expected a value for “founded”, as in “founded/);
      inBlock('xyzz‹y›', /Expected a value for “xyzzy”\./);
      inBlock('founded 2021 o‹n›', /Expected a value after “on”, as in “on 2025/);
      inBlock('aka "A"‹,›', /Expected a value for “aka”/);
    });

    it('that goes on where it should end', () => {
      inBlock(
        'aka "A" ‹pre-seed›',
        /“pre-seed” is not expected here. A name or text of several words needs quotes/,
      );
      inBlock('tags "x" ‹"y"›', /several values need commas/);
      inBlock('country US ‹untill› 2022', /“untill” is not expected here. Did you mean “until”/);
      inBlock('founded 2021 ‹:›', /“:” is not expected here. A property ends with its line/);
      inBlock('‹:› 2021', /Expected a property such as “amount \$1B” or the closing }, found “:”/);
    });

    it('whose text, comment or address is not closed', () => {
      inBlock('aka ‹"A›', /This text is not closed: add " at its end/);
      inBlock('website ‹<https://x.example›', /This address is not closed/);
      inBlock('founded 2021 ‹/*› x', /This comment is never closed/);
      checkParse(
        'company A ‹{›\n  note ‹"""›x\n}',
        /This text is not closed: add """/,
        /The block of “company A”/,
      );
    });
  });

  it('tells typographic quotes from straight ones', () => {
    const wrong = /Texts stand in straight quotes/;
    checkParse('company ‹“›Curly”', wrong);
    checkParse('company A ‹„›Curly“', wrong);
    checkParse('company A {\n  aka ‹‘›LSVP’\n  note "x", ‹«›y»\n}', wrong, wrong);
    checkParse('company A { aka "“curly” inside" }');
  });

  it('says what is wrong between declarations', () => {
    checkParse('‹amount› $1B', /“amount” is a property: it belongs between the braces/);
    checkParse('‹}›', /This brace closes nothing/);
    checkParse('‹?›', /Expected a declaration such as “company Name”, found “\?”/);
    checkParse('‹"""\nx\n"""›', /found “"""…”/);
    checkParse('‹fundd›', /Expected a declaration such as “company Name”, found “fundd”/);
  });

  it('never lets a broken declaration hide the next', () => {
    const broken = [
      'company ‹{›',
      'company A ‹{›',
      'company A ‹{› note ‹"x›',
      'round R:‹ ›',
      'round R: A‹,›',
      'round R: A -‹>›',
      'company A { ‹{› { }',
      '‹}›',
      '‹;›',
      '‹?› {',
      'company A { note ‹"""›',
    ];
    for (const marked of broken) {
      const text = `${marked.replace(/[‹›]/g, '')}\ncompany Next { founded 2021 }\n`;
      const read = DealDocument.parse(text).items.flatMap(({ declaration }) =>
        declaration ? [describeDeclaration(declaration)] : [],
      );
      assert.equal(read.at(-1), 'company Next { founded 2021 }', text);
    }
  });

  it('gives one message for one mistake', () => {
    checkParse('company A {\n  founded ‹,› 2021 x y z : ; aka "B"\n}', /Expected a value for “founded”/);
    checkParse('round R: A ‹B› C D -> E {\n  amount $1B\n}', /Expected “->”/);
    checkParse('company A ‹B› C D { founded 2021 }', /needs quotes/);
  });

  it('gives one message where a block is closed too early, and reads on in it', () => {
    const early = /This brace closes the block of “company A”, but its properties go on below/;
    assert.deepEqual(
      checkParse('company A {\n  founded 2021 ‹}›\n  country US\n  sector ai\n}\ncompany B', early),
      ['company A { founded 2021; country US; sector ai }', 'company B'],
    );
    assert.deepEqual(checkParse('company A { founded 2021 ‹}›\n  country US\n\ncompany B', early), [
      'company A { founded 2021; country US ?',
      'company B',
    ]);
    // Not indented, or no property of the kind: no block goes on there.
    checkParse('company A { founded 2021 }\n‹amount› $1B', /“amount” is a property/);
    checkParse('company A { founded 2021 }\n  ‹amount› $1B', /“amount” is a property/);
    checkParse('company A { founded 2021 }\n  company B { founded 2020 }');
  });

  it('gives one message for a missing opening brace', () => {
    const missing = /Expected “{” to open the block/;
    assert.deepEqual(checkParse('company ‹A› founded 2021 }\ncompany B', missing), [
      'company A { founded 2021 }',
      'company B',
    ]);
    assert.deepEqual(checkParse('valuation V: Lume‹n› value $1B on 2025; note "x" }', missing), [
      'valuation V: Lumen { value $1B on=2025; note "x" }',
    ]);
    assert.deepEqual(checkParse('round R: A -> ‹B› valuation $1B }', missing), [
      'round R: A -> B { valuation $1B }',
    ]);
    assert.deepEqual(checkParse('investment ‹I› amount $1B }', missing), ['investment I { amount $1B }']);
    assert.deepEqual(checkParse('company ‹A› founded 2021\n  country US\n\n}\ncompany B', missing), [
      'company A { founded 2021; country US }',
      'company B',
    ]);
    checkParse('valuation V: Lumen ‹value› $1B', /Expected “->”/);
    checkParse('valuation V: Lumen ‹value› $1B\ncompany B { founded 2021 }', /Expected “->”/);
  });

  it('gives one message for a quote that was lost with the brace behind it', () => {
    const open = /This text is not closed/;
    assert.deepEqual(checkParse('company A ‹"Foo {›\n  founded 2021\n}\ncompany B', open), [
      'company A "Foo {" { founded 2021 }',
      'company B',
    ]);
    checkParse('company A { aka ‹"open }›\ncompany B', open);
    checkParse('company A ‹“›Foo” {\n  founded 2021\n}', /straight quotes/);
  });

  describe('takes any input', function () {
    this.timeout(60_000);

    it('that is empty or only blank', () => {
      assert.deepEqual(checkParse(''), []);
      assert.deepEqual(checkParse(' \n\t\r\n\ufeff'), []);
    });

    it('with a byte order mark, or mixed line breaks', () => {
      assert.deepEqual(checkParse('\ufeffcompany A\r\ncompany B\rcompany C\n'), [
        'company A',
        'company B',
        'company C',
      ]);
    });

    it('that is binary, or was decoded wrongly', () => {
      const bytes = Array.from({ length: 4096 }, (_, index) =>
        String.fromCharCode((index * 2654435761) % 256),
      ).join('');
      assert.equal(DealDocument.parse(bytes).text, bytes);
      assert.ok(DealDocument.parse('\ufffd\u0000\ufffd').items[0]!.problems.length > 0);
      assert.deepEqual(checkParse('‹\ufffd›\ncompany A', /found “\ufffd”/), ['company A']);
    });

    it('whose braces are nested ten thousand deep', () => {
      const text = `company A ${'{'.repeat(10_000)}\ncompany B\n`;
      const document = DealDocument.parse(text);
      assert.equal(document.items.at(-1)?.declaration?.name?.text, 'B');
      assert.ok(document.items.reduce((sum, { problems }) => sum + problems.length, 0) < 5);
      assert.equal(DealDocument.parse('{'.repeat(10_000) + '}'.repeat(10_000)).items.length, 1);
    });

    it('with a line of five million characters', () => {
      for (const text of [
        `company A { note "${'x'.repeat(5_000_000)}" }\n`,
        `company ${'x'.repeat(5_000_000)}\n`,
        `company A { tags ${'longer-word, '.repeat(500_000)}x }\n`,
        '/*'.repeat(2_500_000),
        '"""'.repeat(1_600_001),
        '<'.repeat(5_000_000),
      ]) {
        assert.equal(DealDocument.parse(text).length, text.length);
      }
    });
  });
});
