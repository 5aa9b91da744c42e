// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { drawn as pictograms } from '../../../runtime/elements/inputs/pictograms.ts';
import { pictogramNames } from '../../../runtime/fields/pictogram-names.ts';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Answers, Context, Definition, FieldSchema } from '../../../schemas/types.ts';
import {
  broken,
  close,
  context,
  drawn,
  has,
  part,
  press,
  settled,
  show,
  text,
  type,
  until,
} from './forms.ts';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ const: `v${at}`, title: `Voce ${at}` }));

const formOf = (properties: { [key: string]: FieldSchema }): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'scelte',
  title: 'Scelte',
  schema: { type: 'object', properties },
});

const ask = (
  properties: { [key: string]: FieldSchema },
  value: Answers = {},
  more: Partial<Context> = {},
): Promise<PattoForm> =>
  show({ definition: formOf(properties), context: { ...context, ...more }, value, bare: true });

const key = async (form: PattoForm, id: string, name: string, more: KeyboardEventInit = {}) => {
  part(form, id).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more }),
  );
  await settled(form);
};

describe('choices', () => {
  afterEach(close);

  it('the control follows the number of options; long titles are never in a closed list', async () => {
    const one = (count: number, title = '') => ({
      type: 'string' as const,
      title: `${count}${title}`,
      oneOf: numbered(count).map((each) => ({ ...each, title: each.title + title })),
    });
    const form = await ask({
      cinque: one(5),
      sei: one(6),
      dieci: one(10),
      undici: one(11),
      lunghe: one(7, ' di cui si dice molto più di quanto stia in una riga'),
    });
    await until(() => has(form, 'f/undici'));
    const control = (id: string) =>
      part(form, id).getAttribute('role') ?? part(form, id).getAttribute('type') ?? part(form, id).localName;
    expect(['cinque', 'sei', 'dieci', 'undici', 'lunghe'].map((id) => control(`f/${id}`))).to.deep.equal([
      'radio',
      'select',
      'select',
      'combobox',
      'radio',
    ]);
  });

  it('a choice that rules out the others, and a question beside its choice', async () => {
    const form = await ask({
      aiuti: {
        type: 'array',
        title: 'Chi aiuta',
        'x-settings': { exclusive: ['nessuno'], beside: { altro: 'chi' } },
        items: {
          type: 'string',
          oneOf: ['parenti', 'altro', 'nessuno'].map((each) => ({ const: each, title: each })),
        },
      },
      chi: {
        type: 'string',
        title: 'Chi?',
        maxLength: 50,
        'x-show': { '/aiuti': { type: 'array', contains: { const: 'altro' } } },
      },
    });
    const tick = async (id: string) => {
      part(form, id).click();
      await settled(form);
    };
    await tick('f/aiuti');
    await tick('f/aiuti-1');
    expect(form.value).to.deep.equal({ aiuti: ['parenti', 'altro'] });
    expect(part(form, 'f/chi').closest('fieldset')?.textContent).to.contain('parenti');
    expect(form.shadowRoot!.querySelectorAll('[id="f/chi"]').length).to.equal(1);
    await type(form, 'f/chi', 'La maestra');
    await tick('f/aiuti-2');
    expect(form.value).to.deep.equal({ aiuti: ['nessuno'] });
    expect(has(form, 'f/chi')).to.equal(false);
    await tick('f/aiuti-1');
    expect(form.value).to.deep.equal({ aiuti: ['altro'], chi: 'La maestra' });
    expect(await broken(form)).to.deep.equal([]);
  });

  it('several of many: a filter, chips that go, and the focus that stays near', async () => {
    const form = await ask(
      { lingue: { type: 'array', title: 'Lingue', items: { type: 'string', oneOf: numbered(14) } } },
      { lingue: ['v1', 'v3', 'v12'] },
    );
    await until(() => has(form, 'f/lingue'));
    expect(text(form, '.selected')).to.equal('Selezionati: 3');
    expect(form.shadowRoot!.querySelectorAll('[type=checkbox]').length).to.equal(14);
    await type(form, 'f/lingue', 'voce 1');
    expect(form.shadowRoot!.querySelectorAll('[type=checkbox]').length).to.equal(5);
    expect(await broken(form)).to.deep.equal([]);
    await press(form, '.chips li:nth-child(2) button');
    expect(form.value).to.deep.equal({ lingue: ['v1', 'v12'] });
    expect(form.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Togli Voce 12');
  });

  it('a choice that other answers leave no room for is put aside, said, and comes back', async () => {
    const lists = {
      province: [
        { id: 'PD', title: 'Padova', regione: 'veneto' },
        { id: 'LI', title: 'Livorno', regione: 'toscana' },
      ],
    };
    const form = await ask(
      {
        regione: { type: 'string', title: 'Regione', enum: ['veneto', 'toscana'] },
        provincia: {
          type: 'string',
          title: 'Provincia',
          'x-choices': { from: 'list:province', where: { regione: '/regione' } },
        },
      },
      { regione: 'veneto', provincia: 'PD' },
      { lists },
    );
    await form.validate();
    part(form, 'f/regione-1').click();
    await settled(form);
    expect(form.value).to.deep.equal({ regione: 'toscana' });
    expect(text(form, '.warning')).to.contain('Padova');
    expect(form.currentDraft.parked).to.deep.equal({ '/provincia': 'PD' });
    part(form, 'f/regione').click();
    await settled(form);
    expect(form.value).to.deep.equal({ regione: 'veneto', provincia: 'PD' });
    expect(text(form, '.warning')).to.equal('');
    form.value = {};
    await settled(form);
    expect(text(form, 'p.empty')).to.equal('Prima rispondi a «Regione».');
    expect(drawn(form, '/provincia')).to.equal(true);
  });

  it('a ranking: added, moved by buttons and by keys, taken out; each is told', async () => {
    const form = await ask({
      conta: {
        type: 'array',
        title: 'Conta',
        'x-type': 'ranking',
        maxItems: 3,
        items: { oneOf: numbered(4) },
      },
    });
    await until(() => form.shadowRoot!.querySelector('patto-ranking') !== null);
    const say = () => text(form, 'patto-ranking [role=status]');
    const left = '.ranking-left button';
    await press(form, left);
    await press(form, `${left}:nth-child(2)`);
    expect(form.value).to.deep.equal({ conta: ['v0', 'v2'] });
    expect(say()).to.equal('Voce 2: posizione 2 di 2');
    await press(form, '.ranking li:nth-child(2) .up');
    expect(form.value).to.deep.equal({ conta: ['v2', 'v0'] });
    expect(form.shadowRoot!.activeElement?.getAttribute('aria-label')).to.equal('Sposta giù: Voce 2');
    const focused = form.shadowRoot!.activeElement!;
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    await settled(form);
    expect(form.value).to.deep.equal({ conta: ['v0', 'v2'] });
    await press(form, left);
    expect(form.shadowRoot!.querySelector(left) === null).to.equal(true, 'three are the most');
    expect(await broken(form)).to.deep.equal([]);
    await press(form, '.ranking li:nth-child(1) .away');
    expect(form.value).to.deep.equal({ conta: ['v2', 'v1'] });
    expect(say()).to.equal('Voce 0: tolta dalla classifica');
  });

  it('a catalogue: found by words and category, read with provider, fund and cost, chosen once or more', async () => {
    const servizi = Array.from({ length: 30 }, (_, at) => ({
      id: `s${at}`,
      title: `Servizio ${at}`,
      tipo: at % 2 ? 'Minori' : 'Adulti',
      ente: at === 7 ? 'Cooperativa Èrica' : 'Ambito',
      fondo: 'f1',
    }));
    const fields = {
      type: 'array' as const,
      title: 'Servizi',
      'x-type': 'catalogue',
      'x-choices': { from: 'register:servizi' },
      'x-settings': {
        category: 'tipo',
        details: [{ column: 'ente' }, { column: 'fondo', title: 'Fondo', from: 'register:fondi' }],
      },
      items: { type: 'string' as const },
    };
    const lists = { servizi, fondi: [{ id: 'f1', title: 'Fondo povertà' }] };
    const form = await ask({ servizi: fields }, { servizi: ['s2'] }, { lists });
    await until(() => has(form, 'f/servizi'));
    const entries = () => [...form.shadowRoot!.querySelectorAll('.entry')];
    expect(entries().length).to.equal(6, 'the others come with a press');
    expect(entries()[0]!.textContent!.replaceAll(/\s+/g, ' ')).to.contain('Ambito · Fondo: Fondo povertà');
    expect(await broken(form)).to.deep.equal([]);
    await type(form, 'f/servizi', 'erica');
    expect(entries().length).to.equal(1);
    form.shadowRoot!.querySelector<HTMLElement>('.entry input')!.click();
    await settled(form);
    expect(form.value).to.deep.equal({ servizi: ['s2', 's7'] });
    await type(form, 'f/servizi', '');
    const select = part<HTMLSelectElement>(form, 'f/servizi-c');
    select.value = 'Minori';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(form);
    expect(text(form, '.entry')).to.contain('Servizio 1 ');
    await press(form, '.chips button');
    expect(form.value).to.deep.equal({ servizi: ['s7'] });
  });

  it('every pictogram has a name, and every name a pictogram', () => {
    expect([...pictograms].sort()).to.deep.equal(Object.keys(pictogramNames).sort());
  });
});

describe('a long list', () => {
  const comuni = ['Forlì (FC)', 'Forlimpopoli (FC)', 'Roma (RM)'].map((title, at) => ({
    id: `C${at}`,
    title,
  }));
  const asked: URL[] = [];
  const { fetch } = window;
  let reached = true;

  beforeEach(() => {
    reached = true;
    asked.length = 0;
    window.fetch = async (input, init) => {
      const url = new URL(String(input instanceof Request ? input.url : input));
      if (!url.pathname.startsWith('/api/lists/')) return fetch(input, init);
      asked.push(url);
      if (!reached) throw new TypeError('no network');
      const ids = url.searchParams.get('id')?.split(',');
      const typed = url.searchParams.get('q') ?? '';
      const rows = comuni.filter((row) => (ids ? ids.includes(row.id) : row.title.startsWith(typed)));
      return Response.json({ rows });
    };
  });
  afterEach(() => {
    window.fetch = fetch;
    close();
  });

  const open = (value: Answers = {}) =>
    ask(
      {
        comune: {
          type: 'string',
          title: 'Comune',
          'x-not-asked': ['unknown'],
          'x-choices': { from: 'list:comuni' },
        },
      },
      value,
      { lists: { comuni: [] }, partial: ['comuni'] },
    );
  const options = (form: PattoForm) =>
    [...form.shadowRoot!.querySelectorAll('[role=option]')].map((each) => each.textContent!.trim());

  it('is looked up while typing, chosen by keyboard, and read in words', async () => {
    const form = await open();
    await until(() => has(form, 'f/comune'));
    for (const typed of ['F', 'Fo', 'For']) await type(form, 'f/comune', typed);
    await until(() => options(form).length === 2);
    expect(asked.map((url) => url.searchParams.get('q'))).to.deep.equal(
      ['For'],
      'only what stands when typing pauses',
    );
    expect(part(form, 'f/comune').getAttribute('aria-activedescendant')).to.equal('f/comune-o0');
    expect(await broken(form)).to.deep.equal([]);
    await key(form, 'f/comune', 'ArrowDown');
    await key(form, 'f/comune', 'Enter');
    expect(form.value).to.deep.equal({ comune: 'C1' });
    expect(part(form, 'f/comune').value).to.equal('Forlimpopoli (FC)');
    form.view = 'read';
    await until(() => text(form, '.written') === 'Forlimpopoli (FC)');
  });

  it('titles of what is chosen already are fetched', async () => {
    const form = await open({ comune: 'C2' });
    await until(() => has(form, 'f/comune') && part(form, 'f/comune').value === 'Roma (RM)');
    expect(asked[0]!.searchParams.get('id')).to.equal('C2');
  });

  it('without a network it says so, keeps what was typed, and goes on when the network is back', async () => {
    const form = await open();
    await until(() => has(form, 'f/comune'));
    await form.validate();
    reached = false;
    await type(form, 'f/comune', 'Roma');
    await until(() => text(form, '.combobox-none').startsWith('Senza collegamento'));
    part(form, 'f/comune').blur();
    await settled(form);
    expect(part(form, 'f/comune').value).to.equal('Roma');
    expect(form.value).to.deep.equal({});
    reached = true;
    window.dispatchEvent(new Event('online'));
    part(form, 'f/comune').focus();
    part(form, 'f/comune').click();
    await until(() => options(form).length === 1);
    await key(form, 'f/comune', 'Enter');
    expect(form.value).to.deep.equal({ comune: 'C2' });
  });

  it('"non so" takes the place of a choice, and a choice that of "non so"', async () => {
    const form = await open({ comune: 'C2' });
    await until(() => has(form, 'f/comune') && part(form, 'f/comune').value === 'Roma (RM)');
    await press(form, 'button.decline');
    expect(form.value).to.deep.equal({ comune: { declined: 'unknown' } });
    expect(part(form, 'f/comune').value).to.equal('');
    await type(form, 'f/comune', 'Roma');
    await until(() => options(form).length === 1);
    await key(form, 'f/comune', 'Enter');
    expect(form.value).to.deep.equal({ comune: 'C2' });
  });
});
