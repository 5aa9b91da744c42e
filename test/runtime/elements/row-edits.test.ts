// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Definition, Draft, FieldSchema } from '../../../schemas/types.ts';
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

/** Three lists, one in the other; the innermost asks what the outermost answers. */
const rows = (title: string, properties: { [key: string]: FieldSchema }): FieldSchema => ({
  title,
  type: 'array',
  items: { title: title.slice(0, -1), type: 'object', properties },
});
const deep: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'profondo',
  title: 'Tre livelli',
  schema: {
    type: 'object',
    properties: {
      case: rows('Case', {
        tipo: { title: 'Tipo', type: 'string' },
        persone: rows('Persone', {
          nome: { title: 'Nome', type: 'string' },
          entrate: rows('Entrate', {
            voce: { title: 'Voce', type: 'string' },
            importo: { title: 'Importo', type: 'integer', 'x-type': 'money' },
            nota: {
              title: 'Nota',
              type: 'string',
              'x-show': { '../../tipo': { const: 'affitto' }, '../nome': { const: 'Anna' } },
            },
          }),
        }),
      }),
    },
  },
};
const id = (name: string) => name.padEnd(11, '_');
const begun: Draft = {
  definition: 'profondo',
  version: 1,
  answers: {
    case: [
      {
        id: id('casa1'),
        tipo: 'affitto',
        persone: [
          { id: id('anna'), nome: 'Anna', entrate: [{ id: id('paga'), voce: 'Paga', nota: 'mensile' }] },
          { id: id('bruno'), nome: 'Bruno', entrate: [{ id: id('affitti'), voce: 'Affitti' }] },
        ],
      },
      { id: id('casa2'), tipo: 'proprietà', persone: [] },
    ],
  },
  typed: {},
  parked: {},
  from: {},
};
const open = async () => {
  const form = await show({ definition: deep, context, draft: structuredClone(begun) });
  await until(() => has(form, importo('anna', 'paga')) && text(form, '.copy') !== '');
  return form;
};
const importo = (person: string, entry: string, house = 'casa1') =>
  `f/case/${id(house)}/persone/${id(person)}/entrate/${id(entry)}/importo`;
const row = (...names: string[]) =>
  `f/case/${names
    .map(id)
    .join('/persone/')
    .replace(/(persone\/[^/]+)\/persone/, '$1/entrate')}`;
type Row = { id: string; [key: string]: unknown };
const houses = (form: PattoForm) => form.value['case'] as Row[];
const people = (form: PattoForm, house = 0) => houses(form)[house]!['persone'] as Row[];
const entries = (form: PattoForm, person: number) => people(form)[person]!['entrate'] as Row[];
const tool = (form: PattoForm, at: string, name: string) => press(form, `[id="${at}-${name}"]`);

