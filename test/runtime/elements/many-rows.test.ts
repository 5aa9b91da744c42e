// SPDX-License-Identifier: AGPL-3.0-or-later
// Lists of many long rows: all of them in the document, each drawn by itself, nothing lost when others come and go.
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { PattoField } from '../../../runtime/elements/field.ts';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import { Turns } from '../../../runtime/elements/turns.ts';
import type { Answers, Definition, FieldSchema } from '../../../schemas/types.ts';
import { close, drawings, part, press, settled, show, text, type, until } from './forms.ts';

const FIELDS = 30;
const kinds: readonly FieldSchema[] = [
  { type: 'string' },
  { type: 'integer', minimum: 0 },
  { type: 'boolean' },
  { type: 'string', format: 'date' },
  { type: 'string', oneOf: ['uno', 'due', 'tre'].map((each) => ({ const: each, title: each })) },
];
const questions = (): { [key: string]: FieldSchema } => ({
  nome: { type: 'string', title: 'Nome' },
  lavora: { type: 'boolean', title: 'Lavora?' },
  lavoro: { type: 'string', title: 'Quale lavoro?', 'x-show': { './lavora': { const: true } } },
  ...Object.fromEntries(
    Array.from({ length: FIELDS - 4 }, (_, place) => [
      `campo_${place}`,
      { ...kinds[place % kinds.length]!, title: `Domanda ${place}` },
    ]),
  ),
  rate: {
    type: 'array',
    title: 'Rate',
    items: {
      type: 'object',
      title: 'Rata',
      properties: {
        quando: { type: 'string', title: 'Quando' },
        quanto: { type: 'integer', title: 'Quanto' },
      },
    },
  },
});
/** Of one name and one age a row, or of thirty questions and a list. */
const definition = (short: boolean, view?: string): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'molte',
  title: 'Molte righe',
  schema: {
    type: 'object',
    properties: {
      prima: { type: 'string', title: 'Prima' },
      righe: {
        type: 'array',
        title: 'Persone',
        maxItems: 500,
        ...(view ? { 'x-settings': { view } } : {}),
        items: {
          type: 'object',
          title: 'Persona',
          properties: short ? { nome: { type: 'string', title: 'Nome' }, eta: kinds[1]! } : questions(),
          required: ['nome'],
        },
      },
      dopo: { type: 'string', title: 'Dopo' },
    },
  },
});
const idOf = (row: number) => `riga${String(row).padStart(7, '0')}`;
const rowsOf = (count: number): Answers => ({
  righe: Array.from({ length: count }, (_, row) => ({
    id: idOf(row),
    nome: `Persona n. ${row}`,
    ...(row === 150 && count === 200 ? { rate: [{ id: 'rata0000001', quando: 'marzo' }] } : {}),
  })),
});
const many = async (count = 200, short = false, view?: string): Promise<PattoForm> =>
  show({ definition: definition(short, view), value: rowsOf(count), noAids: true });
const control = (row: number, key: string) => `f/righe/${idOf(row)}/${key}`;
const filled = (form: PattoForm, row: number, key = 'campo_0') =>
  form.shadowRoot!.getElementById(control(row, key)) !== null;
const all = (form: PattoForm, count = 200) =>
  until(() => Array.from({ length: count }, (_, row) => row).every((row) => filled(form, row)));
const rows = (form: PattoForm) => form.store!.value('/righe') as { id: string; [key: string]: unknown }[];
const titles = (form: PattoForm) =>
  [...form.shadowRoot!.querySelectorAll('[part=row-title]')]
    .filter(({ id }) => id.split('/').length === 3)
    .map((each) => each.textContent.trim());

/** Questions that draw themselves while something is done; what holds a list of its own tells that it has moved. */
const redrawn = (act: () => Promise<void>): Promise<number> =>
  drawings(PattoField, act, ({ path }) => !path.endsWith('/rate'));

