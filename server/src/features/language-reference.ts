import * as l10n from '@vscode/l10n';
import type { Location } from 'vscode-languageserver-types';
import { languageReferenceUri } from '../protocol';
import { meaningOf, wordAt, wordsOfType, type LanguageWord } from './language-word';
import { nameAt, type Cursor } from './locations';

/** The chapters in their order. */
const chapters = ['kind', 'property', 'modifier', 'status', 'dealType', 'role', 'verb', 'resource'] as const;

/** The reference of the language as a document: its Markdown, and where the heading of each word stands. */
export class LanguageReferenceDocument {
  readonly text: string;
  private readonly lines = new Map<string, number>();

  constructor() {
    const lines = [`# ${l10n.t('Reference of the deal language')}`, ''];
    for (const type of chapters) {
      lines.push(`## ${chapterTitle(type)}`, '');
      for (const word of wordsOfType(type)) {
        this.lines.set(keyOf(word), lines.length);
        lines.push(`### ${word.word}`, '', ...meaningOf(word).split('\n'), '');
      }
    }
    this.text = lines.join('\n');
  }

  /** Where a word is explained. */
  locate(word: LanguageWord): Location[] {
    const line = this.lines.get(keyOf(word));
    if (line === undefined) return [];
    const start = { line, character: '### '.length };
    const end = { line, character: start.character + word.word.length };
    return [{ uri: languageReferenceUri, range: { start, end } }];
  }

  /** Where the word under the cursor is explained, and of a name, its kind. */
  typeDefinitionAt(cursor: Cursor): Location[] {
    const word = wordAt(cursor);
    if (word) return this.locate(word);
    const name = nameAt(cursor);
    const declaration = name && (name.mention ? cursor.project.find(name.name) : name.declaration);
    return declaration ? this.locate({ type: 'kind', word: declaration.kind }) : [];
  }
}

function keyOf({ type, word }: LanguageWord): string {
  return `${type} ${word}`;
}

function chapterTitle(type: (typeof chapters)[number]): string {
  switch (type) {
    case 'kind':
      return l10n.t('Kinds');
    case 'property':
      return l10n.t('Properties');
    case 'modifier':
      return l10n.t('Modifiers');
    case 'status':
      return l10n.t('Statuses');
    case 'dealType':
      return l10n.t('Types of rounds and purchases');
    case 'role':
      return l10n.t('Roles');
    case 'verb':
      return l10n.t('Verbs of claims');
    case 'resource':
      return l10n.t('Built-in resources');
  }
}
