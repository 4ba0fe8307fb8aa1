import fc from 'fast-check';
import {
  kindNames,
  kinds,
  modifierNames,
  propertyNames,
  properties,
  statusNames,
} from '../../src/language/schema';

/** How many cases each property is tried on. */
export const propertyRuns = Number(process.env.PROPERTY_RUNS ?? 1000);

const fragments: readonly string[] = [
  kindNames,
  propertyNames,
  modifierNames,
  statusNames,
  ['{', '}', ':', ';', ',', '.', '..', '->', '<->', '<', '>', '~', '"', '"""', '/*', '*/', '//', '///'],
  [' ', '  ', '\t', '\n', '\r\n', '\r', '\u00a0', '\ufeff', '\ufffd', '\0'],
  ['$1B', '€500M', 'CHF 2.5M', '$100B..$500B', '6GW', '131072 GPUs', '13.56%', '2025-01-21', '2019..', '10y'],
  [
    'Google',
    'Anthropic',
    'Series-E',
    '"8VC"',
    '8VC',
    'Zoë',
    '北京',
    '😀',
    '\\',
    '$',
    'USD',
    'x',
    '-',
    '/',
    'A.b',
  ],
  ['undisclosed', '<https://x.example>'],
].flat();

/** Text made of the language's own pieces, so that every construct and its ruins come up. */
export const dealText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...fragments) },
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(''));

/** Whole declarations that are right, one after the other. */
export const validText = fc
  .array(fc.constantFrom(...kindNames), { minLength: 1, maxLength: 6 })
  .map((names) => names.map((name) => kinds[name].example).join('\n\n') + '\n');

/** What may stand between two words of a text. */
const gaps = [
  '',
  ' ',
  '  ',
  '\t',
  '\n',
  '\n\n\n',
  '\r\n  ',
  ';',
  ' ; ',
  ' /* c */ ',
  ' // c\n',
  '\n/// d\n',
  '/* a\nb */',
];

/** Declarations that are right, or nearly so, with other gaps than usual between their words here and there. */
export const looseText = validText.chain((text) => {
  const words = text.split(/(\s+|(?<=[{}:,;])|(?=[{}:,;]))/);
  return fc
    .array(fc.tuple(fc.nat(words.length - 1), fc.constantFrom(...gaps)), { maxLength: 12 })
    .map((changes) => {
      const loose = [...words];
      for (const [at, gap] of changes) loose[at] = /^\s*$/.test(loose[at]!) ? gap : loose[at]! + gap;
      return loose.join('');
    });
});

/** Any text: random characters, the language's pieces, or right declarations. */
export const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), dealText, validText);

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly inserted: string;
}

/** An edit somewhere in a text of that length: mostly single characters and small pieces. */
export function editOf(length: number): fc.Arbitrary<Edit> {
  return fc
    .record({
      at: fc.nat(length),
      width: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 0, 1, 1, 2) }, fc.nat(length)),
      inserted: fc.oneof(
        { weight: 3, arbitrary: fc.constant('') },
        { weight: 6, arbitrary: fc.constantFrom(...fragments) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(...propertyNames.map((name) => `\n  ${properties[name].example}\n`)),
        },
        dealText,
      ),
    })
    .map(({ at, width, inserted }) => ({ start: at, end: Math.min(length, at + width), inserted }));
}
