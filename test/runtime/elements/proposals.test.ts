// SPDX-License-Identifier: AGPL-3.0-or-later
// Proposals beside a list: taken with one tap, linked rows, changed freely afterwards; nothing where there are none.
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import '../../../runtime/elements/proposals.ts';
import type { Context, Definition } from '../../../schemas/types.ts';
import { broken, close, context, press, settled, show, text, type, until } from './forms.ts';

const list = (title: string, properties: object) => ({
  type: 'array',
  title,
  items: { title, type: 'object', properties },
});
const words = { type: 'string', title: 'Testo', maxLength: 200 };
const definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'pact',
  id: 'accordo',
  title: 'Accordo',
  schema: {
    type: 'object',
    properties: {
      mete: list('Meta', { testo: words, bisogno: { ...words, title: 'Da quale bisogno' } }),
      passi: list('Passo', {
        testo: words,
        meta: { type: 'string', title: 'Per quale meta', 'x-ref': '/mete' },
      }),
    },
  },
} as unknown as Definition;
const known = {
  ...context,
  case: {
    nucleo: [{ id: 'annaaaaaaaa', nome: 'Anna' }],
    analisi: { persone: [{ id: 'annaaaaaaaa', lavoro: 2 }], casa: 0 },
  },
  proposals: [
    {
      id: 'lavoro',
      need: 'Lavoro: {nome}',
      each: { of: 'case:/analisi/persone', where: { './lavoro': { type: 'integer', minimum: 1 } } },
      adds: [
        { to: '/mete', as: 'm', need: 'bisogno', row: { testo: '{nome} trova lavoro' } },
        { to: '/passi', row: { testo: 'Scrivere il curriculum', meta: { of: 'm' } } },
      ],
    },
    {
      id: 'casa',
      need: 'Casa',
      when: { 'case:/analisi/casa': { type: 'integer', minimum: 1 } },
      adds: [{ to: '/mete', row: { testo: 'Una casa' } }],
    },
  ],
} as unknown as Context;
const button = '.proposals button';
const has = (form: PattoForm, selector: string) => form.shadowRoot!.querySelector(selector) !== null;
type Rows = readonly { readonly id: string; readonly [key: string]: unknown }[];
const rows = (form: PattoForm, key: string) => (form.value[key] ?? []) as Rows;

describe('proposals for a list', () => {
  afterEach(close);

  it('are taken with one tap: linked rows with ids of their own, and the need they come from', async () => {
    const form = await show({ definition, context: known });
    await until(() => has(form, button));
    expect(text(form, '.proposals')).to.contain('Lavoro: Anna').and.to.contain('Anna trova lavoro');
    expect(text(form, '.proposals'), 'its condition does not hold').not.to.contain('Una casa');
    expect(await broken(form)).to.deep.equal([]);
    await press(form, button);
    await settled(form);
    const [goal] = rows(form, 'mete');
    expect(goal).to.deep.include({ testo: 'Anna trova lavoro', bisogno: 'Lavoro: Anna' });
    expect(goal!.id).to.match(/^[\w-]{11}$/);
    expect(rows(form, 'passi')).to.have.length(1);
    expect(rows(form, 'passi')[0]).to.deep.include({ testo: 'Scrivere il curriculum', meta: goal!.id });
    expect(text(form, button)).to.equal('Già aggiunta');
    await press(form, button);
    expect(rows(form, 'mete'), 'once is enough').to.have.length(1);
  });

  it('are the operator’s to change', async () => {
    const form = await show({ definition, context: known });
    await until(() => has(form, button));
    await press(form, button);
    await until(() => rows(form, 'mete').length === 1);
    const id = `f/mete/${rows(form, 'mete')[0]!.id}/testo`;
    await until(() => form.shadowRoot!.getElementById(id) !== null);
    await type(form, id, 'Anna torna al suo lavoro');
    await settled(form);
    expect(rows(form, 'mete')[0]!['testo']).to.equal('Anna torna al suo lavoro');
  });

  it('are nowhere where nothing is proposed', async () => {
    const form = await show({ definition, context });
    await settled(form);
    expect(has(form, '.proposals')).to.equal(false);
  });
});
