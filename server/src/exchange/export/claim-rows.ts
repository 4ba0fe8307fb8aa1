import { citedSources } from '../../model/citation';
import { dateOf, factOf, type Declaration } from '../../model/declaration';
import { dateColumns, figureColumns } from './deal-rows';
import { figureIn, placeColumns, wordsOf } from './said';
import { ofKinds, type Selection } from './selection';
import { listed, tableOf, type Table } from './table';

/** Who says what of which declaration. */
export function claimTable(selection: Selection): Table {
  const multiple = (claim: Declaration) => figureIn(factOf(claim, 'multiple'));
  return tableOf<Declaration>('claims', ofKinds(selection, ['claim']), [
    { name: 'claim', type: 'text', of: ({ name }) => name },
    { name: 'title', type: 'text', of: ({ title }) => title },
    { name: 'who', type: 'text', of: ({ sides }) => listed(sides.left.map(({ text }) => text)) },
    { name: 'verb', type: 'text', of: ({ operator }) => operator },
    {
      name: 'about',
      type: 'text',
      of: ({ sides }) => listed(sides.right.map(({ text, path }) => (path ? `${text}.${path.text}` : text))),
    },
    ...dateColumns<Declaration>('date', (claim) => dateOf(claim, 'on')),
    { name: 'status', type: 'text', of: (claim) => listed(wordsOf(claim, 'status')) },
    ...figureColumns<Declaration>('multiple', multiple),
    { name: 'quote', type: 'text', of: (claim) => listed(wordsOf(claim, 'quote')) },
    { name: 'answers', type: 'text', of: (claim) => listed(wordsOf(claim, 'answers')) },
    { name: 'sources', type: 'text', of: (claim) => listed(citedSources(claim).map(({ text }) => text)) },
    ...placeColumns<Declaration>(selection.project, (claim) => claim),
  ]);
}
