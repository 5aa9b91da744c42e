// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
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

const id = (name: string) => name.padEnd(11, '_');
const row = (title: string, properties: { [key: string]: FieldSchema }): FieldSchema => ({
  title,
  type: 'object',
  properties,
});
const definition: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'pact',
  id: 'viste',
  title: 'Viste',
  schema: {
    type: 'object',
    properties: {
      entrate: {
        title: 'Entrate',
        type: 'array',
        'x-settings': { view: 'table', totals: ['importo'] },
        items: row('Entrata', {
          voce: { title: 'Voce', type: 'string' },
          importo: { title: 'Importo', type: 'integer', 'x-type': 'money' },
          fissa: { title: 'A rate?', type: 'boolean' },
          rate: {
            title: 'Rate',
            type: 'array',
            'x-show': { './fissa': { const: true } },
            items: row('Rata', {
              quando: { title: 'Quando', type: 'string' },
              nota: {
                title: 'Nota',
                type: 'string',
                'x-show': { '../importo': { type: 'integer', minimum: 100 } },
              },
            }),
          },
        }),
      },
      obiettivi: {
        title: 'Obiettivi',
        type: 'array',
        items: row('Obiettivo', { testo: { title: 'Testo', type: 'string' } }),
      },
      risultati: {
        title: 'Risultati',
        type: 'array',
        'x-settings': { view: 'linked' },
        items: row('Risultato', {
          obiettivo: { title: 'Obiettivo', type: 'string', 'x-ref': '/obiettivi' },
          testo: { title: 'Testo', type: 'string' },
        }),
      },
      schede: {
        title: 'Schede',
        type: 'array',
        'x-each': { of: 'case:/nucleo' },
        items: row('Scheda', { nota: { title: 'Nota', type: 'string' } }),
      },
    },
  },
};
const draft = {
  definition: 'viste',
  version: 1,
  answers: {
    entrate: [
      { id: id('paga'), voce: 'Stipendio', importo: 90_000 },
      { id: id('prestito'), voce: 'Prestito', fissa: true, rate: [{ id: id('marzo'), quando: 'marzo' }] },
    ],
    obiettivi: [
      { id: id('casa'), testo: 'Una casa' },
      { id: id('lavoro'), testo: 'Un lavoro' },
    ],
    risultati: [
      { id: id('primo'), obiettivo: id('casa'), testo: 'Contratto' },
      { id: id('secondo'), obiettivo: id('lavoro'), testo: 'Corso' },
      { id: id('terzo'), obiettivo: id('casa'), testo: 'Arredi' },
    ],
    schede: [{ id: id('andato'), nota: 'non c’è più' }],
  },
  typed: {},
  parked: {},
  from: {},
};
const open = async (width = '760px') => {
  const place = document.createElement('div');
  place.style.width = width;
  document.body.append(place);
  const form = await show(
    {
      definition,
      context: { ...context, case: { nucleo: [{ id: id('anna'), nome: 'Anna' }] } },
      draft: structuredClone(draft),
      bare: true,
    },
    place,
  );
  await until(() => form.shadowRoot!.querySelectorAll('patto-rows-linked patto-rows').length > 1);
  await until(() => has(form, `f/entrate/${id('paga')}/importo`));
  await settled(form);
  return form;
};
type Row = { id: string; [key: string]: unknown };
const rows = (form: PattoForm, list: string) => form.value[list] as Row[];
const names = (form: PattoForm, list: string) => rows(form, list).map((each) => each.id.replaceAll('_', ''));
const tool = (form: PattoForm, at: string, name: string) => press(form, `[id="${at}-${name}"]`);

