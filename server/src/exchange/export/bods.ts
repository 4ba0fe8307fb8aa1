import {
  isUndisclosed,
  dateOf,
  factsOf,
  nodesIn,
  textOf,
  type Declaration,
  type Fact,
} from '../../model/declaration';
import type { NameNode } from '../../language/tree';
import { whyImpossible } from '../../model/impossible-figure';
import { describeDate, type DealDate } from '../../values/date';
import { hasOneValue, type Range } from '../../values/range';
import { addressesOf, citationsFor, isAddress } from './cited';
import { droppedByAll, droppedKinds } from './dropped';
import type { Exported } from './exported';
import { someOf } from './numbered';
import { wordsOf } from './said';
import { isDeal, isSomebody, type Selection } from './selection';
import { stableId } from './stable-id';
import { isoDay } from './states';

/** Somebody who is not known, as BODS says it. */
const unknownParty = { reason: 'informationUnknownToPublisher' } as const;
/** A record of somebody, or why there is none. */
type Party = string | typeof unknownParty;

/**
 * Who owns whom as statements of the Beneficial Ownership Data Standard 0.4: parents and holdings, and those whom they
 * tie. Deals are no ownership, and left out.
 */
export function bodsFile(selection: Selection): Exported {
  const draft = new Draft(selection);
  const statements = draft.statements();
  return {
    files: [{ name: 'ownership.bods.json', content: `${JSON.stringify(statements, undefined, 2)}\n` }],
    dropped: draft.dropped,
  };
}

class Draft {
  /** By name, whose ownership of others they are there for first; their own where they own nobody. */
  private readonly parties = new Map<string, string>();
  private readonly relationships: object[] = [];
  private readonly counts = new Map<string, number>();
  private impossible = 0;
  private vague = 0;

  constructor(private readonly selection: Selection) {}

  /** Those who are tied come before what ties them, as the standard wants it. */
  statements(): object[] {
    const { declarations } = this.selection;
    for (const declaration of declarations) {
      if (declaration.kind === 'holding') this.takeHolding(declaration);
      else if (isSomebody(declaration)) this.takeParents(declaration);
    }
    const parties = [...this.parties].map(([name, subject]) => this.partyStatement(name, subject));
    return [...parties, ...this.relationships];
  }

  get dropped(): string[] {
    const { selection } = this;
    const untied = selection.parties.filter((name) => !this.parties.has(name)).length;
    return [
      ...droppedByAll(selection),
      ...someOf(
        selection.deals.filter(isDeal).length,
        'deal, since it is no ownership',
        'deals, since they are no ownership',
      ),
      ...droppedKinds(selection, (kind) => kind === 'holding' || isDeal({ kind }) || isSomebody({ kind })),
      ...someOf(untied, 'party that neither owns nor is owned', 'parties that neither own nor are owned'),
      ...someOf(this.impossible, 'stake that cannot be', 'stakes that cannot be'),
      ...someOf(this.vague, 'date that is no day', 'dates that are no days'),
    ];
  }

  private takeHolding(holding: Declaration): void {
    const { left, right } = holding.sides;
    for (const line of factsOf(holding, 'stake')) {
      for (const held of right) {
        for (const holder of left) {
          const others = left.length > 1 ? 'held together with others' : undefined;
          this.relate(holder, held, holding, line, { type: 'shareholding', others });
        }
      }
    }
  }

  private takeParents(unit: Declaration): void {
    if (unit.kind === 'project') return;
    for (const line of factsOf(unit, 'parent')) {
      for (const parent of nodesIn(line)) {
        this.relate(parent, unit.name, unit, line, { type: 'unknownInterest', others: 'parent' });
      }
    }
  }

  private relate(
    owner: NameNode,
    owned: NameNode | string,
    declaration: Declaration,
    line: Fact,
    { type, others }: { readonly type: string; readonly others: string | undefined },
  ): void {
    const subject = typeof owned === 'string' ? this.party(owned) : this.partyAt(owned);
    const interestedParty = this.partyAt(owner, subject);
    // Of two who are not known there is nothing to be said.
    if (typeof subject !== 'string' && typeof interestedParty !== 'string') return;
    const { on = dateOf(declaration, 'on'), from, until } = line;
    const details = [
      others,
      on && `as of ${describeDate(on)}`,
      declaration.kind === 'holding' ? declaration.name : undefined,
    ].filter((each) => each !== undefined);
    const interest = {
      type,
      directOrIndirect: 'unknown',
      ...(details.length > 0 && { details: details.join('; ') }),
      ...(type === 'shareholding' && this.share(line, others !== undefined)),
      ...this.day('startDate', from, 'earliest'),
      ...this.day('endDate', until, 'latest'),
    };
    const key = JSON.stringify([declaration.name, subject, interestedParty]);
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    const id = stableId('relationship', key, String(count));
    const about = typeof subject === 'string' ? subject : interestedParty;
    this.relationships.push(
      this.statement(id, 'relationship', typeof about === 'string' ? about : id, declaration, line, {
        isComponent: false,
        subject,
        interestedParty,
        interests: [interest],
      }),
    );
  }

