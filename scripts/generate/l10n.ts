// Every text that client and server show, for translators: l10n/bundle.l10n.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import {
  builtInResources,
  kinds,
  modifiers,
  properties,
  vocabularies,
} from '../../server/src/language/schema';
import { templates } from '../../server/src/features/completion/templates';
import { textsOfPage } from '../../server/src/picture/page/words';
import { root } from '../process.mjs';

/** The bundle in which VS Code looks translations up by the English text. */
export async function outputs(): Promise<{ path: string; content: string }[]> {
  const sources = ['client/src', 'server/src'].flatMap(sourcesBelow);
  const found = await getL10nJson(sources.map((contents) => ({ extension: '.ts', contents })));
  const all = {
    ...found,
    ...Object.fromEntries([...schemaTexts(), ...textsOfPage()].map((text) => [text, text])),
  };
  const bundle = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return [{ path: 'l10n/bundle.l10n.json', content: `${JSON.stringify(bundle, undefined, 2)}\n` }];
}

/** What the tables of the language and of situations say to people; it goes through `l10n.t` where it is shown. */
function schemaTexts(): string[] {
  const tables = [kinds, properties, modifiers, builtInResources, ...Object.values(vocabularies)];
  return [
    ...tables.flatMap((table) => Object.values(table).map(({ docs }) => docs)),
    ...Object.values(kinds).flatMap(({ plural, sides = [] }) => [plural, ...sides]),
    ...templates.flatMap(({ label, docs }) => [label, docs]),
  ];
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}
