// SPDX-License-Identifier: AGPL-3.0-or-later
// Ways to read and to fill in: one question at a time, all at once, aids, fast keys, two compilations, paper.
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { Answers, Definition } from '../../../schemas/types.ts';
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

const focused = (form: PattoForm) => form.shadowRoot!.activeElement?.id;
const all = (form: PattoForm, selector: string): string[] =>
  [...form.shadowRoot!.querySelectorAll<HTMLElement>(selector)].map((each) =>
    each.innerText.replaceAll(/\s+/g, ' ').trim(),
  );
const key = (form: PattoForm, name: string, more: KeyboardEventInit = {}): boolean => {
  const at = form.shadowRoot!.activeElement ?? form.shadowRoot!.querySelector('.patto')!;
  const init = { key: name, bubbles: true, composed: true, cancelable: true, ...more };
  return !at.dispatchEvent(new KeyboardEvent('keydown', init));
};
const anew = () => ['patto:reading', 'patto:shared'].forEach((each) => localStorage.removeItem(each));

describe('a form at another pace', () => {
  afterEach(close);

  it('asks one question at a time, checks it, and says no total', async () => {
    const form = await show({ pace: 'question', noAids: true });
    await settled(form);
    expect(all(form, 'footer button')).to.deep.equal(['Salva', 'Avanti']);
    expect(text(form, '.step')).to.equal('Passo 1');
    expect([drawn(form, '/nome'), drawn(form, '/casa')]).to.deep.equal([true, false]);
    await press(form, 'button.primary');
    await until(() => focused(form) === 'errors');
    await type(form, 'f/nome', 'Maria');
    await press(form, 'button.primary');
    await until(() => drawn(form, '/nascita'));
    await until(() => form.shadowRoot!.activeElement?.closest('patto-field')?.path === '/nascita');
    expect(all(form, 'footer button')).to.deep.equal(['Indietro', 'Salva', 'Avanti']);
    await press(form, 'button.primary');
    await until(() => form.shadowRoot!.activeElement?.closest('patto-field')?.path === '/paese');
    await press(form, 'button.primary');
    await until(() => focused(form) === 'f/casa');
    part(form, 'f/casa').click();
    await settled(form);
    expect(drawn(form, '/canone'), 'what an answer asks for comes next, not here').to.equal(false);
    await press(form, 'button.primary');
    await until(() => focused(form) === 'f/canone');
    await press(form, 'button.back');
    await until(() => focused(form) === 'f/casa');
    expect(await broken(form)).to.deep.equal([]);
    form.pace = 'page';
    await settled(form);
    await until(() => drawn(form, '/nome') && drawn(form, '/casa'));
  });

  it('shows every page at once, under its heading', async () => {
    const form = await show({ pace: 'all', noAids: true, value: { casa: 'affitto' } });
    expect(all(form, 'h2')).to.deep.equal(['Modulo di prova', 'Chi', 'Famiglia']);
    expect([drawn(form, '/nome'), drawn(form, '/nucleo')]).to.deep.equal([true, true]);
    await press(form, 'button.primary');
    await until(() => has(form, 'errors'));
    expect(all(form, '.errors a')).to.deep.equal(['Rispondi a «Nome».', 'Rispondi a «Canone».']);
    form.value = filled;
    await settled(form);
    await next(form, 'Riepilogo');
    await press(form, 'button.back');
    await until(() => drawn(form, '/nucleo'));
  });

  it('puts one answer right from the review and comes back to it', async () => {
    const form = await show({ value: filled, noAids: true });
    await next(form, 'Famiglia');
    await next(form, 'Riepilogo');
    const change = [...form.shadowRoot!.querySelectorAll<HTMLElement>('.change')];
    expect(change.map((each) => each.textContent?.replaceAll(/\s+/g, ' ').trim())).to.include.members([
      'Modifica: Nome',
      'Modifica: Canone',
      'Modifica: Componenti',
    ]);
    expect(all(form, '.not-given').slice(0, 2)).to.deep.equal(['Non fornito', 'Non fornito']);
    change.find((each) => each.textContent?.includes('Canone'))!.click();
    await until(() => focused(form) === 'f/canone');
    await type(form, 'f/canone', '500');
    expect(text(form, 'button.primary')).to.equal('Torna al riepilogo');
    await next(form, 'Riepilogo');
    expect(all(form, '.written')).to.include('500,00 €');
    expect(all(form, 'footer button')).to.deep.equal(['Indietro', 'Salva', 'Conferma e invia']);
  });
});

const plain: Definition = {
  ...definition,
  translations: {
    ...definition.translations,
    'it-x-facile': { 'nome.title': 'Come ti chiami?' },
    ar: { 'nome.title': 'الاسم' },
  },
};

