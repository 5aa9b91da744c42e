// SPDX-License-Identifier: AGPL-3.0-or-later
// Casts: they cannot be told from what is drawn, and whoever turns to one loses nothing.
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import { Moulds } from '../../../runtime/elements/mould.ts';
import type { Answers, Definition, FieldSchema } from '../../../schemas/types.ts';
import { close, part, settled, show, until } from './forms.ts';

const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ const: `c${index}`, title: `Voce ${index}` }));

/** A schema, two answers that are right, one that is not. */
const kinds: { readonly [name: string]: readonly [FieldSchema, ...unknown[]] } = {
  testo: [{ type: 'string', maxLength: 20 }, 'Reggio', 'Modena', 'troppo lungo per venti'],
  lungo: [{ type: 'string', maxLength: 1100 }, 'Una riga', 'Un’altra', 'x'.repeat(1060)],
  intero: [{ type: 'integer', maximum: 50, 'x-unit': 'anni' }, 12, 34, 77],
  soldi: [{ type: 'integer', 'x-type': 'money', minimum: 100 }, 1250, 99900, 1],
  data: [{ type: 'string', format: 'date' }, '1985-03-27', '2001-12-01', '2001-12-01'],
  lavora: [{ type: 'boolean' }, true, false, true],
  pochi: [{ type: 'string', oneOf: choices(3) }, 'c1', 'c2', 'no'],
  molti: [{ type: 'string', oneOf: choices(8) }, 'c5', 'c7', 'no'],
  alcuni: [{ type: 'array', items: { type: 'string', oneOf: choices(4) } }, ['c1', 'c3'], ['c2'], ['no']],
  codice: [{ type: 'string', 'x-type': 'tax-code' }, 'RSSMRA80A01H501U', 'RSSMRA80A01H501U', 'XXX'],
};

/** Every kind: not answered, required, with a hint, answered twice alike and once otherwise, wrong, refused, locked. */
const properties: { [key: string]: FieldSchema } = {};
const answers: Answers = {};
const required: string[] = [];
for (const [name, [schema, one, other, wrong]] of Object.entries(kinds)) {
  const add = (suffix: string, more: FieldSchema = {}, answer?: unknown) => {
    const key = `${name}_${suffix}`;
    properties[key] = { ...schema, title: `Domanda ${key}`, ...more };
    if (answer !== undefined) answers[key] = answer;
    return key;
  };
  for (const time of ['a', 'b']) {
    add(`vuota_${time}`);
    add(`aiuto_${time}`, { 'x-hint': `Aiuto ${time}` });
    required.push(add(`serve_${time}`), add(`scritta_${time}`, { 'x-not-asked': ['unknown'] }, one));
    add(`chiusa_${time}`, { readOnly: true }, one);
    add(`sbagliata_${time}`, {}, wrong);
    add(`taciuta_${time}`, { 'x-not-asked': ['unknown'] }, { declined: 'unknown' });
  }
  add('altra', {}, other);
}
const definition: Definition = {
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'stampi',
  title: 'Stampi',
  schema: { type: 'object', properties, required },
  translations: { en: { 'testo_vuota_b.title': 'A text', 'pochi_vuota_b=c1': 'First' } },
};
const all = Object.keys(properties);

const fields = (form: PattoForm) => [...form.shadowRoot!.querySelectorAll('patto-field')];
const field = (form: PattoForm, key: string) => fields(form).find((each) => each.path === `/${key}`)!;
/** Lit leaves comments in what it draws. */
const isCast = (form: PattoForm, key: string) =>
  ![...field(form, key).childNodes].some((node) => node instanceof Comment);

/** All that can be seen or heard of a tree. */
function outline(node: Node): unknown {
  if (node instanceof Text) return node.data.trim().replace(/\s+/g, ' ') || undefined;
  // counts by itself, a moment later
  if (!(node instanceof HTMLElement) || node.localName === 'patto-counter') return undefined;
  const { value, checked, selectedIndex, disabled, readOnly } = node as HTMLInputElement & HTMLSelectElement;
  const attributes = [...node.attributes].map((each) => `${each.name}=${each.value}`).sort();
  const inside = [...node.childNodes].map(outline).filter((each) => each !== undefined);
  return [node.localName, attributes, { value, checked, selectedIndex, disabled, readOnly }, inside];
}

async function whole(properties: Partial<PattoForm> = {}): Promise<PattoForm> {
  const form = await show({ definition, value: answers, bare: true, ...properties });
  await until(() => fields(form).length === all.length);
  return form;
}

/** The same form without casts. */
async function drawnOnly(properties: Partial<PattoForm> = {}): Promise<PattoForm> {
  const own = Moulds.prototype.cast;
  Moulds.prototype.cast = () => undefined;
  try {
    const form = await whole(properties);
    await form.validate();
    await settled(form);
    return form;
  } finally {
    Moulds.prototype.cast = own;
  }
}

const enter = (control: HTMLInputElement | HTMLTextAreaElement, text: string) => {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};

