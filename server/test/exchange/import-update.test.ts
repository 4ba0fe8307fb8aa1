import assert from 'node:assert/strict';
import { Importer } from '../../src/exchange/import/imported';
import { presetFor } from '../../src/exchange/import/presets';
import { readTable } from '../../src/exchange/import/table';
import { updateOf } from '../../src/exchange/import/update';
import { textOfRecords } from '../../src/exchange/text-of';
import { emptyMapping } from '../../src/exchange/import/mapping';
import { projectOf, uriOf } from '../project-fixture';
import { assertSound } from './import-fixture';

const header = 'id,source,target,amount,date,status,notes\n';
const before = `${header}1,A,B,5000000,2024-01-05,announced,x\n2,A,C,1000000,2024-02,,\n`;

describe('importing again', () => {
  it('changes nothing where the file says the same', () => checkUpdate({ csv: before }, { unchanged: 2 }));

  it('changes what the file says otherwise now', () =>
    checkUpdate(
      { csv: before.replace('5000000', '7000000').replace('announced', 'closed') },
      {
        changed: 1,
        unchanged: 1,
        text: [/amount \$7M +per table/, /status closed +on 2024-01-05/],
        noText: /\$5M|announced/,
      },
    ));

  it('changes who is in it, and what it is called by nobody', () =>
    checkUpdate(
      { csv: before.replace('1,A,B', '1,D,B') },
      { changed: 1, unchanged: 1, text: [/investment A-B-2024: D -> B \{/, /^company D$/m] },
    ));

  it('keeps what somebody wrote: comments, other lines, other sources, other places', () =>
    checkUpdate(
      {
        csv: before.replace('5000000', '7000000'),
        edit: (text) =>
          text.replace(
            /( *)amount \$5M +per table\n/,
            '  // seen in the contract\n  amount $5M per table // as the desk has it\n  amount $6M per wsj\n  term 2y\n',
          ),
      },
      {
        changed: 1,
        unchanged: 1,
        text: [
          /\/\/ seen in the contract/,
          /amount \$7M +per table +\/\/ as the desk has it/,
          /amount \$6M +per wsj/,
          /term +2y/,
        ],
        noText: /\$5M/,
      },
    ));

  it('leaves what somebody has changed, and says what the file says now', () =>
    checkUpdate(
      { csv: before.replace('5000000', '7000000'), edit: (text) => text.replace('$5M', '$5.5M') },
      {
        changed: 1,
        unchanged: 1,
        text: [/amount \$5\.5M/],
        noText: /\$7M/,
        byHand: ['A-B-2024 amount amount $7M per table'],
      },
    ));

  it('leaves what somebody has changed where the file has not', () =>
    checkUpdate(
      { csv: before, edit: (text) => text.replace('$5M', '$5.5M') },
      { unchanged: 2, text: [/\$5\.5M/] },
    ));

  it('finds deals under other names and in other files', () =>
    checkUpdate(
      {
        csv: before.replace('5000000', '7000000'),
        edit: (text) => text.replace('investment A-B-2024', 'investment Renamed "Mine"'),
      },
      { changed: 1, unchanged: 1, text: [/investment Renamed "Mine": A -> B/, /\$7M/] },
    ));

  it('adds what is new, and leaves what is gone', () =>
    checkUpdate(
      { csv: `${header}2,A,C,1000000,2024-02,,\n3,A,B,1,2024-01-06,,\n` },
      { unchanged: 1, added: ['A-B-2024-2'], gone: ['A-B-2024'] },
    ));

  it('takes away what it brought and the file says no longer', () =>
    checkUpdate(
      { csv: before.replace('announced,x', 'announced,') },
      { changed: 1, unchanged: 1, noText: /note +"x"/ },
    ));

  it('keeps the line ends of a file', () => {
    const { text } = checkUpdate(
      { csv: before.replace('5000000', '7000000'), edit: (all) => all.replaceAll('\n', '\r\n') },
      { changed: 1, unchanged: 1, text: [/\$7M/] },
    );
    assert.doesNotMatch(text, /[^\r]\n/);
  });

  it('finds deals that have no number by who, what and when', () =>
    checkUpdate(
      {
        first: 'source,target,amount,date\nA,B,5,2024-01-05\nA,B,5,2024-01-05\n',
        csv: 'source,target,amount,date\nA,B,6,2024-01-05\nA,B,5,2024-01-05\nA,B,5,2024-01-06\n',
      },
      { changed: 1, unchanged: 1, added: ['A-B-2024-3'] },
    ));
});

function checkUpdate(
  {
    first = before,
    csv,
    edit = (text) => text,
  }: { readonly first?: string; readonly csv: string; readonly edit?: (text: string) => string },
  wanted: {
    readonly changed?: number;
    readonly unchanged?: number;
    readonly added?: readonly string[];
    readonly gone?: readonly string[];
    readonly text?: readonly RegExp[];
    readonly noText?: RegExp;
    readonly byHand?: readonly string[];
  },
): { readonly text: string } {
  const one = run(first, '');
  const file = edit(one.text);
  const other = run(csv, file);
  assert.deepEqual(
    {
      changed: other.update.changed,
      unchanged: other.update.unchanged,
      added: other.added.map(({ name }) => name),
      gone: other.update.gone.map(({ name }) => name),
      byHand: other.update.byHand.map(({ deal, part, said }) => `${deal} ${part} ${said}`),
    },
    {
      changed: wanted.changed ?? 0,
      unchanged: wanted.unchanged ?? 0,
      added: wanted.added ?? [],
      gone: wanted.gone ?? [],
      byHand: wanted.byHand ?? [],
    },
  );
  for (const pattern of wanted.text ?? []) assert.match(other.text, pattern);
  if (wanted.noText) assert.doesNotMatch(other.text, wanted.noText);
  assertSound(other.text);
  if (other.update.changed === 0 && other.added.length === 0) assert.equal(other.text, file);
  // And once more: now nothing changes.
  const again = run(csv, other.text);
  assert.equal(again.text, other.text);
  return { text: other.text };
}

function run(csv: string, file: string) {
  const table = readTable(csv);
  const { project } = projectOf({ 'a.deal': file, 'b.deal': 'source wsj "WSJ"\n' });
  const importer = new Importer(project);
  importer.add('table.csv', table, presetFor(table.headers)?.mapping ?? emptyMapping);
  const { sources, parties, deals } = importer.finish();
  const update = updateOf(deals, project);
  const added = update.added.map(({ record }) => ({ ...record, name: importer.freeName(record.name) }));
  const more = [...sources, ...parties, ...added];
  const text =
    (update.texts.get(uriOf('a.deal')) ?? file) + (more.length > 0 ? `\n${textOfRecords(more)}` : '');
  return { text: text.replace(/^\n/, ''), update, added };
}