describe('rows in a table', () => {
  afterEach(() => {
    close();
    for (const place of document.body.querySelectorAll(':scope > div')) place.remove();
  });

  it('add up their columns, with headings, nothing for axe to say', async () => {
    const form = await open();
    const table = form.shadowRoot!.querySelector('patto-rows-table table')!;
    expect([...table.querySelectorAll('thead th')].map((each) => each.textContent!.trim())).to.deep.equal([
      'Entrata',
      'Voce',
      'Importo',
      'A rate?',
    ]);
    await type(form, `f/entrate/${id('prestito')}/importo`, '10,50');
    expect(text(form, 'patto-rows-table tfoot')).to.contain('910,50 €');
    expect(await broken(form)).to.deep.equal([]);
  });

  it('hold lists of their own, whose conditions read the row around them', async () => {
    const form = await open();
    expect(drawn(form, '/entrate/0/rate')).to.equal(false);
    expect(drawn(form, '/entrate/1/rate/0/quando')).to.equal(true);
    expect(drawn(form, '/entrate/1/rate/0/nota')).to.equal(false);
    await type(form, `f/entrate/${id('prestito')}/importo`, '10,50');
    expect(drawn(form, '/entrate/1/rate/0/nota')).to.equal(true);
    part(form, `f/entrate/${id('paga')}/fissa`).click();
    await until(() => drawn(form, '/entrate/0/rate'));
  });

  it('insert, move and remove in the middle while another row is being typed into', async () => {
    const form = await open();
    const typing = part(form, `f/entrate/${id('prestito')}/importo`);
    await type(form, typing.id, 'dieci');
    await tool(form, `f/entrate/${id('paga')}`, 'insert');
    expect(rows(form, 'entrate')).to.have.length(3);
    const [, added] = rows(form, 'entrate');
    expect(form.shadowRoot!.activeElement?.id).to.equal(`f/entrate/${added!.id}-t`);
    expect(part(form, typing.id).value).to.equal('dieci');
    await tool(form, `f/entrate/${id('prestito')}`, 'up');
    expect(rows(form, 'entrate')[1]!.id).to.equal(id('prestito'));
    expect(part(form, typing.id), 'the same control').to.equal(typing);
    expect(typing.value).to.equal('dieci');
    await tool(form, `f/entrate/${id('paga')}`, 'remove');
    await press(form, '.asking .danger');
    expect(typing.value).to.equal('dieci');
    await press(form, 'patto-rows-table .undo');
    expect(names(form, 'entrate').slice(0, 2)).to.deep.equal(['paga', 'prestito']);
    expect(typing.value).to.equal('dieci');
    await type(form, typing.id, '10');
    expect(rows(form, 'entrate')[1]).to.include({ importo: 1000 });
  });

  it('are cards where there is no room, and the typing goes on', async () => {
    const form = await open('320px');
    await until(() => !form.shadowRoot!.querySelector('patto-rows-table table'));
    await type(form, `f/entrate/${id('prestito')}/importo`, 'dieci');
    form.parentElement!.style.width = '760px';
    await until(() => form.shadowRoot!.querySelector('patto-rows-table table') !== null);
    await until(() => form.shadowRoot!.activeElement?.id === `f/entrate/${id('prestito')}/importo`);
    expect(part(form, `f/entrate/${id('prestito')}/importo`).value).to.equal('dieci');
  });
});

describe('rows under what they are linked to', () => {
  afterEach(() => {
    close();
    for (const place of document.body.querySelectorAll(':scope > div')) place.remove();
  });
  const under = (form: PattoForm, name: string) =>
    [...form.shadowRoot!.querySelectorAll(`[aria-labelledby="f/risultati-of-${id(name)}-h"] .card`)].map(
      (card) => card.id.replace('f/risultati/', '').replaceAll('_', ''),
    );

  it('stand there, and stay one plain list', async () => {
    const form = await open();
    expect(under(form, 'casa')).to.deep.equal(['primo', 'terzo']);
    expect(under(form, 'lavoro')).to.deep.equal(['secondo']);
    await press(form, `[id="f/risultati-of-${id('lavoro')}"]`);
    expect(rows(form, 'risultati')[3]).to.include({ obiettivo: id('lavoro') });
    await until(() => under(form, 'lavoro').length === 2);
    await tool(form, `f/risultati/${id('terzo')}`, 'up');
    expect(under(form, 'casa')).to.deep.equal(['terzo', 'primo']);
    expect(await broken(form)).to.deep.equal([]);
  });

  it('follow their link, the focus with them', async () => {
    const form = await open();
    const other = part(form, `f/risultati/${id('primo')}/obiettivo-1`);
    other.focus();
    other.click();
    await until(() => under(form, 'lavoro').includes('primo'));
    await until(() => form.shadowRoot!.activeElement?.id === other.id);
    expect(part(form, `f/risultati/${id('primo')}/testo`).value).to.equal('Contratto');
  });

  it('name who is linked before one goes', async () => {
    const form = await open();
    await tool(form, `f/obiettivi/${id('casa')}`, 'remove');
    await until(() => text(form, '.asking p') !== '');
    expect(text(form, '.asking p')).to.contain('Contratto').and.to.contain('Arredi');
  });
});

