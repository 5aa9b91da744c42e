// SPDX-License-Identifier: AGPL-3.0-or-later
// The district's own data on the screen: what is typed stays, rules are sentences, and only what changed is sent.
import { assert } from 'chai';
import '../../builder/index.ts';
import type { Definition, PactLife } from '../../schemas/types.ts';
import { FakeServer, empty, until } from './fake.ts';
import { axe } from './open.ts';

const text = (title: string, more: object = {}) => ({ title, type: 'string', maxLength: 200, ...more });
const form = (id: string, title: string, properties: object): Definition =>
  ({
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id,
    title,
    schema: { type: 'object', properties },
  }) as unknown as Definition;
const rows = (title: string, properties: object) => ({ title, type: 'array', items: { type: 'object', properties } }); // prettier-ignore
const analysis = form('analisi', 'Analisi', {
  lavora: { title: 'Lavora', type: 'boolean' },
  persone: rows('Persone', { eta: { title: 'Età', type: 'integer' } }),
});
const pact = form('accordo', 'Accordo', {
  dal: { title: 'Dal', type: 'string', format: 'date' },
  mete: rows('Mete', { testo: text('Meta'), nasce: text('Da dove nasce'), entro: { title: 'Entro', type: 'string', format: 'date' } }), // prettier-ignore
});
const inherited: PactLife = {
  definition: 'accordo',
  starts: '/dal',
  states: [{ id: 'bozza', title: 'In bozza', on: ['begun'] }],
  proposals: [
    {
      id: 'lavoro',
      need: 'Lavoro',
      when: { 'case:/analisi/lavora': { const: false } },
      adds: [
        { to: '/mete', need: 'nasce', row: { testo: 'Trova lavoro', entro: { 'add-months': ['/dal', 3] } } },
      ],
    },
  ],
};

let server: FakeServer;
let screen: HTMLElement;
let saved: { readonly changes: { readonly pact?: PactLife } }[];
const root = (): ShadowRoot => screen.shadowRoot!;
const find = <Found extends Element>(selector: string): Promise<Found> =>
  until(() => root().querySelector<Found>(selector), selector);
const inForm = <Found extends Element>(selector: string): Promise<Found> =>
  until(() => root().querySelector('patto-form')?.shadowRoot?.querySelector<Found>(selector), selector);
/** Letter by letter, as a person does: each one is heard before the next. */
async function typed(input: HTMLInputElement | HTMLTextAreaElement, words: string): Promise<void> {
  input.focus();
  input.value = '';
  for (const letter of words) {
    input.value += letter;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await new Promise((done) => setTimeout(done));
  }
  input.blur();
}

describe('the data of the district', () => {
  beforeEach(() => {
    document.documentElement.lang = 'it';
    document.title = 'Patto';
    localStorage.clear();
    server = new FakeServer(empty());
    for (const definition of [analysis, pact])
      server.kept.set(definition.id, { definition, rev: 1, published: null });
    saved = [];
    const before = globalThis.fetch;
    globalThis.fetch = async (address, options) => {
      if (!String(address).endsWith('/api/district/data')) return before(address, options);
      if (options?.method === 'PUT') saved.push(JSON.parse(options.body as string) as (typeof saved)[0]);
      const district = {
        id: 'valprova',
        name: 'Ambito',
        comuni: [],
        offices: [],
        phases: [],
        measures: ['m'],
      };
      const moduli = [analysis, pact].map(({ id, title }) => ({ id, title }));
      const lists = { moduli, 'stati-patto': [{ id: 'bozza', title: 'In bozza' }] };
      const body = { rev: saved.length, district, changed: [], lists, inherited };
      return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
    };
  });
  afterEach(() => {
    screen.remove();
    server.restore();
    location.hash = '';
  });
  function open(part: string): void {
    location.hash = `#/district:${part}`;
    screen = document.createElement('patto-builder');
    document.body.append(screen);
  }

  it('what is typed stays, letter by letter; states are the measure’s until one is changed', async () => {
    open('pact-states');
    const title = await inForm<HTMLInputElement>('input');
    assert.equal(title.value, 'In bozza');
    await typed(title, 'Da leggere insieme');
    assert.isTrue(title.isConnected, 'the form is the same one');
    assert.equal(title.value, 'Da leggere insieme');
    const save = await until(() => root().querySelector<HTMLButtonElement>('.district-part .primary:enabled'), 'save'); // prettier-ignore
    save.click();
    await until(() => saved[0], 'sent');
    assert.deepEqual(saved[0]!.changes.pact, {
      states: [{ id: 'bozza', title: 'Da leggere insieme', on: ['begun'] }],
    });
  });

  it('a proposal is read as a sentence and changed where it stands', async () => {
    open('proposals');
    const card = await find('[data-proposal="lavoro"]');
    assert.include(card.textContent, 'Se «Lavora» è No.');
    assert.include(card.textContent, 'Propone: Mete 1.');
    card.querySelector<HTMLButtonElement>('[data-change]')!.click();
    await typed(await inForm<HTMLInputElement>('textarea, input'), 'Lavora e sorride');
    await typed(await find<HTMLInputElement>('#need-lavoro'), 'Senza lavoro');
    assert.deepEqual(await axe(), []);
    const each = await find<HTMLSelectElement>('#each-lavoro');
    each.value = '/persone';
    each.dispatchEvent(new Event('change'));
    await until(() => card.textContent.includes('Per ogni voce di «Persone».'), 'each');
    (await find<HTMLButtonElement>('.district-part .primary')).click();
    await until(() => saved[0], 'sent');
    const [rule] = inherited.proposals!;
    assert.deepEqual(saved[0]!.changes.pact, {
      proposals: [
        {
          ...rule!,
          need: 'Senza lavoro',
          each: { of: 'case:/analisi/persone' },
          adds: [{ ...rule!.adds[0]!, row: { ...rule!.adds[0]!.row, testo: 'Lavora e sorride' } }],
        },
      ],
    });
  });

  it('a proposal of nothing is not sent: the message names it', async () => {
    open('proposals');
    (await find<HTMLButtonElement>('[data-add]')).click();
    await until(() => document.activeElement && root().activeElement?.id.startsWith('need-'), 'focus');
    (await find<HTMLButtonElement>('.district-part .primary')).click();
    await until(() => root().querySelector('[role="alert"]')?.textContent.includes('Nuovo bisogno'), 'told');
    assert.isEmpty(saved);
  });
});
