import assert from 'node:assert/strict';
import { cardOf } from '../src/features/summary/summary';
import { citedSources } from '../src/model/citation';
import { claimsAbout, disputesOf } from '../src/model/claim';
import { bucketsOf, type Buckets } from '../src/model/deal';
import {
  dateOf,
  factOf,
  factsOf,
  moneyOf,
  namesIn,
  noteOf,
  textOf,
  type Declaration,
  type Fact,
} from '../src/model/declaration';
import { ecosystemOf, withUnits, type EcosystemRole } from '../src/model/ecosystem';
import { standingOf, statusHistory } from '../src/model/lifecycle';
import { flowsOfParty, positionsOf } from '../src/model/position';
import { stepUp, valuationsOf } from '../src/model/valuation';
import { describeDate } from '../src/values/date';
import { formatDuration } from '../src/values/duration';
import { formatMoney } from '../src/values/money';
import { formatMultiple } from '../src/values/multiple';
import { certainlyGreater } from '../src/values/range';
import { describeSum } from '../src/values/sum';
import { allFindings, projectOf, sample } from './project-fixture';

const { project, findings } = projectOf(sample('ai-race'));

/** What the checks conclude from the sample: facts 3, 6, 22, 26, 27 and 28 of the analysis. */
const drawn = [
  'circular-money',
  'circular-money',
  'concentration',
  'entry-barrier',
  'exclusivity-conflict',
  'execution',
  'hedge',
  'lock-in',
  'without-rumors',
];