describe('persons chosen elsewhere', () => {
  afterEach(close);
  const nested: Definition = {
    $schema: 'urn:patto:definition:1',
    kind: 'form',
    id: 'persone',
    title: 'Persone',
    schema: {
      type: 'object',
      properties: {
        nucleo: {
          title: 'Componenti',
          type: 'array',
          items: row('Componente', {
            nome: { title: 'Nome', type: 'string' },
            nascita: { title: 'Nascita', type: 'string', format: 'date' },
          }),
        },
        aiuti: {
          title: 'Aiuti',
          type: 'array',
          items: row('Aiuto', {
            che: { title: 'Che aiuto', type: 'string' },
            ore: {
              title: 'Ore',
              type: 'array',
              items: row('Ora', {
                quando: { title: 'Quando', type: 'string' },
                chi: { title: 'Chi', type: 'array', 'x-ref': '/nucleo', items: { type: 'string' } },
                altri: { title: 'Altri', type: 'string', 'x-ref': 'case:/nucleo' },
              }),
            },
          }),
        },
      },
    },
    translations: { en: { 'nucleo.item': 'Member' } },
  };
  const open = () =>
    show({
      definition: nested,
      locale: 'en',
      bare: true,
      context: {
        ...context,
        case: { nucleo: [{ id: id('zia'), nome: 'Zia', cognome: 'Rossi', nascita: '1960-03-03' }] },
      },
      value: {
        nucleo: [{ id: id('anna'), nome: 'Anna', nascita: '2025-03-01' }],
        aiuti: [
          { id: id('mensa'), che: 'Mensa', ore: [{ id: id('lunedi'), quando: 'Lunedì', chi: [id('anna')] }] },
        ],
      },
    });

  it('are called by name and age, in the language at hand', async () => {
    const form = await open();
    await until(() => has(form, `f/aiuti/${id('mensa')}/ore/${id('lunedi')}/chi`));
    const said = (field: string) =>
      part(form, `f/aiuti/${id('mensa')}/ore/${id('lunedi')}/${field}`)
        .closest('label')!
        .textContent!.trim();
    expect(said('chi')).to.equal('Anna, 1 year old');
    expect(said('altri')).to.equal('Zia Rossi, 65 years old');
    expect(text(form, `[id="f/nucleo/${id('anna')}-t"]`)).to.equal('Member 1 · Anna');
  });

  it('are named by rows inside rows before they go', async () => {
    const form = await open();
    await until(() => has(form, `f/nucleo/${id('anna')}-remove`));
    await tool(form, `f/nucleo/${id('anna')}`, 'remove');
    await until(() => text(form, '.asking p') !== '');
    expect(text(form, '.asking p')).to.contain('Lunedì');
  });
});

describe('a row whose source has gone', () => {
  afterEach(close);

  it('goes for a reason, which the draft keeps', async () => {
    const form = await open();
    const at = `f/schede/${id('andato')}`;
    await tool(form, at, 'remove');
    await press(form, '.asking .danger');
    expect(names(form, 'schede'), 'not without a reason').to.deep.equal(['anna', 'andato']);
    expect(form.shadowRoot!.activeElement?.id).to.equal(`${at}-why`);
    await type(form, `${at}-why`, 'Si è trasferita');
    await press(form, '.asking .danger');
    expect(names(form, 'schede')).to.deep.equal(['anna']);
    let saved: unknown;
    form.addEventListener('patto-save', (event) => (saved = (event as CustomEvent).detail));
    await type(form, `f/schede/${id('anna')}/nota`, 'presente');
    await until(() => saved !== undefined);
    expect((saved as typeof draft & { removed: unknown }).removed).to.deep.equal({
      [`/schede/${id('andato')}`]: 'Si è trasferita',
    });
    await press(form, '.undo');
    expect(names(form, 'schede')).to.deep.equal(['anna', 'andato']);
  });
});
