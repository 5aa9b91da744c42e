// SPDX-License-Identifier: AGPL-3.0-or-later
// Conditions, checks, formulas, points and outcomes on the builder's screen.
import { assert } from 'chai';
import { around, edgesOf } from '../../builder/edit/graph.ts';
import type { Condition, Definition } from '../../schemas/types.ts';
import { family } from './family.ts';
import { choose, focused, press, type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const saved = (): Definition => screen.server.definition(family.id);
const field = (key: string) => saved().schema.properties[key]!;
const pick = async (handle: string): Promise<void> => {
  (await screen.find(`[data-pick="${handle}"]`)).click();
  await screen.find('patto-builder-more-logic');
};
const click = async (selector: string): Promise<void> => (await screen.find(selector)).click();
const set = async (selector: string, value: string): Promise<void> => {
  const control = await until(() => {
    const found = screen.get<HTMLSelectElement>(selector);
    const has = found?.localName !== 'select' || [...found.options].some((each) => each.value === value);
    return has ? found : undefined;
  }, `no ${selector} with ${value}`);
  if (control.localName === 'select') choose(control, value);
  else type(control, value);
};
const equal = (read: () => unknown, wanted: unknown, what: string): Promise<unknown> =>
  until(() => JSON.stringify(read()) === JSON.stringify(wanted), `${what}: ${JSON.stringify(read())}`);

const rent = { '/casa': { const: 'affitto' } } as Condition;
const rich: Definition = {
  ...family,
  conditions: { in_affitto: rent },
  outcome: {
    rows: [
      { when: rent, gives: 'ordinario', reason: 'Paga un affitto' },
      { when: { named: 'in_affitto' }, gives: 'mai', reason: 'Dopo' },
    ],
    otherwise: 'Niente da segnalare',
  },
  schema: {
    ...family.schema,
    'x-bands': [
      { from: 0, to: 1, code: 'a', title: 'Basso' },
      { from: 1, to: 2, code: 'b', title: 'Medio' },
      { from: 2, code: 'c', title: 'Alto' },
    ],
    properties: {
      ...family.schema.properties,
      casa: {
        ...family.schema.properties['casa']!,
        oneOf: [
          { const: 'proprieta', title: 'Proprietà', 'x-score': 0 },
          { const: 'affitto', title: 'Affitto', 'x-score': 20 },
        ],
      },
      note: {
        ...family.schema.properties['note']!,
        'x-show': { named: 'in_affitto' },
        'x-check': [{ must: { '/note': { answered: true } }, message: 'Scriva qualcosa' }],
      },
    },
  },
} as Definition;

describe('logic', () => {
  afterEach(() => screen.close());

  it('writes groups in groups, and rows of a list, as sentences', async () => {
    screen = await opened(family);
    await pick('/note');
    await click('patto-builder-condition [data-begin]');
    await set('#condition-question-0', '/casa');
    await set('#condition-relation-0', 'one-of');
    await click('input#condition-value-0');
    await equal(() => field('note')['x-show'], { '/casa': { enum: ['proprieta'] } }, 'one of');
    await click('[data-group]');
    await set('#condition-question-1-0', '/minori');
    await set('#condition-relation-1-0', 'between');
    type(await screen.find('#condition-value-1-0'), '1');
    type(await screen.find('#condition-value-1-0-1'), '3');
    (await screen.find('.nested [data-begin]')).click();
    await set('#condition-question-1-1', '/nucleo');
    await set('#condition-relation-1-1', 'quantity.every');
    await set('#condition-question-1-1-0', '/nucleo/*/eta');
    await set('#condition-relation-1-1-0', 'less-than');
    type(await screen.find('#condition-value-1-1-0'), '18');
    await equal(
      () => field('note')['x-show'],
      {
        '/casa': { enum: ['proprieta'] },
        any: [
          { '/minori': { type: 'integer', minimum: 1, maximum: 3 } },
          {
            '/nucleo': {
              not: {
                type: 'array',
                contains: {
                  not: { properties: { eta: { type: 'integer', exclusiveMaximum: 18 } }, required: ['eta'] },
                },
              },
            },
          },
        ],
      },
      'nested',
    );
    assert.include(
      screen.get('[data-thing="/note"] .when')?.textContent ?? '',
      'in tutte le voci di «Componenti» «Età» è meno di 18',
    );
    assert.deepEqual(await axe(), []);
    await set('#condition-join-1', 'none');
    await until(() => 'not' in (field('note')['x-show'] ?? {}), 'none of them');
    await click('[data-end]');
    await until(() => field('note')['x-show'] === undefined, 'not taken away');
  });

  it('counts rows in one step, and gives a condition a name', async () => {
    screen = await opened(family);
    await pick('/note');
    await click('patto-builder-condition [data-begin]');
    await set('#condition-question-0', '/nucleo');
    await set('#condition-relation-0', 'quantity.count');
    await set('#condition-question-0-0', '/nucleo/*/eta');
    await set('#condition-relation-0-0', 'less-than');
    type(await screen.find('#condition-value-0-0'), '3');
    await click('[data-count]:not([disabled])');
    await until(() => JSON.stringify(field('note')['x-show'])?.includes('"minimum":2'), 'no count');
    const [pointer = ''] = Object.keys(field('note')['x-show']!);
    assert.deepEqual(field(pointer.slice(1))['x-value'], {
      count: '/nucleo',
      where: { './eta': { type: 'integer', exclusiveMaximum: 3 } },
    });
    assert.isFalse(field(pointer.slice(1))['x-drawn']);
    await click('[data-name]');
    type(await screen.find('#condition-naming'), 'Due bimbi piccoli');
    (await screen.find<HTMLFormElement>('.naming')).requestSubmit();
    await equal(() => field('note')['x-show'], { named: 'due_bimbi_piccoli' }, 'not named');
    assert.include(JSON.stringify(saved().conditions), pointer);
    press('z', { ctrlKey: true });
    await until(() => saved().conditions === undefined, 'one step back takes the name away');
    assert.deepEqual(Object.keys(field('note')['x-show']!), [pointer]);
  });

  it('says what a check says, and whether one may go on', async () => {
    screen = await opened(family);
    await pick('/canone');
    (await screen.find<HTMLDetailsElement>('[data-more="checks"]')).open = true;
    await click('[data-add-check]');
    await set('#check-draft-question-0', '/canone');
    await set('#check-draft-relation-0', 'at-most');
    type(await screen.find('#check-draft-value-0'), '2000');
    assert.isTrue((await screen.find<HTMLButtonElement>('[data-keep="check"]')).disabled, 'no message yet');
    type(await screen.find('#check-draft-message'), 'Il canone sembra alto.');
    await click('[data-keep="check"]:not([disabled])');
    await set('[data-check="0"] select[aria-label="Quanto conta"]', 'warning');
    await equal(
      () => field('canone')['x-check'],
      [
        {
          must: { '/canone': { type: 'integer', maximum: 200_000 } },
          message: 'Il canone sembra alto.',
          level: 'warning',
        },
      ],
      'check',
    );
    assert.deepEqual(await axe(), []);
    await click('[data-remove-check]');
    await until(() => field('canone')['x-check'] === undefined, 'check stays');
  });

  it('lists every rule as a sentence, filters, changes in place and goes there', async () => {
    screen = await opened(rich, (server) => {
      server.findings = [{ code: 'x', at: '/schema/properties/note', level: 'warning', field: '/note', message: 'M' }]; // prettier-ignore
    });
    await screen.view('rules');
    const shown = (): string[] =>
      [...(screen.get('.rule-list')?.querySelectorAll('.rule-sentence') ?? [])].map(
        (each) => each.textContent!,
      );
    await until(() => shown().length > 0, 'no rules');
    assert.include(shown(), '«Canone mensile» si vede se «Titolo di godimento» è Affitto; altrimenti no.');
    assert.include(shown(), 'L’esito è «mai» se vale «in affitto».');
    assert.include(
      shown(),
      '«Minori nel nucleo» si calcola così: quante voci di «Componenti» con «Età» è meno di 18.',
    );
    assert.deepEqual(await axe(), []);
    choose(await screen.find('#rules-kind'), 'check');
    await until(() => shown().length === 1 && shown()[0]!.includes('Scriva qualcosa'), 'not filtered');
    choose(await screen.find('#rules-kind'), '');
    await click('#rules-doubtful');
    await until(() => shown().length === 2 && shown().every((each) => each.includes('«Note»')), 'problems');
    await click('#rules-doubtful');
    type(await screen.find('#rules-text'), 'canone vede');
    await until(() => shown().length === 1, 'not searched');
    await click('.rule-list [data-change]');
    assert.deepEqual(await axe(), []);
    await set('#rule-value-0', 'proprieta');
    await equal(() => field('canone')['x-show'], { '/casa': { const: 'proprieta' } }, 'in place');
    await until(() => shown()[0]?.includes('è Proprietà'), 'the sentence follows');
    await click('[data-jump="/canone"]');
    await until(() => focused()?.getAttribute('data-pick') === '/canone', 'not gone there');
  });

  it('renames a condition wherever it is used, says what taking it away does, and does that', async () => {
    screen = await opened(rich);
    await screen.view('rules');
    const name = await screen.find<HTMLInputElement>('[data-named="in_affitto"] input');
    name.value = 'Paga l’affitto';
    name.dispatchEvent(new Event('change'));
    await until(() => 'paga_l_affitto' in (saved().conditions ?? {}), 'not renamed');
    assert.deepEqual(field('note')['x-show'], { named: 'paga_l_affitto' } as Condition);
    await click('[data-named="paga_l_affitto"] [data-remove]');
    assert.include((await screen.find('[data-named] [role="alert"]')).textContent!, '2 posti');
    assert.deepEqual(await axe(), []);
    await click('[data-confirm]');
    await until(() => saved().conditions === undefined, 'still there');
    assert.deepEqual(field('note')['x-show'], rent);
    assert.deepEqual(saved().outcome?.rows[1]?.when, rent);
    await screen.find('[data-add-named]');
    await click('[data-add-named]');
    type(await screen.find('#named-new'), 'Ha minori');
    await click('patto-builder-named [data-begin]');
    await set('#named-fresh-question-0', '/minori');
    type(await screen.find('#named-fresh-value-0'), '1');
    await click('[data-keep="named"]:not([disabled])');
    await equal(() => saved().conditions, { ha_minori: { '/minori': { const: 1 } } }, 'not made');
  });

  it('draws who depends on whom, and lists the same', async () => {
    screen = await opened(rich);
    await screen.view('map');
    const edges = (selector: string): string[] =>
      [...(screen.get('patto-builder-map')?.querySelectorAll(`${selector} [data-edge]`) ?? [])].map((each) =>
        each.getAttribute('data-edge')!,
      );
    await until(() => edges('svg').length > 0, 'nothing is drawn');
    for (const [thing, depth] of [
      ['/casa', 1],
      ['/casa', 2],
      ['condition:in_affitto', 1],
      ['/nucleo/*/eta', 3],
    ] as const) {
      await set('#map-thing', thing);
      await set('#map-depth', String(depth));
      const wanted = around(rich, thing, depth).edges.map(({ from, to }) => `${from} → ${to}`);
      await until(() => edges('svg').join() === wanted.join(), `${thing} ${depth}: ${edges('svg').join()}`);
      assert.deepEqual(edges('.map-list'), wanted);
      assert.isAbove(wanted.length, 0);
    }
    assert.deepEqual(await axe(), []);
    await click('.map-list [data-thing="/minori"]');
    await until(() => screen.get<HTMLSelectElement>('#map-thing')?.value === '/minori', 'not around it');
    assert.equal(focused()?.id, 'map-thing');
  });

  it('keeps bands together: a boundary moves by keys between its neighbours', async () => {
    screen = await opened(rich);
    await screen.view('outcome');
    const froms = (): number[] => (saved().schema['x-bands'] ?? []).map(({ from }) => from);
    const grip = await screen.find('[data-boundary="2"]');
    assert.equal(grip.getAttribute('aria-valuemin'), '2');
    grip.focus();
    for (let times = 0; times < 3; times++) {
      const before = Number(screen.get('[data-boundary="2"]')!.getAttribute('aria-valuenow'));
      press('ArrowRight');
      await until(
        () => Number(screen.get('[data-boundary="2"]')!.getAttribute('aria-valuenow')) === before + 1,
      );
    }
    await equal(froms, [0, 1, 5], 'keys');
    press('Home');
    await equal(froms, [0, 1, 2], 'as low as it goes');
    const typed = await screen.find<HTMLInputElement>('[data-from="1"]');
    typed.value = '9';
    typed.dispatchEvent(new Event('change'));
    await until(() => froms()[1]! < 2 && froms()[1]! > 1.9, `past its neighbour: ${froms().join()}`);
    await click('[data-split="2"]');
    await until(() => froms().length === 4, 'not split');
    const bands = saved().schema['x-bands']!;
    bands.forEach((band, at) => assert.equal(band.to, bands[at + 1]?.from));
    assert.deepEqual(await axe(), []);
    await until(() => screen.get('[data-sample]')?.textContent?.includes('Perché?'), 'no sample result');
  });

  it('tries outcomes in their order; points stand beside options', async () => {
    screen = await opened(rich);
    await screen.view('outcome');
    await click('[data-outcome="1"] [data-up]');
    await equal(() => saved().outcome?.rows.map(({ gives }) => gives), ['mai', 'ordinario'], 'order');
    type(await screen.find('#outcome-0-gives'), 'sempre');
    await until(() => saved().outcome?.rows[0]?.gives === 'sempre', 'not written');
    await click('[data-add-outcome]');
    await set('#outcome-draft-question-0', '/minori');
    type(await screen.find('#outcome-draft-value-0'), '2');
    type(await screen.find('#outcome-draft-gives'), 'altro');
    type(await screen.find('#outcome-draft-reason'), 'Due minori');
    await click('[data-keep="outcome"]:not([disabled])');
    await until(() => saved().outcome?.rows.length === 3, 'not added');
    await click('[data-view=""]');
    await pick('/casa');
    const points = await screen.find<HTMLInputElement>('#points-0');
    points.value = '7';
    points.dispatchEvent(new Event('change'));
    await until(() => field('casa').oneOf?.[0]?.['x-score'] === 7, 'no points');
  });

  it('works an answer out by menus that offer only what fits, shows it at once, takes it as text', async () => {
    screen = await opened(family);
    await pick('/minori');
    const menu = await screen.find<HTMLSelectElement>('#formula');
    assert.equal(menu.value, 'call:count');
    const offered = [...menu.options].map(({ value }) => value);
    assert.include(offered, 'answer:/canone');
    assert.notInclude(offered, 'answer:/note', 'a text is no number');
    assert.notInclude(offered, 'call:join');
    choose(menu, 'call:add');
    await set('#formula-0', 'answer:/canone');
    await set('#formula-1', 'constant:number');
    type(await screen.find('#formula-1-value'), '5');
    await equal(() => field('minori')['x-value'], { add: ['/canone', 5] }, 'formula');
    await until(
      () => screen.get('.formula .in-words')?.textContent?.includes('«Canone mensile» + 5'),
      'not in words',
    );
    await until(() => /= |ancora/.test(screen.get('[data-result]')?.textContent ?? ''), 'no result');
    assert.deepEqual(await axe(), []);
    (await screen.find<HTMLDetailsElement>('.formula-text')).open = true;
    type(await screen.find('#formula-text'), 'somma(/canone, 1)');
    await click('[data-take]:not([disabled])');
    assert.include((await screen.find('#formula-text-wrong')).textContent!, '«somma» non è un calcolo');
    type(await screen.find('#formula-text'), 'round(divide(/canone, 2))');
    await click('[data-take]:not([disabled])');
    await equal(() => field('minori')['x-value'], { round: { divide: ['/canone', 2] } }, 'text');
    await click('[data-end-formula]');
    await until(() => field('minori')['x-value'] === undefined, 'still worked out');
  });

  it('gives a question another name in the data, and who read it still does', async () => {
    screen = await opened(family);
    await pick('/casa');
    (await screen.find<HTMLDetailsElement>('[data-more="key"]')).open = true;
    const key = await screen.find<HTMLInputElement>('#panel-key');
    key.value = 'canone';
    key.dispatchEvent(new Event('change'));
    await screen.said('è già di un’altra domanda');
    assert.equal(key.value, 'casa');
    key.value = 'abitazione';
    key.dispatchEvent(new Event('change'));
    await until(() => 'abitazione' in saved().schema.properties, 'not renamed');
    assert.deepEqual(field('canone')['x-show'], { '/abitazione': { const: 'affitto' } } as Condition);
    await until(
      () => focused()?.id === 'panel-key' && (focused() as HTMLInputElement).value === 'abitazione',
    );
    assert.deepEqual(await axe(), []);
    press('z', { ctrlKey: true });
    await until(() => 'casa' in saved().schema.properties, 'undo');
  });

  it('takes the texts of documents along when a question gets another name, back and forth, and into use when published', async () => {
    screen = await opened(family, (server) => void server.texts.push('<p>casa {{fields.casa}}</p>'));
    const waiting = (): string | null => localStorage.getItem('patto:template:pact');
    await pick('/casa');
    (await screen.find<HTMLDetailsElement>('[data-more="key"]')).open = true;
    const key = await screen.find<HTMLInputElement>('#panel-key');
    key.value = 'abitazione';
    key.dispatchEvent(new Event('change'));
    await screen.said('Anche il testo del modello di stampa');
    assert.equal(waiting(), '<p>casa {{fields.abitazione}}</p>');
    press('z', { ctrlKey: true });
    await until(() => waiting() === null, 'undone, and still another text');
    press('y', { ctrlKey: true });
    await until(() => waiting() !== null, 'not done again');
    assert.equal(screen.server.texts.length, 1);
    await until(() => screen.get('[data-save="clean"]'), 'not saved');
    await click('[data-publish]');
    assert.isTrue((await screen.find<HTMLInputElement>('#publish-texts')).checked);
    assert.deepEqual(await axe(), []);
    await click('[data-confirm-publish]');
    await until(() => screen.server.texts.at(-1) === '<p>casa {{fields.abitazione}}</p>', 'not in use');
    await until(() => waiting() === null, 'still waiting');
  });

  it('offers the entries of a list by their titles', async () => {
    const { casa, ...others } = family.schema.properties;
    const { oneOf: _own, ...bare } = casa!;
    const listed = {
      ...bare,
      type: 'string' as const,
      'x-type': 'one',
      'x-choices': { from: 'list:alloggi' },
    };
    const properties = { casa: listed, ...others };
    screen = await opened({ ...family, schema: { ...family.schema, properties } }, (server) => {
      const rows = [{ id: 'affitto', title: 'In affitto' }, { id: 'altro', title: 'Altrove' }]; // prettier-ignore
      server.lists.set('alloggi', { title: 'Alloggi', rev: 1, rows });
    });
    await pick('/canone');
    const value = await until(() => {
      const found = screen.get<HTMLSelectElement>('patto-builder-clause-value select');
      return found?.options.length === 3 ? found : undefined;
    }, 'no entries');
    assert.deepEqual([...value.options].slice(1).map((option) => option.text), ['In affitto', 'Altrove']); // prettier-ignore
    assert.equal(value.value, 'affitto');
    assert.deepEqual(await axe(), []);
    choose(value, 'altro');
    await equal(() => field('canone')['x-show'], { '/casa': { const: 'altro' } }, 'not chosen');
  });

  it('shows rules to who may only read, without a way to change them', async () => {
    screen = await opened(rich, (server) => {
      server.roles = ['coordinator'];
    });
    for (const view of ['rules', 'outcome']) {
      await screen.view(view);
      await until(() => screen.get('.rule-list li, .ruler'));
      const controls = [...screen.get('.view')!.querySelectorAll('button, input, select, [role="slider"]')];
      const changing = controls.filter(
        (each) =>
          !each.matches(
            '[disabled], [readonly], [data-jump], #rules-text, #rules-kind, #rules-page, #rules-doubtful, #bands-of',
          ) &&
          !(each.matches('[role="slider"]') && each.getAttribute('aria-readonly') === 'true') &&
          !each.matches('li button.quiet'),
      );
      assert.deepEqual(
        changing.map((each) => each.outerHTML.slice(0, 90)),
        [],
      );
      assert.deepEqual(await axe(), []);
    }
  });

  it('fills the menu of a long form only for who comes in', async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`q${at}`, { type: 'string' as const, title: `Domanda ${at}` }]),
    );
    const shown = { ...properties['q5']!, 'x-show': { '/q4': { answered: true } } as Condition };
    const { gives: _gives, layout: _layout, ...bare } = family;
    screen = await opened({
      ...bare,
      schema: { type: 'object', properties: { ...properties, q5: shown } },
      layout: [{ page: 'p', title: 'P', items: [] }],
    });
    await pick('/q5');
    const menu = await screen.find<HTMLSelectElement>('#condition-question-0');
    assert.isAtMost(menu.options.length, 2);
    assert.equal(menu.value, '/q4');
    menu.focus();
    await until(() => menu.options.length > 250, 'not filled');
    assert.equal(menu.value, '/q4');
    choose(menu, '/q200');
    await set('#condition-relation-0', 'answered');
    await equal(() => field('q5')['x-show'], { '/q200': { answered: true } }, 'changed');
  });

  it('a map of two thousand questions draws only what is near', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [
        `q${at}`,
        {
          type: 'integer' as const,
          title: `Domanda ${at}`,
          ...(at > 0 && {
            'x-show': { [`/q${at % 50 === 1 ? 0 : at - 1}`]: { answered: true } } as Condition,
          }),
        },
      ]),
    );
    const { gives: _gives, ...bare } = family;
    const long: Definition = { ...bare, schema: { type: 'object', properties }, layout: [] };
    assert.equal(edgesOf(long).length, 1999);
    const near = around(long, '/q0', 2);
    assert.isAtMost(near.edges.length, 60);
    assert.equal(near.more, 16);
  });
});