describe('a cast', () => {
  afterEach(close);

  for (const locale of ['it', 'en'])
    it(`is what would be drawn, before and after errors are shown (${locale})`, async () => {
      const form = await whole({ locale });
      const casts = all.filter((key) => isCast(form, key)).length;
      expect(casts).to.be.greaterThan(all.length * 0.7);
      const first = fields(form).map(outline);
      await form.validate();
      await settled(form);
      const wrong = fields(form).map(outline);
      close();
      const drawn = await drawnOnly({ locale });
      expect(all.filter((key) => isCast(drawn, key))).to.deep.equal([]);
      const same = fields(drawn).map(outline);
      for (const [place, key] of all.entries()) expect(wrong[place], key).to.deep.equal(same[place]);
      expect(JSON.stringify(first)).not.to.equal(JSON.stringify(wrong));
    });

  it('wakes under the keyboard: the same control, its caret, what is typed', async () => {
    const form = await whole();
    const control = part(form, 'f/testo_scritta_b');
    expect(isCast(form, 'testo_scritta_b')).to.equal(true);
    control.focus();
    control.setSelectionRange(2, 4);
    await settled(form);
    expect(isCast(form, 'testo_scritta_b')).to.equal(false);
    expect(part(form, 'f/testo_scritta_b')).to.equal(control);
    expect(form.shadowRoot!.activeElement).to.equal(control);
    expect([control.selectionStart, control.selectionEnd, control.value]).to.deep.equal([2, 4, 'Reggio']);
    enter(control, 'Reggio Emilia');
    await settled(form);
    expect(form.value['testo_scritta_b']).to.equal('Reggio Emilia');
    expect(part(form, 'f/testo_scritta_b')).to.equal(control);
    expect(form.value['testo_scritta_a']).to.equal('Reggio');
  });

  it('takes what a browser fills in without focus', async () => {
    const form = await whole();
    const control = part(form, 'f/testo_vuota_b');
    enter(control, 'Carlotta');
    enter(part(form, 'f/lungo_vuota_b'), 'Due\nrighe');
    enter(part(form, 'f/intero_vuota_b'), '7');
    for (const [end, text] of Object.entries({ '': '1', '-month': '2', '-year': '2003' })) {
      enter(part(form, `f/data_vuota_b${end}`), text);
      await Promise.resolve();
    }
    const list = part<HTMLSelectElement>(form, 'f/molti_vuota_b') as unknown as HTMLSelectElement;
    list.selectedIndex = 4;
    list.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(form);
    const { value } = form;
    expect(control.value).to.equal('Carlotta');
    expect(list.selectedIndex).to.equal(4);
    expect([value['testo_vuota_b'], value['lungo_vuota_b'], value['intero_vuota_b']]).to.deep.equal(['Carlotta', 'Due\nrighe', 7]); // prettier-ignore
    expect([value['data_vuota_b'], value['molti_vuota_b']]).to.deep.equal(['2003-02-01', 'c3']);
  });

  it('answers to a click on its label, one radio button of its own group', async () => {
    const form = await whole();
    const label = (id: string) => part(form, id).closest('label') ?? part(form, id);
    label('f/pochi_scritta_b-2').click();
    label('f/lavora_vuota_b-1').click();
    label('f/alcuni_scritta_b').click();
    await settled(form);
    const { value } = form;
    expect([value['pochi_scritta_b'], value['lavora_vuota_b']]).to.deep.equal(['c2', false]);
    expect(value['alcuni_scritta_b']).to.deep.equal(['c0', 'c1', 'c3']);
    expect(value['pochi_scritta_a']).to.equal('c1');
    const chosen = [...field(form, 'pochi_scritta_b').querySelectorAll('input')].map((each) => each.checked);
    expect(chosen).to.deep.equal([false, false, true]);
    const words = field(form, 'testo_vuota_b').querySelector('label')!;
    words.click();
    expect(form.shadowRoot!.activeElement).to.equal(part(form, 'f/testo_vuota_b'));
  });

  it('"non so" works at the first press', async () => {
    const form = await whole();
    field(form, 'intero_scritta_b').querySelector('button')!.click();
    await settled(form);
    expect(form.value['intero_scritta_b']).to.deep.equal({ declined: 'unknown' });
    expect(field(form, 'intero_scritta_b').querySelector('input')!.value).to.equal('');
  });

  it('follows the store, and keeps the focus that came without an event', async () => {
    const form = await whole();
    form.store!.answer('/testo_vuota_a', 'Da altrove');
    await settled(form);
    expect(part(form, 'f/testo_vuota_a').value).to.equal('Da altrove');
    expect(isCast(form, 'testo_vuota_a')).to.equal(true);
    const control = part(form, 'f/testo_vuota_a');
    control.addEventListener('focus', (event) => event.stopImmediatePropagation(), true);
    control.focus();
    form.store!.answer('/testo_vuota_a', 'Ancora');
    await settled(form);
    expect(part(form, 'f/testo_vuota_a')).to.equal(control);
    expect(control.value).to.equal('Ancora');
  });

  it('that a translator has changed is drawn anew around what is being typed', async () => {
    const form = await whole();
    const label = field(form, 'testo_vuota_b').querySelector('label')!;
    const font = document.createElement('font');
    font.append(...label.childNodes);
    label.append(font);
    enter(part(form, 'f/testo_vuota_b'), 'Anna');
    part(form, 'f/testo_vuota_b').focus();
    enter(part(form, 'f/testo_vuota_b'), 'Anna Maria');
    await settled(form);
    expect(form.value['testo_vuota_b']).to.equal('Anna Maria');
    expect(part(form, 'f/testo_vuota_b').value).to.equal('Anna Maria');
    expect(form.shadowRoot!.activeElement).to.equal(part(form, 'f/testo_vuota_b'));
  });

  it('changes its language', async () => {
    const form = await whole();
    form.locale = 'en';
    await form.updateComplete;
    await settled(form);
    expect(field(form, 'testo_vuota_b').textContent).to.contain('A text');
    expect(field(form, 'pochi_vuota_b').textContent).to.contain('First');
    expect(field(form, 'pochi_vuota_a').textContent).not.to.contain('First');
    expect(field(form, 'lavora_vuota_b').textContent).to.contain('Yes');
  });
});