  /** A stake in percent; where several hold it together each may hold any part of it. */
  private share(line: Fact, isJoint: boolean): { readonly share?: object } {
    const [value] = line.values;
    if (value?.type !== 'percent') return {};
    const { range } = value;
    if (whyImpossible(value) || !isShare(range)) {
      this.impossible++;
      return {};
    }
    const { min, max } = range;
    if (!isJoint && min && hasOneValue(range) && !range.approximate) return { share: { exact: Number(min) } };
    if (range.undisclosed) return {};
    return {
      share: {
        minimum: isJoint ? 0 : Number(min ?? 0),
        ...(max && { maximum: Number(max) }),
      },
    };
  }

  /** The end of a date that is a day. */
  private day(key: string, date: DealDate | undefined, end: 'earliest' | 'latest'): object {
    const day = date && date.precision === 'day' ? isoDay(date[end]) : undefined;
    if (date && !day) this.vague++;
    return day === undefined ? {} : { [key]: day };
  }

  private partyAt(node: NameNode, subject?: Party): Party {
    return isUndisclosed(node) || node.text.trim() === '' ? unknownParty : this.party(node.text, subject);
  }

  /** The record of somebody, who is there for what they own where nothing is said of them alone. */
  private party(name: string, subject?: Party): string {
    const id = idOf(name);
    if (!this.parties.has(name)) this.parties.set(name, typeof subject === 'string' ? subject : id);
    return id;
  }

  private partyStatement(name: string, subject: string): object {
    const { project } = this.selection;
    const found = project.find(name);
    const declaration = found && isSomebody(found) ? found : undefined;
    const id = idOf(name);
    const title = declaration?.title ?? name;
    const words = (property: Parameters<typeof wordsOf>[1]) =>
      declaration ? wordsOf(declaration, property) : [];
    if (declaration?.kind === 'person') {
      return this.statement(id, 'person', subject, declaration, undefined, {
        isComponent: false,
        personType: 'knownPerson',
        names: [{ fullName: title }, ...words('aka').map((fullName) => ({ type: 'alternative', fullName }))],
        ...(words('country').length > 0 && {
          nationalities: words('country').map((country) => placeNamed(country)),
        }),
      });
    }
    const [country] = words('country');
    const [lei] = words('lei');
    const website = words('website').find(isAddress);
    return this.statement(id, 'entity', id, declaration, undefined, {
      isComponent: false,
      entityType: { type: entityTypeOf(declaration) },
      name: title,
      ...(words('aka').length > 0 && { alternateNames: words('aka') }),
      ...(country !== undefined && { jurisdiction: placeNamed(country) }),
      ...(lei !== undefined && { identifiers: [{ id: lei, scheme: 'XI-LEI' }] }),
      ...(declaration && this.day('foundingDate', dateOf(declaration, 'founded'), 'earliest')),
      ...(declaration && this.day('dissolutionDate', dateOf(declaration, 'closed'), 'latest')),
      ...(website !== undefined && { uri: website }),
    });
  }

  private statement(
    recordId: string,
    recordType: 'entity' | 'person' | 'relationship',
    declarationSubject: string,
    declaration: Declaration | undefined,
    line: Fact | undefined,
    recordDetails: object,
  ): object {
    const { project } = this.selection;
    const citations = declaration ? citationsFor(declaration, line) : [];
    const [url] = addressesOf(project, citations);
    const asserting = citations.flatMap(({ type, text }) => {
      const source = type === 'name' ? project.find(text) : undefined;
      return (source && textOf(source, 'publisher')) ?? [];
    });
    return {
      statementId: stableId('statement', recordId),
      declarationSubject,
      statementDate: isoDay(project.asOf) ?? '1970-01-01',
      publicationDetails: {
        publicationDate: isoDay(project.today) ?? '1970-01-01',
        bodsVersion: '0.4',
        publisher: { name: 'Dealgraph' },
      },
      ...(citations.length > 0 && {
        source: {
          type: ['thirdParty'],
          ...(url !== undefined && { url }),
          ...(asserting.length > 0 && { assertedBy: [...new Set(asserting)].map((name) => ({ name })) }),
        },
      }),
      recordId,
      recordType,
      recordStatus: 'new',
      recordDetails,
    };
  }
}

function idOf(name: string): string {
  return stableId('party', name);
}

function entityTypeOf(declaration: Declaration | undefined): string {
  switch (declaration?.kind) {
    case 'company':
      return 'registeredEntity';
    case 'government':
      return 'stateBody';
    default:
      return 'legalEntity';
  }
}

/** A country, with its code where it is written as one. */
function placeNamed(country: string): object {
  return { name: country, ...(/^[A-Z]{2}$/.test(country) && { code: country }) };
}

function isShare({ min, max }: Range): boolean {
  return [min, max].every((bound) => !bound || (bound.gte(0) && bound.lte(100)));
}