describe('rows three deep', () => {
  afterEach(close);

  it('show by the rows around them, wherever these move', async () => {
    const form = await open();
    expect(drawn(form, '/case/0/persone/0/entrate/0/nota')).to.equal(true);
    expect(drawn(form, '/case/0/persone/1/entrate/0/nota')).to.equal(false);
    await type(form, `f/case/${id('casa1')}/persone/${id('bruno')}/nome`, 'Anna');
    expect(drawn(form, '/case/0/persone/1/entrate/0/nota')).to.equal(true);
    await tool(form, row('casa1'), 'down');
    expect(drawn(form, '/case/1/persone/0/entrate/0/nota')).to.equal(true);
    await type(form, `f/case/${id('casa1')}/tipo`, 'comodato');
    expect(drawn(form, '/case/1/persone/0/entrate/0/nota')).to.equal(false);
    expect(await broken(form)).to.deep.equal([]);
  });

  it('lose nothing that is being typed when rows come and go before them', async () => {
    const form = await open();
    const typing = part(form, importo('bruno', 'affitti'));
    await type(form, typing.id, '12,345');
    await tool(form, row('casa1', 'anna'), 'insert');
    expect(people(form).map((each) => each.id)).to.have.length(3);
    expect(people(form)[2]!.id, 'the new row stands in the middle').to.equal(id('bruno'));
    expect(part(form, typing.id), 'the same control').to.equal(typing);
    expect(typing.value, 'text that is no value').to.equal('12,345');
    await tool(form, row('casa1', 'anna'), 'remove');
    await press(form, '.asking .danger');
    expect(typing.value).to.equal('12,345');
    await until(() => form.shadowRoot!.querySelectorAll('[aria-invalid=true]').length === 1);
    await type(form, typing.id, '12,34');
    expect(entries(form, 1)[0]).to.include({ id: id('affitti'), importo: 1234 });
  });

  it('come back whole: hidden answers, texts that are no value, ids, place', async () => {
    const form = await open();
    await type(form, importo('anna', 'paga'), 'mille');
    await type(form, `f/case/${id('casa1')}/persone/${id('anna')}/nome`, 'Bianca');
    expect(entries(form, 0)[0], 'parked').not.to.have.property('nota');
    await tool(form, row('casa1', 'anna'), 'remove');
    await press(form, '.asking .danger');
    expect(people(form).map((each) => each.id)).to.deep.equal([id('bruno')]);
    await press(form, '.undo');
    await until(() => has(form, importo('anna', 'paga')));
    expect(people(form).map((each) => each.id)).to.deep.equal([id('anna'), id('bruno')]);
    expect(part(form, importo('anna', 'paga')).value).to.equal('mille');
    expect(form.shadowRoot!.activeElement?.id).to.equal(`${row('casa1', 'anna')}-t`);
    await type(form, `f/case/${id('casa1')}/persone/${id('anna')}/nome`, 'Anna');
    expect(entries(form, 0)[0]).to.include({ nota: 'mensile' });
  });

  it('what was typed in a row that went is no longer wrong', async () => {
    const form = await open();
    await type(form, importo('anna', 'paga'), 'mille');
    expect(await form.validate()).to.equal(false);
    await tool(form, row('casa1', 'anna'), 'remove');
    await press(form, '.asking .danger');
    expect(await form.validate()).to.equal(true);
  });

  it('are duplicated with ids of their own, all the way down', async () => {
    const form = await open();
    await type(form, importo('anna', 'paga'), 'mille');
    await tool(form, row('casa1'), 'copy');
    await until(() => houses(form).length === 3);
    const [first, copy] = [houses(form)[0]!, houses(form)[1]!];
    const ids = (value: unknown): string[] =>
      Array.isArray(value)
        ? value.flatMap(ids)
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, one]) => (key === 'id' ? [String(one)] : ids(one)))
          : [];
    expect(ids(copy)).to.have.length(ids(first).length);
    expect(ids(copy).filter((each) => ids(first).includes(each))).to.deep.equal([]);
    const [anna] = copy['persone'] as Row[];
    const [paga] = anna!['entrate'] as Row[];
    const twin = `f/case/${copy.id}/persone/${anna!.id}/entrate/${paga!.id}/importo`;
    await until(() => has(form, twin));
    expect(part(form, twin).value, 'text that is no value').to.equal('mille');
    await type(form, twin, '1');
    expect(part(form, importo('anna', 'paga')).value).to.equal('mille');
  });

  it('obey keys, the innermost row first', async () => {
    const form = await open();
    const press = async (at: string, key: string) => {
      const event = { key, altKey: true, shiftKey: true, bubbles: true, composed: true, cancelable: true };
      part(form, at).dispatchEvent(new KeyboardEvent('keydown', event));
      await settled(form);
    };
    await press(`f/case/${id('casa1')}/persone/${id('anna')}/nome`, 'ArrowDown');
    expect(people(form).map((each) => each.id)).to.deep.equal([id('bruno'), id('anna')]);
    expect(houses(form)[0]!.id).to.equal(id('casa1'));
    await press(`f/case/${id('casa1')}/persone/${id('anna')}/nome`, 'd');
    expect(people(form)).to.have.length(3);
    await press(`f/case/${id('casa1')}/tipo`, 'ArrowDown');
    expect(houses(form)[1]!.id).to.equal(id('casa1'));
  });
});
