// SPDX-License-Identifier: AGPL-3.0-or-later
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Definition, FieldSchema } from '../../../schemas/types.ts';
import { broken, close, context, has, part, press, settled, show, text, type, until } from './forms.ts';

const oneOf = [
  { const: 'mai', title: 'Mai', 'x-score': 0 },
  { const: 'spesso', title: 'Spesso', 'x-score': 2 },
];
const asked = (title: string): FieldSchema => ({ title, oneOf });
const spent = (title: string): FieldSchema => ({
  title,
  type: 'object',
  properties: { importo: { title: 'Importo', type: 'integer', 'x-type': 'money' } },
});
const definition: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'grid',
  id: 'griglia',
  title: 'Griglia',
  schema: {
    type: 'object',
    properties: {
      mese: {
        title: 'Nell’ultimo mese',
        type: 'object',
        'x-type': 'grid',
        'x-settings': { points: true },
        'x-bands': [
          { from: 0, to: 3, code: 'bassa', title: 'Bassa' },
          { from: 3, code: 'alta', title: 'Alta' },
        ],
        properties: {
          sonno: asked('Sonno'),
          cibo: { ...asked('Cibo'), 'x-weight': 2, 'x-not-asked': ['unknown'] },
          perche: { ...asked('Ancora cibo'), 'x-show': { '/mese/cibo': { const: 'spesso' } } },
        },
        required: ['sonno'],
      },
      livelli: {
        title: 'Per persona',
        type: 'array',
        'x-each': { of: 'case:/nucleo' },
        items: {
          type: 'object',
          properties: {
            salute: {
              title: 'Salute',
              type: 'integer',
              'x-type': 'scale',
              minimum: 1,
              maximum: 6,
              'x-settings': {
                low: 'Forza',
                high: 'Problema grave',
                previous: [{ title: 'T0', from: 'case:/prima/livelli/salute' }],
              },
            },
          },
        },
      },
      spese: {
        title: 'Spese',
        type: 'object',
        'x-type': 'table',
        properties: {
          luce: spent('Luce'),
          gas: spent('Gas'),
          totale: {
            title: 'Totale',
            type: 'object',
            properties: {
              importo: {
                title: 'Importo',
                type: 'integer',
                'x-type': 'money',
                'x-value': { add: ['/spese/luce/importo', '/spese/gas/importo'] },
              },
            },
          },
        },
      },
    },
  },
};
const ids = ['persona1aaa', 'persona2aaa'] as const;
const inCase = {
  ...context,
  case: {
    nucleo: [
      { id: ids[0], nome: 'Anna' },
      { id: ids[1], nome: 'Bruno' },
    ],
    prima: {
      livelli: [
        { id: ids[1], salute: 5 },
        { id: ids[0], salute: 2 },
      ],
    },
  },
};
const open = async (width: string) => {
  const place = document.createElement('div');
  place.style.width = width;
  document.body.append(place);
  const form = await show({ definition, context: inCase, bare: true }, place);
  await until(() => text(form, '.look') !== '' || width !== '760px');
  await settled(form);
  return form;
};
const pick = async (form: PattoForm, id: string) => {
  part(form, id).click();
  await settled(form);
};