/** Nothing that waits has its turn. */
async function waiting(act: () => Promise<void>): Promise<void> {
  const { next } = Turns.prototype;
  Turns.prototype.next = () => undefined;
  try {
    await act();
  } finally {
    Turns.prototype.next = next;
  }
}

/** While somebody writes in one, others come and go in the middle. */
async function edited(form: PattoForm): Promise<void> {
  const name = part(form, control(150, 'nome'));
  const number = part(form, control(150, 'campo_1'));
  await type(form, number.id, '12a');
  await type(form, name.id, 'Anna');
  const nested = part(form, 'f/righe/riga0000150/rate/rata0000001/quando');
  await press(form, `[id="f/righe/${idOf(100)}-insert"]`);
  expect(rows(form)).to.have.length(201);
  expect(form.shadowRoot!.activeElement?.id).to.equal(`f/righe/${rows(form)[101]!.id}-t`);
  // a row of others comes and one goes while somebody is writing
  name.focus();
  form.store!.rowChanges.insert('/righe', 20);
  form.store!.rowChanges.remove('/righe', 60);
  form.store!.rowChanges.insert('/righe', 0);
  await settled(form);
  expect(form.shadowRoot!.activeElement).to.equal(name);
  expect(part(form, name.id)).to.equal(name);
  expect(rows(form)[152]).to.include({ id: idOf(150), nome: 'Anna' });
  expect(titles(form)[152]).to.equal('Persona 153 · Anna');
  expect([name.value, number.value]).to.deep.equal(['Anna', '12a']);
  await type(form, name.id, 'Annalisa');
  await type(form, number.id, '12');
  await type(form, nested.id, 'aprile');
  const row = rows(form)[152]!;
  expect(row).to.include({ nome: 'Annalisa', campo_1: 12 });
  expect(row['rate']).to.deep.equal([{ id: 'rata0000001', quando: 'aprile' }]);
  expect(titles(form)[152]).to.equal('Persona 153 · Annalisa');
  // what nobody has touched yet writes to its own row too, and its condition is its own
  part(form, control(180, 'lavora')).click();
  await settled(form);
  expect(rows(form)[182]).to.include({ id: idOf(180), lavora: true });
  expect(filled(form, 180, 'lavoro')).to.equal(true);
  expect(filled(form, 181, 'lavoro')).to.equal(false);
  const kept = rows(form).map(({ id }) => id);
  expect(kept.filter((id) => id.startsWith('riga'))).to.deep.equal(
    Array.from({ length: 200 }, (_, place) => idOf(place)).filter((id) => id !== idOf(59)),
  );
  expect(titles(form).map((title) => Number(/\d+/.exec(title)![0]))).to.deep.equal(
    kept.map((_, place) => place + 1),
  );
}

