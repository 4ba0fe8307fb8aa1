import assert from 'node:assert/strict';
import { actionsAt } from '../../../src/features/actions/actions';
import { checkAction, checkNotOffered, requestIn } from './check-action';

describe('a name that is declared twice', () => {
  const intoFirst = 'Bring this one into the first “Anthropic”';

  it('is brought together where both are the same kind of party', () => {
    const after = 'company Anthropic { founded 2021; country US }\n\ncompany Unit { parent Anthropic }\n';
    const text =
      'company Anthropic { founded 2021 }\n\ncompany Anthropic { country US }\n\ncompany Unit { parent Anthropic }\n';
    checkAction(text.replace('Anthropic { country', 'Anthro$0pic { country'), intoFirst, after);
    checkAction(
      text.replace('Anthropic { founded', 'Anthro$0pic { founded'),
      'Bring the second “Anthropic” into this one',
      after,
    );
  });

  it('keeps another display name and comments of the one that goes, from another file', () => {
    checkAction(
      {
        'a.deal': 'company Anthropic { country US }\n',
        'b.deal': '/// A lab.\ncompany $0Anthropic "Anthropic, PBC" { country US; aka "AI" }\n\ncompany B\n',
      },
      intoFirst,
      {
        'a.deal': 'company Anthropic {\n  country US\n  aka     "Anthropic, PBC", "AI"\n  // A lab.\n}\n',
        'b.deal': 'company B\n',
      },
    );
  });

  it('is brought together without asking which way, and not where the two contradict each other', () => {
    const offered = (text: string) =>
      actionsAt(requestIn(text)).find(({ title }) => title.startsWith('Bring'));
    const action = offered('company A\ncompany $0A\n');
    assert.equal(action?.kind, 'quickfix');
    assert.equal(action.isPreferred, true);
    assert.equal(
      offered('company A { founded 2020 }\ncompany $0A { founded 2021 }\n')?.disabled?.reason,
      'Both state “founded”, and differently. Decide on one first.',
    );
    checkNotOffered('company A\nfund $0A\n', /^Bring/);
    checkNotOffered('round A: B -> C\nround $0A: B -> C\n', /^Bring/);
    checkNotOffered('company A {\n}}\ncompany $0A\n', /^Bring/);
  });

  it('becomes another name on the later one, which nothing means', () => {
    checkAction(
      'company Google\nround Series: Google -> Anthropic\nround $0Series: Google -> Mistral\nclaim C: Google denies Series\n',
      'Rename this one to “Series2”',
      'company Google\nround Series: Google -> Anthropic\nround Series2: Google -> Mistral\nclaim C: Google denies Series\n',
    );
    checkAction(
      'company "Big Fund"\nfund $0"Big Fund"\nfund "Big Fund 2"\n',
      'Rename this one to “Big Fund 3”',
      'company "Big Fund"\nfund "Big Fund 3"\nfund "Big Fund 2"\n',
    );
    checkNotOffered('round $0A: B -> C\nround A: B -> C\n', /^Rename/);
    checkNotOffered('round $0A: B -> C\n', /^Rename/);
    checkNotOffered('round A: B -> C\nround $0A: B -> C\n', /^Rename/, { isWhole: false });
  });

  it('becomes another name wherever nothing else that has it can stand', () => {
    checkAction(
      {
        'a.deal': 'company Reuters\n',
        'b.deal': 'source $0Reuters { url <https://x.example> }\n',
        'c.deal':
          'round R: Reuters -> B { amount $1B per Reuters }\nclaim C: B denies Reuters { per Reuters }\n',
      },
      'Rename this one to “Reuters2”',
      {
        'b.deal': 'source Reuters2 { url <https://x.example> }\n',
        'c.deal':
          'round R: Reuters -> B { amount $1B per Reuters2 }\nclaim C: B denies Reuters { per Reuters2 }\n',
      },
    );
  });

  it('takes those along who mean a property that nothing else with the name has', () => {
    checkAction(
      'company Series\nround $0Series: A -> B { amount $1B }\nclaim C: A denies Series.amount\nclaim D: A denies Series\n',
      'Rename this one to “Series2”',
      'company Series\nround Series2: A -> B { amount $1B }\nclaim C: A denies Series2.amount\nclaim D: A denies Series\n',
    );
  });

  it('leaves no blank line in the block, nor where the other one was', () => {
    checkAction(
      'company A {\r\n  founded 2021 // sure\r\n}\r\n// about\r\ncompany $0A\r\n',
      intoFirst.replace('Anthropic', 'A'),
      'company A {\r\n  founded 2021 // sure\r\n  // about\r\n}\r\n',
    );
    checkAction(
      'fund $0A {\n  aka "X" // FT\n}\nfund X\n',
      'Merge “A” into “X”',
      'fund X {\n  aka "A"\n  // FT\n}\n',
    );
  });
});
