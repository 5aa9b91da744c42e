// SPDX-License-Identifier: AGPL-3.0-or-later
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PattoForm, SubmitDetail } from '../../../runtime/elements/form.ts';
import {
  broken,
  close,
  definition,
  drawn,
  filled,
  has,
  next,
  part,
  press,
  settled,
  show,
  text,
  type,
  until,
} from './forms.ts';

/** Avanti where something is wrong. */
const stopped = (form: PattoForm) => next(form, '');

describe('a form', () => {
  afterEach(close);

  it('shows and hides with the answers, and gives back what was hidden', async () => {
    const form = await show();
    expect(drawn(form, '/canone')).to.equal(false);
    part(form, 'f/casa').click();
    await settled(form);
    expect(drawn(form, '/canone')).to.equal(true);
    await type(form, 'f/canone', '450,50');
    expect(form.value['canone']).to.equal(45_050);
    part(form, 'f/casa-1').click();
    await settled(form);
    expect(drawn(form, '/canone')).to.equal(false);
    expect(form.value).not.to.have.property('canone');
    expect(form.currentDraft.parked).to.deep.equal({ '/canone': 45_050 });
    part(form, 'f/casa').click();
    await settled(form);
    expect(form.value['canone']).to.equal(45_050);
  });

  it('sums up what is wrong, takes focus there, and each line leads to its field', async () => {
    const form = await show();
    await stopped(form);
    await until(() => form.shadowRoot!.activeElement?.id === 'errors');
    const links = [...form.shadowRoot!.querySelectorAll<HTMLElement>('.errors a')];
    expect(links.map((link) => link.textContent)).to.deep.equal(['Rispondi a «Nome».', 'Rispondi a «Casa».']);
    links[1]!.click();
    await until(() => form.shadowRoot!.activeElement?.id === 'f/casa');
    const described = part(form, 'f/nome').getAttribute('aria-describedby')!.split(' ');
    expect(described.some((id) => part(form, id).textContent?.includes('Rispondi a «Nome»'))).to.equal(true);
    expect(part(form, 'f/nome').getAttribute('aria-invalid')).to.equal('true');
    expect(await broken(form)).to.deep.equal([]);
  });

  it('puts "Errore: " before the title of the page only where it may', async () => {
    const before = 'Comune di Valprova';
    document.title = before;
    const quiet = await show();
    await stopped(quiet);
    expect(document.title).to.equal(before);
    const form = await show({ titleErrors: true });
    await stopped(form);
    expect(document.title).to.equal(`Errore: ${before}`);
    await type(form, 'f/nome', 'Maria');
    part(form, 'f/casa-1').click();
    await settled(form);
    await press(form, 'button.primary');
    await until(() => document.title === before);
  });

  it('keeps text that is no value, says so when it is left, and never sends it', async () => {
    const form = await show({ value: { nome: 'Maria', casa: 'affitto' } });
    await type(form, 'f/canone', 'molto');
    expect(has(form, 'f/canone-e'), 'nothing is said while typing').to.equal(false);
    part(form, 'f/nome').focus();
    await until(() => has(form, 'f/canone-e'));
    expect(part(form, 'f/canone-e').textContent).to.match(/\S/);
    expect(part(form, 'f/canone').value).to.equal('molto');
    expect(form.value).not.to.have.property('canone');
    const draft = form.currentDraft;
    expect(draft.typed).to.deep.equal({ '/canone': 'molto' });
    close();
    const again = await show({ draft });
    await settled(again);
    expect(part(again, 'f/canone').value).to.equal('molto');
    await stopped(again);
    expect(text(again, '.errors')).to.contain('Canone');
  });

  it('goes through pages to the review and submits the settled answers', async () => {
    const form = await show({ value: filled });
    await next(form, 'Famiglia');
    await until(() => form.shadowRoot!.activeElement?.id === 'heading');
    expect(text(form, '.step')).to.equal('Passo 2 di 3');
    await next(form, 'Riepilogo');
    expect(text(form, 'h2')).to.equal('Riepilogo');
    expect(text(form, 'dd')).to.equal('Maria');
    expect(await broken(form)).to.deep.equal([]);
    let sent: SubmitDetail | undefined;
    document.body.addEventListener('patto-submit', (event) => (sent = event.detail), { once: true });
    await press(form, 'button.primary');
    await until(() => sent !== undefined);
    expect(sent?.answers).to.deep.equal({ ...filled, persone: 0 });
    await press(form, '.change');
    expect(text(form, 'h2')).to.equal('Chi');
  });

  it('draws itself anew when a property changes after creation', async () => {
    const form = await show({ value: { nome: 'Maria' } });
    form.value = { nome: 'Anna' };
    await settled(form);
    expect(part(form, 'f/nome').value).to.equal('Anna');
    form.locale = 'en';
    await settled(form);
    expect(text(form, 'label')).to.equal('Name');
    expect(text(form, '.choice')).to.equal('Rent');
    expect(form.shadowRoot!.querySelector('.patto')!.getAttribute('lang')).to.equal('en');
    form.locale = 'ar';
    await settled(form);
    expect(getComputedStyle(form.shadowRoot!.querySelector('.patto')!).direction).to.equal('rtl');
    form.locale = 'it';
    form.readonly = true;
    await settled(form);
    expect(form.shadowRoot!.querySelector('input') === null).to.equal(true);
    form.readonly = false;
    form.definition = { ...definition, layout: [{ page: 'una', title: 'Una sola', items: ['/nome'] }] };
    await settled(form);
    expect(text(form, 'h2')).to.equal('Una sola');
    expect(part(form, 'f/nome').value).to.equal('Anna');
  });

  it('takes "non so" for an answer, and an answer in its place', async () => {
    const form = await show();
    await press(form, '.decline');
    expect(form.value['nome']).to.deep.equal({ declined: 'unknown' });
    expect(form.shadowRoot!.querySelector('.decline')!.getAttribute('aria-pressed')).to.equal('true');
    await type(form, 'f/nome', 'Maria');
    expect(form.value['nome']).to.equal('Maria');
    expect(form.shadowRoot!.querySelector('.decline')!.getAttribute('aria-pressed')).to.equal('false');
  });

  it('takes a whole date pasted into any of its parts, and no year that is half typed', async () => {
    const form = await show();
    await type(form, 'f/nascita', '7');
    await type(form, 'f/nascita-month', '3');
    await type(form, 'f/nascita-year', '19');
    expect(form.value).not.to.have.property('nascita');
    await type(form, 'f/nascita-year', '1985');
    expect(form.value['nascita']).to.equal('1985-03-07');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '27/12/2001');
    const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
    // Firefox takes no clipboardData from who makes the event
    Object.defineProperty(paste, 'clipboardData', { value: clipboardData });
    part(form, 'f/nascita-month').dispatchEvent(paste);
    await settled(form);
    expect(form.value['nascita']).to.equal('2001-12-27');
    expect(part(form, 'f/nascita-year').value).to.equal('2001');
  });

  it('says which part of a date is missing, that a day does not exist, that it is yet to come', async () => {
    const nascita = {
      title: 'Nascita',
      type: 'string',
      format: 'date',
      'x-settings': { to: 'today' },
    } as const;
    const form = await show({
      definition: { ...definition, schema: { type: 'object', properties: { nascita } }, layout: [] },
    });
    const written = async (day: string, month: string, year: string) => {
      await type(form, 'f/nascita', day);
      await type(form, 'f/nascita-month', month);
      await type(form, 'f/nascita-year', year);
      await form.validate();
      await settled(form);
      const wrong = [...form.shadowRoot!.querySelectorAll('.date [aria-invalid]')].map(({ id }) => id);
      return `${form.shadowRoot!.querySelector('p.error')?.textContent ?? ''} ${wrong.length}`;
    };
    expect(await written('7', '', '1985')).to.match(/^Manca il mese: .* 1$/);
    expect(await written('31', '2', '1985')).to.match(/^Questo giorno non esiste .* 3$/);
    expect(await written('7', '3', '2026')).to.equal(
      'La data non può essere successiva a oggi (02/03/2026). 3',
    );
    expect(await written('7', 'marzo', '1985')).to.equal(' 0');
    expect(form.value['nascita']).to.equal('1985-03-07');
  });

  it('counts what is left of a text, and says it when the typing pauses', async () => {
    const nota = {
      title: 'Nota',
      type: 'string',
      maxLength: 10,
      'x-settings': { counter: true, case: 'upper' },
    } as const;
    const form = await show({
      definition: { ...definition, schema: { type: 'object', properties: { nota } }, layout: [] },
    });
    const counter = () => form.shadowRoot!.querySelector('patto-counter')!;
    await until(() => counter().textContent!.includes('Restano 10 caratteri'));
    await type(form, 'f/nota', 'abcdefghi');
    await until(() => text(form, 'patto-counter [aria-hidden]') === 'Resta 1 carattere');
    expect(text(form, 'patto-counter [role=status]')).to.equal('');
    await type(form, 'f/nota', 'abcdefghijkl');
    await until(() => text(form, 'patto-counter [role=status]') === '2 caratteri di troppo');
    await type(form, 'f/nota', 'abc');
    part(form, 'f/nota').focus();
    part(form, 'f/nota').blur();
    await settled(form);
    expect(part(form, 'f/nota').value).to.equal('ABC');
    expect(form.value['nota']).to.equal('ABC');
  });

  it('counts up and down with buttons, within its limits', async () => {
    const figli = {
      title: 'Figli',
      type: 'integer',
      minimum: 0,
      maximum: 2,
      'x-settings': { buttons: true, limits: true },
    } as const;
    const form = await show({
      definition: { ...definition, schema: { type: 'object', properties: { figli } }, layout: [] },
    });
    await until(() => form.shadowRoot!.querySelectorAll('patto-step button').length === 2);
    expect(text(form, '.hint')).to.equal('Da 0 a 2.');
    const more = 'patto-step button:nth-of-type(2)';
    for (const count of [1, 2, 2]) {
      await press(form, more);
      expect(form.value['figli']).to.equal(count);
    }
    expect(form.shadowRoot!.querySelector(more)!.getAttribute('aria-disabled')).to.equal('true');
    expect(text(form, 'patto-step [role=status]')).to.equal('2');
    for (const count of [1, 0, 0]) {
      await press(form, 'patto-step button');
      expect(form.value['figli']).to.equal(count);
    }
    expect(part(form, 'f/figli').value).to.equal('0');
  });

  it('is part of a form of the host page', async () => {
    const host = document.createElement('form');
    document.body.append(host);
    const form = await show({ value: { nome: 'Maria' } }, host);
    form.setAttribute('name', 'domanda');
    form.checkValidity();
    expect(JSON.parse(String(new FormData(host).get('domanda')))['nome']).to.equal('Maria');
    await form.validate();
    expect(form.checkValidity()).to.equal(false);
    expect(host.checkValidity()).to.equal(false);
    expect(form.validationMessage).to.contain('Casa');
    host.remove();
  });

  it('is filled with the keyboard alone', async () => {
    const form = await show();
    part(form, 'f/nome').focus();
    const tab = () => sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Maria' });
    await tab(); // non so
    await tab();
    await sendKeys({ type: '7' });
    await sendKeys({ press: '/' });
    await sendKeys({ type: '3' });
    await tab();
    await sendKeys({ type: '1985' });
    await tab();
    await sendKeys({ type: 'paese 1' });
    await until(() => form.shadowRoot!.querySelectorAll('[role=option]').length > 1);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await settled(form);
    await tab();
    await sendKeys({ press: 'ArrowDown' });
    await settled(form);
    expect(form.value).to.include({ nome: 'Maria', nascita: '1985-03-07', paese: 'p10', casa: 'proprieta' });
    await tab(); // salva
    await tab();
    await sendKeys({ press: 'Enter' });
    await settled(form);
    await until(() => text(form, 'h2') === 'Famiglia');
  });
});
