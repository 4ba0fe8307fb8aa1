import assert from 'node:assert/strict';
import { capitalOf, ecosystemOf, ecosystemsWith, tieOf, type Ecosystem } from '../../src/model/ecosystem';
import type { Corpus } from '../../src/model/corpus';
import { describeSum } from '../../src/values/sum';
import { fixtureDay, projectOf } from '../project-fixture';

function ecosystemIn(text: string): { corpus: Corpus; ecosystem: Ecosystem } {
  const { project } = projectOf({ 'main.deal': text });
  const declaration = project.find('E');
  assert.ok(declaration);
  return { corpus: project, ecosystem: ecosystemOf(project, declaration) };
}

/** Checks who has which role: `role: Member (Deal Deal), …`. */
function checkRoles(text: string, ...expected: string[]): void {
  const { roles } = ecosystemIn(text).ecosystem;
  const found = [...roles].map(
    ([role, members]) =>
      `${role}: ${members
        .map(({ name, deals }) => {
          const own = deals.map((deal) => deal.name).sort();
          return own.length > 0 ? `${name} (${own.join(' ')})` : name;
        })
        .join(', ')}`,
  );
  assert.deepEqual(found, expected);
}

describe('ecosystem', () => {
  it('gives each party its role towards the hub', () => {
    checkRoles(
      [
        'ecosystem E { hub H }',
        'investment D1: A -> H',
        'round D2: B -> H { lead C }',
        'loan D3: L -> H',
        'grant D4: G -> H',
        'investment D5: H -> P',
        'acquisition D6: H -> Q',
        'supply D7: S -> H',
        'license D8: S -> H',
        'supply D9: H -> K',
        'partnership D10: H <-> Y',
        'merger D11: H <-> Z',
        'project D12: H <-> W',
        'venture D13 { member H; member V as equity }',
        'investment D14: X -> V',
      ].join('\n'),
      'backer: A (D1), B (D2), C (D2), G (D4), L (D3)',
      'portfolio: P (D5), Q (D6)',
      'supplier: S (D7 D8)',
      'customer: K (D9)',
      'ally: W (D12), Y (D10), Z (D11)',
      'venture: D12 (D12), D13 (D13)',
    );
  });

  it('names those who take part in a venture with the hub', () => {
    const { ecosystem } = ecosystemIn(
      'ecosystem E { hub H; exclude X }\nventure D { member H as operator; member B, A as equity; member X; member undisclosed }\nventure F { member Q }',
    );
    assert.deepEqual(ecosystem.venturePartners, ['A', 'B']);
  });

  it('ties each of them by what holds on the day', () => {
    const { ecosystem } = ecosystemIn(
      [
        'ecosystem E { hub H; include N }',
        'company N',
        'round D1: A, B -> H { lead C on 2026; lead B on 2026 }',
        'investment D2: F -> H { status talks }',
        'investment D3: G -> H { status announced on 2026 }',
        'investment D4: G, K -> H { status withdrawn }',
        'investment D5: L -> H { status announced on 2026 }',
        'investment D6: K -> H',
        'investment D7: F -> H { status terminated }',
      ].join('\n'),
    );
    const ties = [...ecosystem.roles].flatMap(([, members]) =>
      members.map((member) => `${member.name} ${tieOf(member, fixtureDay)}`),
    );
    assert.deepEqual(ties, [
      'A holds',
      'B holds',
      'C ahead',
      'F in talks',
      'G over',
      'K holds',
      'L ahead',
      'N holds',
    ]);
  });

  it('knows the hub that leads a round of others', () => {
    checkRoles('ecosystem E { hub H }\nround D: A -> P { lead H }', 'portfolio: P (D)');
  });

  it('counts the units of the hub in, units of units included, and nobody twice', () => {
    const text = [
      'company H',
      'company U { parent H }',
      'company W { parent U }',
      'company Former { parent H until 2020 }',
      'company Coming { parent H from 2026 }',
      'supply D1: W -> A',
      'investment D2: H -> U',
      'supply D3: Former -> B',
      'ecosystem E { hub H }',
    ].join('\n');
    const { ecosystem } = ecosystemIn(text);
    assert.deepEqual(ecosystem.units, ['U', 'W']);
    checkRoles(text, 'customer: A (D1)');
  });

  it('ends where ownership goes in a circle', () => {
    const { ecosystem } = ecosystemIn(
      'company A { parent C }\ncompany B { parent A }\ncompany C { parent B }\ncompany S { parent S }\necosystem E { hub A, S }',
    );
    assert.deepEqual(ecosystem.units, ['B', 'C']);
  });

  it('counts in and leaves out what it is told to', () => {
    checkRoles(
      [
        'ecosystem E { hub H; include N, I, V, H, A, E; exclude X, D3, U }',
        'company U { parent H }',
        'company N',
        'investment D1: A -> H',
        'investment D2: A, X -> H',
        'investment D3: B -> H',
        'supply D4: U -> K',
        'investment I: N -> M',
        'venture V { member N }',
      ].join('\n'),
      'backer: A (D1 D2)',
      'venture: V (V)',
      'other: E, I (I), N',
    );
  });

  it('takes nobody in for who is undisclosed', () => {
    checkRoles(
      'ecosystem E { hub H }\nround D: undisclosed -> H { lead undisclosed }\nsupply S: undisclosed -> H',
    );
  });

  it('has several hubs, whose dealings with each other tie nobody else', () => {
    checkRoles('ecosystem E { hub H, G }\ninvestment D: H -> G\ninvestment F: A -> G', 'backer: A (F)');
    checkRoles('ecosystem E { note "none" }');
  });

  it('sums the capital of its backers: each deal once, no secondary sale, nothing that went elsewhere', () => {
    const check = (text: string, expected: string) => {
      const { corpus, ecosystem } = ecosystemIn(`ecosystem E { hub H }\n${text}`);
      const { promised, executed, rumored } = capitalOf(corpus, ecosystem);
      assert.equal([promised, executed, rumored].map(describeSum).join(' | '), expected);
    };
    check('round D: A, B -> H { lead C; amount $2B; status closed }', '$2B | $2B | nothing');
    check('investment D: A -> H { amount $2B; type secondary }', 'nothing | nothing | nothing');
    check('investment D: A -> H, X { amount $2B }', 'up to $2B | nothing | nothing');
    check('company U { parent H }\ninvestment D: A -> H, U { amount $2B }', '$2B | nothing | nothing');
    check(
      'loan D: A -> H { amount $2B }\ninvestment F: H -> A { amount $1B }',
      'nothing | nothing | nothing',
    );
    check('investment D: A -> H { amount $2B; status talks }', 'nothing | nothing | $2B');
    check('investment D: undisclosed -> H { amount $2B }', '$2B | nothing | nothing');
    check('investment D: A -> H { amount $2B; status closed on 2026 }', 'nothing | nothing | nothing');
  });

  it('leaves out of its capital what hubs and units put in themselves, and those who are left out', () => {
    const check = (deal: string, expected: string) => {
      const { corpus, ecosystem } = ecosystemIn(
        `ecosystem E { hub H; exclude X, Y }\ncompany U { parent H }\n${deal}`,
      );
      const { promised, executed, rumored } = capitalOf(corpus, ecosystem);
      assert.equal([promised, executed, rumored].map(describeSum).join(' | '), expected);
    };
    check('investment D: H -> U { amount $2B }', 'nothing | nothing | nothing');
    check('investment D: H, X -> U { amount $2B }', 'nothing | nothing | nothing');
    check('investment D: H, undisclosed -> U { amount $2B }', 'up to $2B | nothing | nothing');
    check('investment D: A, H -> U { amount $2B; status closed }', 'up to $2B | up to $2B | nothing');
    check('round D: A, H -> U { amount $2B; lead H with $500M; status closed }', '$1.5B | $1.5B | nothing');
    check('round D: A, X -> H { amount $2B; lead X with $500M; status talks }', 'nothing | nothing | $1.5B');
    check('round D: A, X -> H { amount $2B; lead A with $500M }', '$500M–$2B | nothing | nothing');
    check('round Y: A -> H { amount $2B }', 'nothing | nothing | nothing');
  });

  it('tells in which ecosystems a party stands', () => {
    const { project } = projectOf({
      'main.deal':
        'ecosystem E { hub H }\necosystem F { hub K }\ncompany U { parent H }\ninvestment D: A -> U\nsupply S: A -> K',
    });
    const found = (party: string) =>
      ecosystemsWith(project, party)
        .map(({ ecosystem, roles }) => [ecosystem.declaration.name, ...roles].join(' '))
        .sort();
    assert.deepEqual(found('A'), ['E backer', 'F supplier']);
    assert.deepEqual(found('U'), ['E']);
    assert.deepEqual(found('H'), ['E']);
    assert.deepEqual(found('Z'), []);
  });
});