describe('reading aids', () => {
  beforeEach(anew);
  afterEach(async () => {
    const form = await show();
    await press(form, '.aids');
    await until(() => form.shadowRoot!.querySelector('.aids-panel') !== null);
    await press(form, '[name=reset]');
    close();
    anew();
  });
  const open = async (form: PattoForm) => {
    await press(form, '.aids');
    await until(() => form.shadowRoot!.querySelector('.aids-panel') !== null);
    await settled(form);
  };

  it('say things more simply, text by text, larger, in another language; and every form remembers', async () => {
    const form = await show({ definition: plain });
    await open(form);
    expect(await broken(form)).to.deep.equal([]);
    await press(form, '[name=plain]');
    await until(() => text(form, 'patto-field label') === 'Come ti chiami?');
    expect(all(form, 'patto-field legend')[1]).to.contain('Casa');
    const before = part(form, 'f/nome').getBoundingClientRect().height;
    for (let times = 0; times < 6; times++) await press(form, '[name=larger]');
    expect(text(form, '.size output')).to.equal('200 %');
    expect(part(form, 'f/nome').getBoundingClientRect().height).to.be.closeTo(before * 2, 4);
    const other = await show({ definition: plain });
    await until(() => text(other, 'label') === 'Come ti chiami?');
    const english = await show();
    expect(text(english, 'label'), 'a form without plain words says its own').to.equal('Nome');
    const language = part<HTMLSelectElement>(form, 'aids-language');
    expect([...language.options].map(({ value }) => value)).to.deep.equal(['it', 'en', 'ar']);
    language.value = 'ar';
    language.dispatchEvent(new Event('change'));
    await until(() => text(form, 'patto-field label') === 'الاسم');
    expect(getComputedStyle(form.shadowRoot!.querySelector('.patto')!).direction).to.equal('rtl');
    expect(JSON.parse(localStorage.getItem('patto:reading')!)).to.deep.equal({
      plain: true,
      size: 200,
      language: 'ar',
    });
  });

  it('are forgotten on a shared device', async () => {
    localStorage.setItem('patto:shared', '1');
    const form = await show({ definition: plain });
    await open(form);
    await press(form, '[name=spacing]');
    expect(localStorage.getItem('patto:reading')).to.equal(null);
    expect(text(form, '.aids-panel')).to.contain('Dispositivo condiviso');
  });

  it('read the question aloud, and stop with Escape', async () => {
    const said: string[] = [];
    let stops = 0;
    const voices = [{ lang: 'it-IT', name: 'prova' }];
    const kept = Object.getOwnPropertyDescriptor(globalThis, 'speechSynthesis');
    const spoken = globalThis.SpeechSynthesisUtterance;
    Object.defineProperty(globalThis, 'speechSynthesis', {
      configurable: true,
      value: {
        getVoices: () => voices,
        speak: ({ text: words }: { text: string }) => said.push(words),
        cancel: () => (stops += 1),
        addEventListener: () => undefined,
      },
    });
    globalThis.SpeechSynthesisUtterance = class {
      text: string;
      constructor(words: string) {
        this.text = words;
      }
    } as never;
    try {
      const form = await show();
      await open(form);
      part(form, 'f/casa').focus();
      expect(said, 'silent until it is asked for').to.deep.equal([]);
      await press(form, '[name=aloud]');
      part(form, 'f/nome').focus();
      part(form, 'f/casa').focus();
      expect(said.at(-1)).to.equal(
        'Casa, obbligatoria. Dove abita oggi. Rispondi a «Casa». Risposte possibili: Affitto; Proprietà.',
      );
      const before = stops;
      key(form, 'Escape');
      expect(stops).to.equal(before + 1);
      voices.length = 0;
      form.requestUpdate();
      await settled(form);
      expect(text(form, '.aids-panel')).to.contain('non ha una voce');
    } finally {
      Object.defineProperty(globalThis, 'speechSynthesis', kept!);
      globalThis.SpeechSynthesisUtterance = spoken;
    }
  });

  it('set a pictogram beside the label where the definition names one', async () => {
    const { nome } = definition.schema.properties;
    const drawnWith: Definition = {
      ...definition,
      schema: {
        ...definition.schema,
        properties: {
          ...definition.schema.properties,
          nome: { ...nome, 'x-settings': { pictogram: 'person' } },
        } as Definition['schema']['properties'],
      },
    };
    const form = await show({ definition: drawnWith });
    await until(() => form.shadowRoot!.querySelector('label .label-pictogram svg') !== null);
    expect(form.shadowRoot!.querySelectorAll('.label-pictogram').length).to.equal(1);
    expect(text(form, 'label')).to.equal('Nome');
  });
});

