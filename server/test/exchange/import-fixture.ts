import assert from 'node:assert/strict';
import { Importer, type Imported } from '../../src/exchange/import/imported';
import { readMapping } from '../../src/exchange/import/mapping-file';
import { emptyMapping, type Mapping } from '../../src/exchange/import/mapping';
import { presetFor } from '../../src/exchange/import/presets';
import { readTable } from '../../src/exchange/import/table';
import type { DeclarationRecord } from '../../src/exchange/record';
import { textOfRecords } from '../../src/exchange/text-of';
import { DealDocument } from '../../src/language/document';
import type { Project } from '../../src/project/project';

/** What a table becomes, with its text, which can be read without a mistake. Every row is accounted for. */
export interface ImportedText extends Imported {
  readonly text: string;
}

/**
 * Imports a table.
 * @param said what a mapping file says; what the headers tell where it is absent
 */
export function imported(csv: string, said?: object, project?: Project): ImportedText {
  const mapping = mappingOf(csv, said);
  const read = readTable(csv, {
    ...(mapping.delimiter !== undefined && { delimiter: mapping.delimiter }),
    ...(mapping.headerLine !== undefined && { headerLine: mapping.headerLine }),
  });
  const table = (said ? undefined : presetFor(read.headers)?.prepared?.(read)) ?? read;
  const importer = new Importer(project);
  importer.add('table.csv', table, mapping);
  const found = importer.finish();
  const deals = found.deals.map((deal) => ({
    ...deal,
    record: { ...deal.record, name: importer.freeName(deal.record.name) },
  }));
  const text = textOfRecords([...found.sources, ...found.parties, ...deals.map(({ record }) => record)]);
  const { rows, joined, reported } = found.report;
  assert.equal(rows, table.rows.length + table.broken.length);
  assert.equal(rows, deals.length + joined + reported.length);
  assertSound(text);
  return { ...found, deals, text };
}

function mappingOf(csv: string, said: object | undefined): Mapping {
  if (!said) return presetFor(readTable(csv).headers)?.mapping ?? emptyMapping;
  const { mapping, problems } = readMapping(JSON.stringify(said));
  assert.deepEqual(problems, []);
  return mapping;
}

/** Checks that a text can be read without a mistake. */
export function assertSound(text: string): void {
  for (const item of DealDocument.parse(text).items) {
    assert.deepEqual(
      item.problems.map(({ message }) => message),
      [],
      item.text,
    );
  }
}

/** A deal without the field by which it is found again. */
export function withoutKey({ properties, ...rest }: DeclarationRecord): DeclarationRecord {
  return { ...rest, properties: properties.filter(({ values }) => values[0]?.text !== '"import key"') };
}

/** Checks which deals a table becomes, as text without their keys, and what is said of it. */
export function checkImport(
  csv: string,
  said: object | undefined,
  wanted: {
    readonly deals?: string;
    readonly parties?: string;
    readonly reported?: readonly string[];
    readonly kept?: readonly string[];
  },
): ImportedText {
  const got = imported(csv, said);
  const { reported, kept } = got.report;
  if (wanted.deals !== undefined) {
    assert.equal(
      textOfRecords(got.deals.map(({ record }) => withoutKey(record))).trim(),
      wanted.deals.trim(),
    );
  }
  if (wanted.parties !== undefined) assert.equal(textOfRecords(got.parties).trim(), wanted.parties.trim());
  assert.deepEqual(
    reported.map(({ line, reason }) => `${line}: ${reason}`),
    wanted.reported ?? [],
  );
  assert.deepEqual(
    kept.map(({ line, column, text }) => `${line}: ${column} ${text}`),
    wanted.kept ?? [],
  );
  return got;
}
