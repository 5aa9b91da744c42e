// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Draft } from '../../../schemas/types.ts';
import { broken, close, drawn, has, part, press, settled, show, text, type, until } from './forms.ts';

const ids = ['riga1aaaaaa', 'riga2aaaaaa', 'riga3aaaaaa'] as const;
const draft = (answers: Draft['answers']): Draft => ({
  definition: 'prova',
  version: 1,
  answers,
  typed: {},
  parked: {},
  from: {},
  page: 'famiglia',
});
const three = () =>
  show({
    draft: draft({
      nome: 'Maria',
      casa: 'proprieta',
      nucleo: [
        { id: ids[0], nome: 'Anna' },
        { id: ids[1], nome: 'Bruno' },
        { id: ids[2], nome: 'Carla' },
      ],
      capo: ids[1],
    }),
  });
const rows = (form: PattoForm) => form.value['nucleo'] as { id: string; nome?: string }[];
const focused = (form: PattoForm) => form.shadowRoot!.activeElement?.id;

describe('rows of a repeat', () => {
  afterEach(close);

  it('come with an id of their own, take focus, and count', async () => {
    const form = await show({ draft: draft({}) });
    await press(form, '.add');
    expect(rows(form)[0]!.id).to.match(/^[\w-]{11}$/);
    await until(() => focused(form) === `f/nucleo/${rows(form)[0]!.id}-t`);
    expect(form.value['persone']).to.equal(1);
    expect(text(form, 'output')).to.equal('1');
    await press(form, '.add');
    expect(rows(form)[1]!.id).not.to.equal(rows(form)[0]!.id);
  });

  it('keep what was typed in them when others before them go', async () => {
    const form = await three();
    const last = part(form, `f/nucleo/${ids[2]}/nome`);
    await type(form, last.id, 'Carlotta');
    await press(form, `[id="f/nucleo/${ids[0]}-remove"]`);
    expect(rows(form), 'it asks first').to.have.length(3);
    expect(focused(form)).to.equal(`f/nucleo/${ids[0]}-yes`);
    await press(form, '.asking .danger');
    expect(rows(form).map((row) => row.id)).to.deep.equal([ids[1], ids[2]]);
    expect(part(form, `f/nucleo/${ids[2]}/nome`), 'the same control').to.equal(last);
    expect(last.value).to.equal('Carlotta');
    expect(focused(form)).to.equal(`f/nucleo/${ids[1]}-t`);
    await type(form, last.id, 'Carla');
    expect(rows(form)[1]!.nome).to.equal('Carla');
  });

  it('name who refers to them before they go', async () => {
    const form = await three();
    await press(form, `[id="f/nucleo/${ids[1]}-remove"]`);
    await until(() => text(form, '.asking p') !== '');
    expect(text(form, '.asking')).to.contain('Bruno').and.to.contain('Chi fa la domanda');
    await press(form, '.asking button:last-of-type');
    expect(rows(form)).to.have.length(3);
    expect(focused(form)).to.equal(`f/nucleo/${ids[1]}-remove`);
  });

  it('move, and are called by their answers everywhere', async () => {
    const form = await three();
    await press(form, `[id="f/nucleo/${ids[2]}-up"]`);
    expect(rows(form).map((row) => row.id)).to.deep.equal([ids[0], ids[2], ids[1]]);
    expect(text(form, `[id="f/nucleo/${ids[2]}-t"]`)).to.equal('Componente 2 · Carla');
    expect(part(form, `f/nucleo/${ids[2]}/nome`).value).to.equal('Carla');
    await type(form, `f/nucleo/${ids[2]}/nome`, 'Carlotta');
    await settled(form);
    expect(text(form, `[id="f/nucleo/${ids[2]}-t"]`)).to.equal('Componente 2 · Carlotta');
    expect(text(form, 'patto-field:has([id^="f/capo"])')).to.contain('Carlotta');
  });

  it('have conditions of their own', async () => {
    const form = await three();
    part(form, `f/nucleo/${ids[1]}/lavora`).click();
    await settled(form);
    expect(drawn(form, '/nucleo/1/lavoro')).to.equal(true);
    expect(drawn(form, '/nucleo/0/lavoro')).to.equal(false);
    expect(has(form, `f/nucleo/${ids[1]}/lavoro`)).to.equal(true);
    await press(form, `[id="f/nucleo/${ids[1]}-up"]`);
    expect(drawn(form, '/nucleo/0/lavoro')).to.equal(true);
    expect(drawn(form, '/nucleo/1/lavoro')).to.equal(false);
    expect(await broken(form)).to.deep.equal([]);
  });
});