describe('grids', () => {
  afterEach(() => {
    close();
    for (const place of document.body.querySelectorAll(':scope > div')) place.remove();
  });

  it('are one table: headings for rows and columns, a group of buttons per row', async () => {
    const form = await open('760px');
    const table = form.shadowRoot!.querySelector('patto-grid table')!;
    expect([...table.querySelectorAll('thead th')].map((each) => each.textContent!.trim())).to.deep.equal([
      'Voce',
      'Mai',
      'Spesso',
      'Non so',
      'Punti',
    ]);
    expect(table.querySelectorAll('tbody th[scope=row]')).to.have.length(3);
    await pick(form, 'f/mese/sonno-1');
    expect(form.value['mese']).to.deep.equal({ sonno: 'spesso' });
    await pick(form, 'f/mese/cibo-1');
    expect(form.value['mese']).to.deep.equal({ sonno: 'spesso', cibo: 'spesso' });
    expect(part(form, 'f/mese/perche').closest('tr')!.hidden, 'shown by the row above').to.equal(false);
    await pick(form, 'f/mese/cibo-2');
    expect(form.value['mese']).to.deep.equal({ sonno: 'spesso', cibo: { declined: 'unknown' } });
    expect(await broken(form)).to.deep.equal([]);
  });

  it('count points by weight, and name the band', async () => {
    const form = await open('760px');
    await pick(form, 'f/mese/sonno-1');
    expect(text(form, 'patto-grid tfoot')).to.contain('Punti finora').and.to.contain('2');
    await pick(form, 'f/mese/cibo');
    expect(text(form, 'patto-grid tfoot')).to.contain('Totale dei punti · Bassa').and.to.contain('2');
    await pick(form, 'f/mese/cibo-1');
    await pick(form, 'f/mese/perche-1');
    expect(text(form, 'patto-grid tfoot')).to.contain('Alta').and.to.contain('8');
  });

  it('say what is wrong in the row, and lead to it', async () => {
    const form = await open('760px');
    expect(await form.validate()).to.equal(false);
    await settled(form);
    const row = part(form, 'f/mese/sonno').closest('tr')!;
    expect(row.className).to.equal('invalid');
    expect(part(form, 'f/mese/sonno').getAttribute('aria-describedby')).to.equal('f/mese/sonno-e');
    expect(part(form, 'f/mese/sonno-e').textContent).to.contain('Sonno');
    expect(await broken(form)).to.deep.equal([]);
  });

  it('stand as a list by choice with the same answers, the focus kept', async () => {
    const form = await open('760px');
    await pick(form, 'f/mese/sonno-1');
    await type(form, 'f/spese/luce/importo', 'quasi 10');
    await press(form, 'patto-grid .look');
    await until(() => !form.shadowRoot!.querySelector('patto-grid table'));
    expect(form.shadowRoot!.querySelector('patto-table table'), 'all of the page').to.equal(null);
    await until(() => has(form, 'f/mese/sonno-1') && part(form, 'f/mese/sonno-1').checked);
    expect(part(form, 'f/spese/luce/importo').value, 'text that is no value').to.equal('quasi 10');
    expect(await broken(form)).to.deep.equal([]);
    await pick(form, 'f/mese/sonno');
    await press(form, 'patto-grid .look');
    expect(part(form, 'f/mese/sonno').checked).to.equal(true);
    expect(part(form, 'f/mese/sonno').closest('table')).not.to.equal(null);
    expect(form.value['mese']).to.deep.equal({ sonno: 'mai' });
    expect(part(form, 'f/spese/luce/importo').value).to.equal('quasi 10');
  });

  it('stand as a list where there is no room, and keep the focus when that changes', async () => {
    const form = await open('320px');
    await until(() => has(form, 'f/mese/sonno'));
    await until(() => !form.shadowRoot!.querySelector('table'));
    expect(form.scrollWidth).to.be.at.most(320);
    await type(form, 'f/spese/gas/importo', '12');
    form.parentElement!.style.width = '760px';
    await until(() => form.shadowRoot!.querySelector('patto-table table') !== null);
    await until(() => form.shadowRoot!.activeElement?.id === 'f/spese/gas/importo');
    expect(await broken(form)).to.deep.equal([]);
  });

  it('show each person’s level of the wave before', async () => {
    const form = await open('760px');
    const said = [...form.shadowRoot!.querySelectorAll('patto-scale .before')].map((each) =>
      each.textContent!.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(said).to.deep.equal(['T0: 2', 'T0: 5']);
    await pick(form, `f/livelli/${ids[1]}/salute-5`);
    expect((form.value['livelli'] as { salute?: number }[]).map((row) => row.salute)).to.deep.equal([
      undefined,
      6,
    ]);
    const first = part(form, `f/livelli/${ids[0]}/salute`);
    expect(first.closest('label')!.textContent!.replaceAll(/\s+/g, ' ').trim()).to.equal('1 Forza');
  });

  it('with fixed rows hold fields, and sums at the foot', async () => {
    const form = await open('760px');
    await type(form, 'f/spese/luce/importo', '10,50');
    await type(form, 'f/spese/gas/importo', '1');
    expect(text(form, 'patto-table tfoot output')).to.equal('11,50 €');
    expect(form.value['spese']).to.deep.equal({
      luce: { importo: 1050 },
      gas: { importo: 100 },
      totale: { importo: 1150 },
    });
  });

  it('are read as tables too', async () => {
    const form = await show({
      definition,
      context: inCase,
      view: 'read',
      value: { mese: { sonno: 'spesso', cibo: { declined: 'unknown' } }, spese: { luce: { importo: 1050 } } },
    });
    await until(() => form.shadowRoot!.querySelectorAll('.answers-table').length === 2);
    const cells = (table: Element) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent!.replaceAll(/\s+/g, ' ').trim()).join(' | '),
      );
    const [grid, spent] = form.shadowRoot!.querySelectorAll('.answers-table');
    expect(cells(grid!)).to.deep.equal(['Domanda | Risposta', 'Sonno | Spesso', 'Cibo | Non so']);
    expect(cells(spent!)).to.deep.equal([
      'Domanda | Importo',
      'Luce | 10,50 €',
      'Gas | Non fornito',
      'Totale | Non fornito',
    ]);
    expect(await broken(form)).to.deep.equal([]);
  });

  it('obey keys: a stop of Tab for each question, arrows for its levels, Space chooses', async () => {
    const form = await open('760px');
    const at = () => form.shadowRoot!.activeElement?.id;
    const press = (key: string) => sendKeys({ press: key });
    await pick(form, 'f/mese/sonno');
    part(form, 'f/mese/sonno').focus();
    await press('ArrowRight');
    await settled(form);
    expect(at()).to.equal('f/mese/sonno-1');
    expect(form.value['mese']).to.deep.equal({ sonno: 'spesso' });
    await press('Tab');
    expect(at(), 'the next row, not the next button').to.equal('f/mese/cibo');
    await press(' ');
    await settled(form);
    expect(form.value['mese']).to.deep.equal({ sonno: 'spesso', cibo: 'mai' });
    await press('Tab');
    expect(at()).to.equal('f/mese-look');
    await press('Tab');
    expect(at(), 'a scale').to.equal(`f/livelli/${ids[0]}/salute`);
    await press(' ');
    await press('ArrowDown');
    await settled(form);
    expect(at()).to.equal(`f/livelli/${ids[0]}/salute-1`);
    expect((form.value['livelli'] as { salute?: number }[])[0]!.salute).to.equal(2);
    await press('Tab');
    expect(at()).to.equal(`f/livelli/${ids[1]}/salute`);
  });
});