describe('many rows', function () {
  this.timeout(60_000);
  afterEach(close);

  it('stand there by name at once, end in the document, and keep what is typed in them', async () => {
    const form = await many();
    expect(titles(form)).to.have.length(200);
    expect(titles(form)[199]).to.equal('Persona 200 · Persona n. 199');
    expect(filled(form, 0)).to.equal(true);
    await all(form);
    const fields = [...form.shadowRoot!.querySelectorAll('patto-field')];
    // all but the one that a condition hides draw a control; the list in a row is one more question
    expect(fields.filter((each) => /^\/righe\/\d+\/[^/]+$/.test(each.path))).to.have.length(200 * FIELDS);
    const labelled = new Set(
      [...form.shadowRoot!.querySelectorAll('.card label')].map((each) => each.getAttribute('for')),
    );
    const inputs = [...form.shadowRoot!.querySelectorAll<HTMLInputElement>('.card input[type=text]')];
    expect(inputs.filter((each) => !labelled.has(each.id) && !each.closest('label'))).to.have.length(0);
    await edited(form);
  });

  it('draw only themselves: a key in the last one, a row put among them, a row taken out', async () => {
    const form = await many(60);
    await all(form, 60);
    await form.store!.prepare();
    await type(form, control(59, 'nome'), 'A');
    expect(await redrawn(() => type(form, control(59, 'nome'), 'Ab'))).to.equal(1);
    await press(form, `[id="f/righe/${idOf(0)}-insert"]`);
    const fresh = `[id="f/righe/${rows(form)[1]!.id}-`;
    expect(await redrawn(() => press(form, `${fresh}remove"]`))).to.be.lessThan(4 * FIELDS);
    const drawn = await redrawn(() => press(form, `[id="f/righe/${idOf(0)}-insert"]`));
    expect(drawn).to.be.lessThan(4 * FIELDS);
  });

  it('are found by Tab in both directions before their turn has come', async () => {
    await waiting(async () => {
      const form = await many();
      // those near the window are drawn already
      let row = 0;
      while (filled(form, row)) row++;
      expect(row).to.be.lessThan(50);
      part(form, `f/righe/${idOf(row - 1)}-remove`).focus();
      await sendKeys({ press: 'Tab' });
      expect(form.shadowRoot!.activeElement?.id).to.equal(control(row, 'nome'));
      part(form, 'f/righe').focus();
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      expect(form.shadowRoot!.activeElement?.id).to.equal(`f/righe/${idOf(199)}-remove`);
      expect([filled(form, 190), filled(form, 120)]).to.deep.equal([false, false]);
      await form.go('/righe/120/campo_3');
      expect(filled(form, 120)).to.equal(true);
      expect(form.shadowRoot!.activeElement?.id).to.contain(idOf(120));
    });
  });

  it('beyond two hundred come when asked for, by number, by search, by an error', async () => {
    const form = await many(320, true);
    await until(() => text(form, '.row-gap') !== '');
    expect(titles(form)).to.have.length(200);
    expect(text(form, '.row-search')).to.contain('200 righe su 320');
    expect(text(form, '.row-gap')).to.contain('Dalla riga 201 alla 320: 120 righe');
    await press(form, '.row-gap button');
    expect(titles(form)).to.have.length(250);
    expect(form.shadowRoot!.activeElement?.id).to.equal(`f/righe/${idOf(200)}-t`);
    await type(form, 'f/righe/rows-search', 'n. 31');
    expect(text(form, '.row-search [role=status]')).to.equal('Righe trovate: 11');
    await press(form, '.row-search li:last-child button');
    expect(form.shadowRoot!.activeElement?.id).to.equal(`f/righe/${idOf(318)}-t`);
    expect(titles(form)).to.have.length(251);
    expect(form.shadowRoot!.querySelectorAll('.row-gap')).to.have.length(2);
    // what does not stand on the page is an answer all the same, and is checked
    form.store!.answer('/righe/299/nome', undefined);
    expect(await form.validate()).to.equal(false);
    await settled(form);
    expect(text(form, '#errors')).to.contain('Nome');
    form.shadowRoot!.querySelector<HTMLElement>('#errors a')!.click();
    await until(() => form.shadowRoot!.activeElement?.id === control(299, 'nome'));
    expect(part(form, control(299, 'nome')).getAttribute('aria-invalid')).to.equal('true');
    expect(form.value['righe']).to.have.length(320);
    form.readonly = true;
    await until(() => form.shadowRoot!.textContent.includes('Persona n. 319'));
  });

  it('stand in a table too', async () => {
    const form = await many(260, true, 'table');
    await until(() => filled(form, 199, 'nome'));
    expect(form.shadowRoot!.querySelectorAll('tbody [part=row]')).to.have.length(200);
    const last = part(form, control(199, 'nome'));
    await type(form, last.id, 'Zoe');
    await press(form, `[id="f/righe/${idOf(3)}-insert"]`);
    expect(rows(form)[200]).to.include({ id: idOf(199), nome: 'Zoe' });
    await type(form, last.id, 'Zoe M.');
    expect(rows(form)[200]).to.include({ id: idOf(199), nome: 'Zoe M.' });
    await press(form, '.row-gap button');
    expect(filled(form, 240, 'nome')).to.equal(true);
  });
});