/** What a check says about the sample. */
function saidOf(code: string): string[] {
  return allFindings(project, findings)
    .filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

function declared(name: string): Declaration {
  const declaration = project.find(name);
  assert.ok(declaration, `${name} is not declared`);
  return declaration;
}

/** The fact of a declaration, and that it cites the sources: on its own line, or for the whole declaration. */
function sourced(declaration: Declaration, name: Fact['name'], ...sources: string[]): Fact {
  const fact = factOf(declaration, name);
  assert.ok(fact, `${declaration.name} has no ${name}`);
  const cited = [...fact.sources.map(({ text }) => text), ...factsOf(declaration, 'per').flatMap(namesIn)];
  for (const source of sources) assert.ok(cited.includes(source), `${name} does not cite ${source}`);
  for (const source of cited) assert.equal(project.find(source)?.kind, 'source');
  return fact;
}

function checkMoney(name: string, property: Fact['name'], figure: string, ...sources: string[]): Fact {
  const fact = sourced(declared(name), property, ...sources);
  const money = moneyOf(fact);
  assert.equal(money && formatMoney(money), figure);
  return fact;
}

function checkStatus(name: string, expected: string): void {
  const { status, on } = standingOf(declared(name), project.asOf);
  assert.equal([status, on && describeDate(on)].filter(Boolean).join(' on '), expected);
}

function checkSides(name: string, left: string[], right: string[]): void {
  assert.deepEqual(declared(name).left, left);
  assert.deepEqual(declared(name).right, right);
}

/** A claim: who, verb, what, in one line. */
function checkClaim(name: string, expected: string, ...sources: string[]): Declaration {
  const claim = declared(name);
  const { relation } = claim.node;
  const targets = relation?.right.map(({ text, path }) => (path ? `${text}.${path.text}` : text));
  assert.equal(`${claim.left.join()} ${relation?.operator?.text} ${targets?.join()}`, expected);
  const cited = new Set(citedSources(claim).map(({ text }) => text));
  for (const source of ['race-analysis', ...sources]) assert.ok(cited.has(source), source);
  return claim;
}

function write({ promised, executed, rumored }: Buckets): string {
  return [promised, executed, rumored].map(describeSum).join(' | ');
}

/** A position of a party as `promised | executed | rumored`. */
function positionOf(party: string, direction: 'in' | 'out', purpose: string): string | undefined {
  const position = positionsOf(project, flowsOfParty(project, party)).find(
    (candidate) => candidate.direction === direction && candidate.purpose === purpose,
  );
  return position && write(position.buckets);
}

function membersOf(ecosystem: string, role: EcosystemRole): string[] {
  return (ecosystemOf(project, declared(ecosystem)).roles.get(role) ?? []).map(({ name }) => name);
}

describe('the news analysis that the first sample states', () => {
  it('gives rise to no finding but those that the analysis itself draws', () => {
    assert.deepEqual(
      allFindings(project, findings)
        .map(({ code }) => code)
        .sort(),
      drawn,
    );
  });

  it('1 Google puts another $1B into Anthropic in January 2025', () => {
    checkSides('GoogleAnthropic2025', ['Google'], ['Anthropic']);
    checkMoney('GoogleAnthropic2025', 'amount', '$1B', 'ft-google', 'race-analysis');
    checkStatus('GoogleAnthropic2025', 'closed on January 2025');
  });

  it('2 on top of an earlier commitment of $2B: the sum is $3B', () => {
    checkSides('GoogleAnthropic', ['Google'], ['Anthropic']);
    checkMoney('GoogleAnthropic', 'amount', '$2B', 'race-analysis');
    checkMoney('GoogleAnthropic2025', 'total', '$3B', 'race-analysis');
    assert.deepEqual(factsOf(declared('GoogleAnthropic2025'), 'relates').flatMap(namesIn), [
      'GoogleAnthropic',
    ]);
    assert.equal(positionOf('Google', 'out', 'capital'), '$3B | $1B | nothing');
  });

  it('3 Google backs a rival of its own unit', () => {
    assert.ok(withUnits(project, ['Google']).has('DeepMind'));
    const provided = (party: string) => factsOf(declared(party), 'provides').flatMap(namesIn);
    assert.ok(provided('DeepMind').includes('models'));
    assert.ok(provided('Anthropic').includes('models'));
    assert.ok(membersOf('AnthropicEcosystem', 'backer').includes('Google'));
    sourced(declared('Google'), 'note', 'race-analysis');
    assert.match(cardOf(project, declared('Google')), /Hedges/);
    assert.deepEqual(saidOf('hedge'), [
      'A hedge: Google backs Anthropic, a rival of its unit Google DeepMind in “ai-models” that provides models as well.',
    ]);
  });

  it('4 Amazon has committed $8B to Anthropic in all', () => {
    checkSides('AmazonAnthropic', ['Amazon'], ['Anthropic']);
    checkMoney('AmazonAnthropic', 'amount', '$8B', 'race-analysis');
    assert.equal(write(bucketsOf(declared('AmazonAnthropic'), project.asOf)), '$8B | nothing | nothing');
  });

  it('5 in two tranches of $4B, which add up', () => {
    const tranches = factsOf(declared('AmazonAnthropic'), 'tranche').map(moneyOf);
    assert.deepEqual(
      tranches.map((money) => money && formatMoney(money)),
      ['$4B', '$4B'],
    );
    const files = sample('ai-race');
    const wrong = files['anthropic.deal']!.replace(/tranche (\s*)\$4B/, 'tranche $1$3B');
    const other = projectOf({ ...files, 'anthropic.deal': wrong });
    assert.deepEqual(
      allFindings(other.project, other.findings)
        .map(({ code }) => code)
        .sort(),
      [...drawn, 'tranches-add-up'].sort(),
    );
  });

  it('6 AWS, a unit of Amazon, supplies Anthropic', () => {
    assert.ok(withUnits(project, ['Amazon']).has('AWS'));
    checkSides('AwsAnthropic', ['AWS'], ['Anthropic']);
    sourced(declared('AwsAnthropic'), 'provides', 'race-analysis');
    assert.ok(membersOf('AnthropicEcosystem', 'supplier').includes('AWS'));
    assert.deepEqual(factsOf(declared('AmazonAnthropic'), 'relates').flatMap(namesIn), ['AwsAnthropic']);
    assert.match(cardOf(project, declared('AwsAnthropic')), /earns from the company that Amazon backs/);
    assert.deepEqual(saidOf('lock-in'), [
      'Lock-in: Amazon Web Services is the only supplier of compute to Anthropic that is known here, and Amazon is an investor in it.',
    ]);
  });

  it('7 Lightspeed is in talks to lead a round of $2B, which counts neither as promised nor as executed', () => {
    checkMoney('AnthropicSeriesE', 'amount', '$2B', 'race-analysis');
    assert.deepEqual(factsOf(declared('AnthropicSeriesE'), 'lead').flatMap(namesIn), ['Lightspeed']);
    checkStatus('AnthropicSeriesE', 'talks on January 2025');
    assert.equal(positionOf('Lightspeed', 'out', 'capital'), 'nothing | nothing | $2B');
    assert.equal(positionOf('Anthropic', 'in', 'capital'), '$11B | $1B | $2B');
  });

  it('8 at a valuation of $60B, of which nobody says whether it is pre or post the new money', () => {
    const { flags } = checkMoney('AnthropicSeriesE', 'valuation', '$60B', 'race-analysis');
    assert.ok(!flags.has('pre') && !flags.has('post'));
    assert.match(cardOf(project, declared('AnthropicSeriesE')), /\$60B \(pre or post not said\)/);
  });

  it('9 Anthropic was valued at $18.5B in February 2024: the step-up is 3.24×', () => {
    const value = checkMoney('Anthropic2024', 'value', '$18.5B', 'race-analysis');
    assert.equal(value.on && describeDate(value.on), 'February 2024');
    const step = stepUp(valuationsOf(project, 'Anthropic'));
    assert.equal(step?.multiple && formatMultiple(step.multiple), '3.24x');
    assert.match(cardOf(project, declared('Anthropic')), /3\.24×/);
  });

  it('10 more than threefold in a year, which holds', () => {
    const claim = checkClaim('ThreefoldInAYear', 'Analyst asserts AnthropicSeriesE.valuation');
    const multiple = factOf(claim, 'multiple');
    const claimed = multiple?.values[0];
    assert.ok(claimed?.type === 'multiple');
    assert.equal(formatMultiple(claimed.range), '>3x');
    assert.equal(multiple?.over && formatDuration(multiple.over), '1y');
    assert.ok(claim.mentions.some(({ role, name }) => role === 'of' && name === 'Anthropic2024'));
    const step = stepUp(valuationsOf(project, 'Anthropic'));
    assert.equal(step?.from.declaration.name, 'Anthropic2024');
    assert.equal(step.to.declaration.name, 'AnthropicSeriesE');
    assert.ok(step.multiple && claimed.range.min && step.multiple.min?.gt(claimed.range.min));
    assert.ok(!certainlyGreater(claimed.range, step.multiple));
  });

  it('11 OpenAI announced the Stargate Project', () => {
    assert.equal(declared('Stargate').kind, 'venture');
    checkStatus('Stargate', 'announced on 21 January 2025');
    sourced(declared('Stargate'), 'status', 'stargate-announcement');
    assert.equal(textOf(declared('stargate-announcement'), 'publisher'), 'OpenAI');
    assert.deepEqual(membersOf('OpenAIEcosystem', 'venture'), ['MicrosoftOpenAIDataCentre', 'Stargate']);
  });

  it('12 with SoftBank, Oracle and MGX as those who fund its equity', () => {
    const funders = factsOf(declared('Stargate'), 'member')
      .filter(({ roles }) => roles.includes('equity'))
      .flatMap(namesIn);
    assert.deepEqual(funders.sort(), ['MGX', 'Oracle', 'SoftBank']);
    assert.equal(positionOf('MGX', 'out', 'plan'), 'up to $500B | nothing | nothing');
  });

  it('13 with a budget of $100B to $500B, of which sums keep both ends', () => {
    checkMoney('Stargate', 'budget', '$100B..$500B', 'race-analysis');
    assert.equal(positionOf('Stargate', 'in', 'plan'), '$100B–$500B | nothing | nothing');
  });

  it('14 Elon Musk doubts that the money is there, and every roll-up of it says so', () => {
    const claim = checkClaim('MuskDoubts', 'Musk disputes Stargate.budget', 'musk-post');
    const on = dateOf(claim, 'on');
    assert.equal(on && describeDate(on), '22 January 2025');
    assert.deepEqual(disputesOf(project, 'Stargate', 'budget'), [claim]);
    for (const name of ['Stargate', 'SoftBank', 'OpenAIEcosystem']) {
      assert.match(cardOf(project, declared(name)), /disputed by Elon Musk/, name);
    }
  });

  it('15 Satya Nadella answers that Microsoft is good for its $80B', () => {
    const claim = checkClaim('NadellaAnswer', 'Nadella asserts MicrosoftCapex.budget', 'nadella-cnbc');
    assert.match(textOf(claim, 'quote') ?? '', /\$80 billion/);
    assert.deepEqual(factsOf(claim, 'answers').flatMap(namesIn), ['MuskDoubts']);
    checkMoney('MicrosoftCapex', 'budget', '$80B', 'nadella-cnbc');
    checkSides('MicrosoftCapex', ['Microsoft'], []);
    assert.match(cardOf(project, declared('Nadella')), /CEO at Microsoft/);
  });

  it('16 Microsoft has invested $14B in OpenAI since 2019', () => {
    checkSides('MicrosoftOpenAI', ['Microsoft'], ['OpenAI']);
    const amount = checkMoney('MicrosoftOpenAI', 'amount', '$14B', 'race-analysis');
    assert.equal(amount.from && describeDate(amount.from), '2019');
    assert.equal(amount.until, undefined);
    assert.equal(positionOf('OpenAI', 'in', 'capital'), '$14B | $14B | nothing');
  });

  it('17 an exclusivity contract binds OpenAI to Microsoft’s compute', () => {
    checkSides('AzureOpenAI', ['Microsoft'], ['OpenAI']);
    const provides = sourced(declared('AzureOpenAI'), 'provides', 'race-analysis');
    assert.deepEqual(namesIn(provides), ['compute']);
    assert.ok(provides.flags.has('exclusive'));
    assert.equal(provides.from && describeDate(provides.from), '2019');
    assert.equal(provides.until, undefined);
  });

  it('18 OpenAI needs more compute than Microsoft alone gives', () => {
    sourced(declared('AzureOpenAI'), 'note', 'race-analysis');
    assert.match(textOf(declared('AzureOpenAI'), 'note') ?? '', /more compute than Microsoft alone/);
  });

  it('19 Microsoft is absent from the announcement: a claim, and no membership', () => {
    const claim = checkClaim('MicrosoftAbsent', 'Analyst denies Stargate.member');
    assert.deepEqual(factsOf(claim, 'about').flatMap(namesIn), ['Microsoft']);
    assert.ok(!factsOf(declared('Stargate'), 'member').flatMap(namesIn).includes('Microsoft'));
  });

  it('20 the exclusivity may be renegotiated: a forecast of a named author, not a fact', () => {
    const claim = checkClaim('ExclusivityForecast', 'Analyst expects AzureOpenAI.status');
    const [forecast] = statusHistory(claim);
    assert.equal(forecast?.status, 'renegotiating');
    assert.ok(forecast.fact.flags.has('likely'));
    assert.equal(forecast.on && describeDate(forecast.on), 'since 2025');
    checkStatus('AzureOpenAI', 'signed');
    assert.equal(declared('Analyst').kind, 'person');
  });

  it('21 while the alliance itself is expected to go on', () => {
    const claim = checkClaim('AllianceGoesOn', 'Analyst expects MicrosoftOpenAIAlliance.status');
    assert.equal(statusHistory(claim)[0]?.status, 'signed');
    assert.equal(declared('MicrosoftOpenAIAlliance').kind, 'partnership');
    checkStatus('MicrosoftOpenAIAlliance', 'signed on 2019');
  });

  it('22 the other suppliers of Stargate collide with the exclusivity', () => {
    const claim = checkClaim('ExclusivityCollides', 'Analyst asserts StargateOpenAI');
    assert.deepEqual(factsOf(claim, 'about').flatMap(namesIn), ['AzureOpenAI', 'Oracle']);
    checkSides('StargateOpenAI', ['Stargate'], ['OpenAI']);
    assert.deepEqual(factsOf(declared('StargateOpenAI'), 'provides').flatMap(namesIn), ['compute']);
    const oracle = factsOf(declared('Stargate'), 'member').find((fact) => namesIn(fact).includes('Oracle'));
    assert.ok(oracle?.roles.includes('supplier'));
    assert.deepEqual(membersOf('OpenAIEcosystem', 'supplier'), ['Microsoft', 'Stargate']);
    assert.deepEqual(saidOf('exclusivity-conflict'), [
      "“Stargate's compute for OpenAI” provides compute to OpenAI, for which “Azure for OpenAI” is exclusive.",
    ]);
  });

  it('23 Amazon plans data centres for $100B over the next decade', () => {
    checkSides('AmazonDataCentres', ['Amazon'], []);
    const budget = checkMoney('AmazonDataCentres', 'budget', '$100B', 'race-analysis');
    assert.equal(budget.over && formatDuration(budget.over), '10y');
    assert.equal(positionOf('Amazon', 'out', 'plan'), '$100B | nothing | nothing');
  });

  it('24 OpenAI and Microsoft plan a joint data centre for $100B', () => {
    const { node } = declared('MicrosoftOpenAIDataCentre');
    assert.equal(node.relation?.operator?.text, '<->');
    checkSides('MicrosoftOpenAIDataCentre', ['OpenAI'], ['Microsoft']);
    checkMoney('MicrosoftOpenAIDataCentre', 'budget', '$100B', 'race-analysis');
    const status = factOf(declared('MicrosoftOpenAIDataCentre'), 'status');
    assert.match((status && noteOf(status)) ?? '', /plan/);
    assert.equal(positionOf('OpenAI', 'out', 'plan'), 'up to $100B | nothing | nothing');
  });

  it('25 two ecosystems form, around Anthropic and around OpenAI', () => {
    checkClaim('TwoEcosystems', 'Analyst asserts AnthropicEcosystem,OpenAIEcosystem');
    assert.deepEqual(ecosystemOf(project, declared('AnthropicEcosystem')).hubs, ['Anthropic']);
    assert.deepEqual(ecosystemOf(project, declared('OpenAIEcosystem')).hubs, ['OpenAI']);
    assert.deepEqual(membersOf('AnthropicEcosystem', 'backer'), ['Amazon', 'Google', 'Lightspeed']);
    assert.deepEqual(membersOf('OpenAIEcosystem', 'backer'), ['Microsoft']);
  });

  it('26 integration into cloud platforms makes lock-in likely', () => {
    const claim = checkClaim('LockIn', 'Analyst expects AwsAnthropic,AzureOpenAI');
    assert.match(textOf(claim, 'note') ?? '', /lock-in/);
    for (const name of ['AwsAnthropic', 'AzureOpenAI']) {
      assert.ok(claimsAbout(project, name).includes(claim));
      assert.equal(declared(name).kind, 'supply');
    }
  });

  it('27 entry gets dearer, and few well-funded players remain', () => {
    const claim = checkClaim('HigherBarriers', 'Analyst asserts AnthropicEcosystem,OpenAIEcosystem');
    assert.match(textOf(claim, 'note') ?? '', /dearer.*few/);
  });

  it('28 attention moves from raising money to spending it', () => {
    const claim = checkClaim('FromRaisingToSpending', 'Analyst asserts AnthropicEcosystem,OpenAIEcosystem');
    assert.match(textOf(claim, 'note') ?? '', /raising.*spending/);
    assert.equal(positionOf('Microsoft', 'out', 'capital'), '$14B | $14B | nothing');
    assert.equal(positionOf('Microsoft', 'out', 'plan'), '$80B–$180B | nothing | nothing');
  });

  it('29 consortia take over from single investors', () => {
    const claim = checkClaim('ConsortiaTakeOver', 'Analyst asserts Stargate');
    assert.match(textOf(claim, 'note') ?? '', /[Cc]onsortia/);
    assert.ok(factsOf(declared('Stargate'), 'member').flatMap(namesIn).length > 2);
  });
});
