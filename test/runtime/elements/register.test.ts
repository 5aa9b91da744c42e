// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect } from 'chai';
import { completed, programOf } from '../../../runtime/engine/precompute.ts';
import { walk } from '../../../runtime/engine/walk.ts';
import { register } from '../../../runtime/elements/index.ts';
import { begun } from '../../../runtime/elements/withdrawn.ts';
import { PattoForm } from '../../../runtime/elements/form.ts';
import { gather } from '../../../runtime/elements/types.ts';
import { needsOf } from '../../../runtime/elements/unpublished.ts';
import { context, definition, settled, text, until } from './forms.ts';

const what = (form: string, number = 1) => ({
  interface: 1,
  district: 'valprova',
  form,
  number,
  hash: '',
  definition: { ...definition, title: `Versione ${number}` },
  check: `${location.origin}/embed/valprova/${form}@${number}.check.js`,
});

async function place(html: HTMLElement): Promise<PattoForm> {
  Object.assign(html, { context });
  document.body.append(html);
  await settled(html as PattoForm);
  return html as PattoForm;
}

describe('a published form', () => {
  it('appears where the page names it, before or after its module', async () => {
    const element = document.createElement('patto-form');
    element.setAttribute('form', 'valprova/prima');
    document.body.append(element);
    await register(what('prima'));
    const early = await place(element);
    await until(() => text(early, 'h2') === 'Chi');
    const late = document.createElement('patto-form');
    late.setAttribute('form', 'valprova/prima');
    expect(text(await place(late), 'h2')).to.equal('Chi');
    early.remove();
    late.remove();
  });

  it('has a tag of its own, and the first version on a page stays', async () => {
    await register(what('seconda', 2));
    await register(what('seconda', 3));
    const form = await place(document.createElement('valprova-seconda'));
    await until(() => text(form, 'h2') === 'Chi');
    expect(form.currentDraft).to.include({ definition: 'prova', version: 2 });
    form.remove();
  });

  it('that was withdrawn is not drawn: that is said in its place, and who has begun goes on', async () => {
    const form = document.createElement('patto-form');
    form.setAttribute('form', 'valprova/ritirata');
    Object.assign(form, { context });
    document.body.append(form);
    const registered = begun(what('ritirata')).then(() => register(what('ritirata')));
    await until(() => form.nextElementSibling?.textContent?.includes('non si usa più') === true);
    expect(form.hidden).to.equal(true);
    expect(text(form as PattoForm, 'h2')).to.equal('');
    form.nextElementSibling!.querySelector('button')!.click();
    await registered;
    expect(form.hidden).to.equal(false);
    await until(() => text(form as PattoForm, 'h2') === 'Chi');
    expect(form.nextElementSibling?.textContent ?? '').not.to.include('non si usa più');
    form.remove();
    localStorage.setItem('patto:valprova/ripresa', '{}');
    await begun(what('ripresa'));
    localStorage.removeItem('patto:valprova/ripresa');
  });

  it('whose server does not answer says so, and tries again when asked', async () => {
    await register(what('quarta'));
    const form = document.createElement('valprova-quarta') as PattoForm;
    document.body.append(form);
    await until(() => text(form, '[role=alert]').includes('non è disponibile'));
    const real = window.fetch;
    window.fetch = async () => new Response(JSON.stringify(context));
    form.shadowRoot!.querySelector('button')!.click();
    await until(() => text(form, 'h2') === 'Chi');
    window.fetch = real;
    form.remove();
  });

  it('that was made ready is drawn, answers and all, in the task in which it is placed', async () => {
    const { engine } = await gather(needsOf(definition));
    const outline = walk(definition, engine);
    const made = { definition: completed(outline), program: programOf(outline) };
    await register({ ...what('quinta'), ...made });
    await PattoForm.ready('valprova/quinta', true);
    const form = document.createElement('patto-form');
    const next = new Promise((done) => setTimeout(done));
    const drawn: string[] = [];
    const plain = Object.assign(form, { form: 'valprova/quinta', context, value: { nome: 'Ada' } });
    document.body.append(plain);
    const watch = new MutationObserver(() => drawn.push(plain.shadowRoot!.textContent));
    watch.observe(plain.shadowRoot!, { childList: true, subtree: true });
    await next;
    expect(plain.shadowRoot!.querySelector<HTMLInputElement>('patto-field input')?.value).to.equal('Ada');
    expect(drawn.join()).not.to.contain('Caricamento');
    watch.disconnect();
    plain.remove();
  });

  it('of an interface that the runtime does not know is refused in place', async () => {
    const element = document.createElement('patto-form');
    element.setAttribute('form', 'valprova/futura');
    document.body.append(element);
    await register({ ...what('futura'), interface: 2 });
    expect(element.nextElementSibling?.textContent).to.contain('non può essere mostrato');
    expect(element.nextElementSibling?.getAttribute('role')).to.equal('alert');
    element.nextElementSibling?.remove();
    element.remove();
  });
});