describe('fast keys', () => {
  afterEach(close);

  it('lead from question to question, pick, save, go on and list themselves', async () => {
    const form = await show({ fast: true });
    await settled(form);
    await until(() => all(form, '.aids').includes('Tasti rapidi'));
    part(form, 'f/nome').focus();
    await type(form, 'f/nome', 'Maria');
    expect(key(form, '?'), 'in a text it is a letter').to.equal(false);
    expect(key(form, 'Enter')).to.equal(true);
    expect(form.shadowRoot!.activeElement?.closest('patto-field')?.path).to.equal('/nascita');
    key(form, 'Enter');
    // a menu that is open keeps its Enter
    part(form, 'f/casa').focus();
    expect(key(form, '2', { code: 'Digit2', altKey: true })).to.equal(true);
    await settled(form);
    expect(form.value['casa']).to.equal('proprieta');
    expect(key(form, '?')).to.equal(true);
    const dialog = form.shadowRoot!.querySelector<HTMLDialogElement>('dialog.keys')!;
    expect(dialog.open).to.equal(true);
    expect(await broken(form)).to.deep.equal([]);
    dialog.close();
    let saved = 0;
    form.addEventListener('patto-save', () => (saved += 1));
    const before = saved;
    part(form, 'f/nome').focus();
    expect(key(form, 's', { ctrlKey: true, metaKey: false })).to.equal(!/Mac/.test(navigator.platform));
    await until(() => saved > before);
    expect(key(form, 'Enter', { ctrlKey: true })).to.equal(true);
    await until(() => text(form, 'h2') === 'Famiglia');
    form.fast = false;
    expect(key(form, 'Enter', { ctrlKey: true })).to.equal(false);
  });
});

describe('two compilations of one person', () => {
  afterEach(close);
  const row = (id: string, nome: string) => ({ id, nome });
  const old: Answers = {
    nome: 'Maria',
    casa: 'affitto',
    canone: 45_000,
    nucleo: [row('aB3_-xyz011', 'Anna'), row('aB3_-xyz012', 'Bruno')],
    capo: 'aB3_-xyz011',
  };
  const now: Answers = {
    nome: 'Maria',
    casa: 'proprieta',
    nascita: '1980-03-02',
    nucleo: [row('aB3_-xyz012', 'Bruno'), row('aB3_-xyz013', 'Carla')],
    capo: 'aB3_-xyz012',
  };

  it('stand side by side, each difference in words', async () => {
    const form = await show({
      view: 'compare',
      value: now,
      compared: { answers: old, titles: ['10/01/2026', '02/03/2026'] },
    });
    await until(() => form.shadowRoot!.querySelector('.compare') !== null);
    const rows = () =>
      [...form.shadowRoot!.querySelectorAll('.compare tbody tr:not(.group)')].map((line) => [
        ...[...line.children].map((cell) =>
          cell
            .textContent!.replace(/^(10\/01|02\/03)\/2026/, '')
            .replaceAll(/\s+/g, ' ')
            .trim(),
        ),
        line.getAttribute('data-state'),
      ]);
    const found = rows();
    expect(found).to.deep.include(['Nome', 'Maria', 'Maria', 'same']);
    expect(found).to.deep.include(['Casa≠ Cambiata', 'Affitto', 'Proprietà', 'changed']);
    expect(found).to.deep.include(['Canone− Tolta', '450,00 €', '—', 'removed']);
    expect(found).to.deep.include(['Data di nascita+ Nuova', '—', '02/03/1980', 'added']);
    expect(found).to.deep.include(['Chi fa la domanda≠ Cambiata', 'Anna', 'Bruno', 'changed']);
    expect(found, 'rows are matched by what they are, not by their number').to.deep.include([
      'Nome',
      'Bruno',
      'Bruno',
      'same',
    ]);
    expect(found).to.deep.include(['Nome− Tolta', 'Anna', '—', 'removed']);
    expect(await broken(form)).to.deep.equal([]);
    await press(form, '[name=only-differences]');
    expect(rows().every((line) => line.at(-1) !== 'same')).to.equal(true);
    form.compared = { answers: now };
    await settled(form);
    expect(text(form, '.compare-bar')).to.contain('Le due compilazioni sono uguali.');
  });
});

describe('a form on paper', () => {
  afterEach(close);

  it('is blank with numbers, boxes and where each answer leads, or has the answers', async () => {
    const form = await show({ view: 'print' });
    await until(() => form.shadowRoot!.querySelector('.blank') !== null);
    const asked = (pointer: string) => text(form, `.asked[data-pointer="${pointer}"]`);
    expect(asked('/nome')).to.equal('1. Nome *');
    expect(asked('/casa')).to.equal(
      '4. Casa * Dove abita oggi Segna una sola risposta. Affitto Proprietà → vai a 6',
    );
    expect(asked('/canone')).to.equal('5. Canone * Solo se a 4 hai risposto «Affitto».');
    expect(asked('/nucleo/*/lavoro')).to.contain('Solo se a 6.2 hai risposto «Sì».');
    expect(form.shadowRoot!.querySelectorAll('.blank input').length).to.equal(0);
    expect(await broken(form)).to.deep.equal([]);
    close();
    const answered = await show({ view: 'print', value: filled });
    await until(() => answered.shadowRoot!.querySelector('dl') !== null);
    expect(all(answered, '.written')).to.include('450,00 €');
    let printed = 0;
    const print = globalThis.print;
    globalThis.print = () => void (printed += 1);
    await press(answered, '.print-bar .primary');
    globalThis.print = print;
    expect(printed).to.equal(1);
    await press(answered, '[name=toFill]');
    expect(answered.shadowRoot!.querySelector('.blank')).not.to.equal(null);
  });
});
