// SPDX-License-Identifier: AGPL-3.0-or-later
// Answers of several parts as a person gives them: files on their way, a signature, an address, a declaration; notes.
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import type { FileSending, Refusal, Remote } from '../../../runtime/elements/remote.ts';
import type { FileRef } from '../../../runtime/fields/contract.ts';
import type { Answers, Definition, FieldSchema } from '../../../schemas/types.ts';
import { broken, close, context, settled, show, until } from './forms.ts';

const formOf = (properties: { [key: string]: FieldSchema }, more: Partial<Definition> = {}): Definition => ({
  $schema: 'urn:patto:definition:1',
  kind: 'form',
  id: 'parti',
  title: 'Parti',
  schema: { type: 'object', properties, required: Object.keys(properties) },
  ...more,
});

interface Sent {
  readonly file: File;
  readonly sending: FileSending;
  answer(how: 'kept' | Refusal): void;
}

/** A server that answers when it is told to. */
function server(): { readonly remote: Remote; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const remote: Remote = {
    save: async () => ({ ok: true }),
    sendFile: (file, sending) =>
      new Promise((done) => {
        const { name, type, size } = file;
        const ref: FileRef = {
          id: String(sent.length).padStart(22, 'a'),
          name,
          type,
          size,
          sha256: sending.sha256,
        };
        sent.push({ file, sending, answer: (how) => done(how === 'kept' ? { ok: true, file: ref } : how) });
      }),
    fileAddress: (id) => `/files/${id}`,
  };
  return { remote, sent };
}

const one = <Found extends HTMLElement = HTMLElement>(form: PattoForm, selector: string): Found =>
  form.shadowRoot!.querySelector<Found>(selector)!;
const all = (form: PattoForm, selector: string): HTMLElement[] => [
  ...form.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const button = (form: PattoForm, name: string): HTMLElement => {
  const found = all(form, 'button').find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent!.trim()) === name,
  );
  if (!found)
    throw new Error(
      `no button ${name}: ${all(form, 'button')
        .map((each) => each.textContent!.trim())
        .join()}`,
    );
  return found;
};
function choose(form: PattoForm, ...files: File[]): void {
  const input = one<HTMLInputElement>(form, 'patto-files input[type=file]');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}
const pdf = (name = 'carta.pdf', bytes = 10): File =>
  new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });
const write = (input: HTMLInputElement, text: string): void => {
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const byLabel = (form: PattoForm, label: string): HTMLInputElement => {
  const found = all(form, 'label').find((each) => each.textContent!.trim() === label);
  if (!found) throw new Error(`no label ${label}`);
  const id = found.getAttribute('for');
  return id ? one(form, `#${CSS.escape(id)}`) : found.querySelector('input')!;
};

describe('files', () => {
  afterEach(close);
  const carte: FieldSchema = {
    title: 'Carte',
    type: 'array',
    'x-type': 'file',
    maxItems: 2,
    'x-settings': { size: 1 },
  };
  const open = async (answers: Answers = {}) => {
    const { remote, sent } = server();
    const form = await show({ definition: formOf({ carte }), context, value: answers, bare: true, remote });
    await settled(form);
    return { form, sent, said: () => one(form, 'patto-files [role=status]').textContent! };
  };

  it('a file goes up with its progress, becomes the answer, is taken out again', async () => {
    const { form, sent, said } = await open();
    expect(one(form, 'patto-files > .hint').textContent)
      .to.contain('PDF, JPG, PNG, HEIC, WEBP')
      .and.contain('1 MB');
    choose(form, pdf());
    await until(() => sent.length === 1);
    expect([sent[0]!.sending.field, sent[0]!.sending.sha256]).to.deep.equal([
      '/carte',
      '01d448afd928065458cf670b60f5a594d735af0172c8d67f22a81680132681ca',
    ]);
    expect(await form.validate(), 'a file under way keeps the form from being complete').to.equal(false);
    expect(form.shadowRoot!.textContent).to.contain('ancora in viaggio');
    sent[0]!.sending.told(0.5);
    await until(() => one(form, 'progress')?.getAttribute('value') === '50');
    expect(await broken(form)).to.deep.equal([]);
    sent[0]!.answer('kept');
    await until(() => said() === 'carta.pdf: allegato');
    expect((form.value['carte'] as FileRef[]).map(({ name }) => name)).to.deep.equal(['carta.pdf']);
    expect(await form.validate()).to.equal(true);
    await settled(form);
    expect(one(form, '.files a').getAttribute('href')).to.match(/^\/files\//);
    button(form, 'Togli carta.pdf').click();
    await until(() => said() === 'carta.pdf: tolto');
    expect(form.value['carte']).to.equal(undefined);
  });

  it('what cannot go is said at once, with how to mend it, and nothing is sent', async () => {
    const { form, sent, said } = await open();
    choose(form, new File(['x'], 'foto.svg', { type: 'image/svg+xml' }));
    await until(() => said().includes('non è ammesso'));
    choose(form, pdf('grande.pdf', 1024 * 1024 + 1));
    await until(() => said().includes('il massimo è 1 MB'));
    choose(form, pdf('vuoto.pdf', 0));
    await until(() => said().includes('vuoto'));
    choose(form, pdf('a.pdf'), pdf('b.pdf', 11), pdf('c.pdf', 12));
    await until(() => sent.length === 2 && said().length > 0);
    expect(one(form, 'patto-files').textContent).to.contain('c.pdf: non aggiunto');
  });

  it('without a connection a file waits, says so, and goes by itself', async () => {
    const { form, sent, said } = await open();
    choose(form, pdf());
    await until(() => sent.length === 1);
    sent[0]!.answer({ ok: false, code: 'network' });
    await until(() => said().includes('resta in attesa'));
    expect(await broken(form)).to.deep.equal([]);
    window.dispatchEvent(new Event('online'));
    await until(() => sent.length === 2);
    sent[1]!.answer('kept');
    await until(() => Array.isArray(form.value['carte']));
  });

  it('a refusal of the server is shown in its words; it can be tried again or given up', async () => {
    const { form, sent, said } = await open();
    choose(form, pdf());
    await until(() => sent.length === 1);
    sent[0]!.answer({ ok: false, code: 'file-kind', message: 'Il contenuto non è fra i tipi ammessi.' });
    await until(() => said() === 'carta.pdf: Il contenuto non è fra i tipi ammessi.');
    await settled(form);
    button(form, 'Riprova con carta.pdf').click();
    await until(() => sent.length === 2);
    await until(() => all(form, 'progress').length === 1);
    button(form, 'Annulla carta.pdf').click();
    await until(() => said() === 'carta.pdf: invio annullato');
    expect(sent[1]!.sending.signal.aborted).to.equal(true);
    sent[1]!.answer('kept');
    await settled(form);
    expect(form.value['carte']).to.equal(undefined);
  });

  it('a draft that is not kept yet is kept first', async () => {
    const { remote, sent } = server();
    let drafts = 0;
    const first: Remote = {
      ...remote,
      save: async () => {
        drafts += 1;
        return { ok: true };
      },
      sendFile: async (file, sending) =>
        drafts === 0 ? { ok: false, code: 'draft-first' } : remote.sendFile!(file, sending),
    };
    const form = await show({ definition: formOf({ carte }), context, remote: first });
    await settled(form);
    choose(form, pdf());
    await until(() => sent.length === 1);
    sent[0]!.answer('kept');
    await until(() => Array.isArray(form.value['carte']));
    expect(drafts).to.be.greaterThan(0);
  });
});

describe('signature', () => {
  afterEach(close);
  const firma: FieldSchema = { title: 'Firma', type: 'object', 'x-type': 'signature' };

  it('is drawn with a pointer, taken back, put back, cleared', async () => {
    const form = await show({ definition: formOf({ firma }), context, bare: true });
    await settled(form);
    byLabel(form, 'Firma sullo schermo').click();
    await until(() => one(form, '.sign-box') !== null);
    expect(await form.validate()).to.equal(false);
    await until(() => form.shadowRoot!.textContent!.includes('Firma nel riquadro'));
    const box = one(form, '.sign-box');
    const { left, top, width, height } = box.getBoundingClientRect();
    const point = (type: string, x: number, y: number) =>
      box.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          bubbles: true,
          clientX: left + (x / 1000) * width,
          clientY: top + (y / 300) * height,
        }),
      );
    box.setPointerCapture = () => {};
    for (const start of [100, 500]) {
      point('pointerdown', start, 100);
      point('pointermove', start + 100, 200);
      point('pointermove', start + 5000, -50);
      point('pointerup', start + 5000, -50);
    }
    await until(() => (form.value['firma'] as { strokes?: unknown[] })?.strokes?.length === 2);
    const { strokes, at, kind } = form.value['firma'] as { strokes: number[][][]; at: string; kind: string };
    expect([kind, at]).to.deep.equal(['drawn', context.today]);
    expect(
      strokes.flat().every(([x, y]) => Number.isInteger(x) && x! <= 1000 && Number.isInteger(y) && y! >= 0),
    ).to.equal(true);
    await settled(form);
    expect(one(form, '.sign-box path').getAttribute('d')).to.match(/^M\d+ \d+L.*M/);
    expect(await form.validate()).to.equal(true);
    button(form, 'Togli l’ultimo tratto').click();
    await until(() => (form.value['firma'] as { strokes: unknown[] }).strokes.length === 1);
    await settled(form);
    button(form, 'Rimetti il tratto').click();
    await until(() => (form.value['firma'] as { strokes: unknown[] }).strokes.length === 2);
    await settled(form);
    button(form, 'Cancella la firma').click();
    await until(() => form.value['firma'] === undefined);
    expect(await broken(form)).to.deep.equal([]);
  });

  it('needs no drawing: a written name, or the paper original with place and date', async () => {
    const form = await show({ definition: formOf({ firma }), context, bare: true });
    await settled(form);
    byLabel(form, 'Scrivi nome e cognome').click();
    await until(() => all(form, '.part-name').length === 1);
    write(one(form, '.part-name input'), 'Marta Vallieri ');
    expect(form.value['firma']).to.deep.equal({ kind: 'typed', name: 'Marta Vallieri', at: context.today });
    byLabel(form, 'Firma su carta').click();
    await until(() => all(form, '.part-place').length === 1);
    expect(form.value['firma']).to.equal(undefined);
    write(one(form, '.part-place input'), 'armadio 3');
    await settled(form);
    write(one(form, '.part-at input'), '27/2/2026');
    expect(form.value['firma']).to.deep.equal({ kind: 'paper', place: 'armadio 3', at: '2026-02-27' });
  });

  it('is read as a drawing with its words', async () => {
    const value = {
      firma: {
        kind: 'drawn',
        strokes: [
          [
            [1, 2],
            [30, 40],
          ],
        ],
        at: '2026-03-02',
      },
    };
    const form = await show({ definition: formOf({ firma }), context, value, view: 'read' });
    await settled(form);
    expect(one(form, '.sign-box path').getAttribute('d')).to.equal('M1 2L30 40');
    expect(one(form, 'dd').textContent).to.contain('Firma elettronica semplice, tracciata il 02/03/2026');
  });
});

describe('address', () => {
  afterEach(close);
  const casa: FieldSchema = {
    title: 'Residenza',
    type: 'object',
    'x-type': 'address',
    'x-settings': { own: true },
  };

  it('keeps what is unfinished, says what is missing, and changes with the kind', async () => {
    const form = await show({ definition: formOf({ casa }), context, bare: true });
    await settled(form);
    write(one(form, '.part-street input'), 'Via Prova ');
    expect(form.value['casa']).to.equal(undefined);
    expect(await form.validate()).to.equal(false);
    await settled(form);
    expect(form.shadowRoot!.textContent).to.contain('Il CAP ha cinque cifre');
    expect(one<HTMLInputElement>(form, '.part-street input').value).to.equal('Via Prova ');
    for (const [part, text] of [
      ['postcode', '99 001'],
      ['comune', 'Poggiofinto'],
      ['province', 'vp'],
    ] as const) {
      write(one(form, `.part-${part} input`), text);
      await settled(form);
    }
    expect(form.value['casa']).to.deep.equal({
      kind: 'italy',
      street: 'Via Prova',
      postcode: '99001',
      comune: 'Poggiofinto',
      province: 'VP',
    });
    expect(one(form, '.part-postcode input').getAttribute('autocomplete')).to.equal('postal-code');
    byLabel(form, 'Senza fissa dimora').click();
    await until(() => all(form, '.part-contact').length === 1);
    expect(form.value['casa']).to.deep.equal({
      kind: 'none',
      street: 'Via Prova',
      comune: 'Poggiofinto',
      province: 'VP',
    });
    expect(await broken(form)).to.deep.equal([]);
  });
});

describe('address with the list of comuni', () => {
  afterEach(close);

  it('offers what the list has for the text, and a comune brings its province', async () => {
    const real = window.fetch;
    const asked: string[] = [];
    window.fetch = async (input) => {
      asked.push(String(input));
      return new Response(JSON.stringify({ rows: [{ id: 'A944', title: 'Bologna (BO)' }] }));
    };
    try {
      const sede: FieldSchema = {
        title: 'Sede',
        type: 'object',
        'x-type': 'address',
        'x-choices': { from: 'list:comuni-italiani' },
        'x-settings': { kinds: ['italy'] },
      };
      const lists = { ...context.lists, 'comuni-italiani': [] };
      const form = await show({
        definition: formOf({ sede }),
        context: { ...context, lists, partial: ['comuni-italiani'] },
        bare: true,
      });
      await settled(form);
      const input = one<HTMLInputElement>(form, '.part-comune input');
      write(input, 'bolo');
      await until(() => all(form, 'datalist option').length === 1);
      expect(asked.at(-1)).to.match(/\/api\/lists\/comuni-italiani\?q=bolo$/);
      expect(input.list?.options[0]?.value).to.equal('Bologna (BO)');
      write(input, 'Bologna (BO)');
      await settled(form);
      expect([input.value, one<HTMLInputElement>(form, '.part-province input').value]).to.deep.equal([
        'Bologna',
        'BO',
      ]);
      expect(await broken(form)).to.deep.equal([]);
    } finally {
      window.fetch = real;
    }
  });
});

describe('declaration, notes and help', () => {
  afterEach(close);
  const field = (text: string): FieldSchema => ({
    title: 'Dichiarazione',
    type: 'object',
    'x-type': 'declaration',
    'x-settings': { text },
  });

  it('an acceptance does not carry over to another text', async () => {
    const form = await show({ definition: formOf({ d: field('Dichiaro **A**.') }), context, bare: true });
    await settled(form);
    one(form, 'input[type=checkbox]').click();
    await until(() => form.value['d'] !== undefined);
    expect(await form.validate()).to.equal(true);
    const value = form.value;
    close();
    const next = await show({ definition: formOf({ d: field('Dichiaro B.') }), context, value, bare: true });
    await settled(next);
    expect(one<HTMLInputElement>(next, 'input[type=checkbox]').checked).to.equal(false);
    expect(await next.validate()).to.equal(false);
    await settled(next);
    expect(next.shadowRoot!.textContent).to.contain('Il testo è cambiato');
  });

  it('a note has its form as nodes; what is unsafe stays words; help opens where it is asked', async () => {
    const definition = formOf(
      {
        nome: {
          title: 'Nome',
          type: 'string',
          'x-hint': 'Come sulla carta.\n\nServe per **trovare** la pratica.',
        },
      },
      {
        layout: [
          {
            note: 'n',
            text: 'Porta:\n- la **carta**\n- [il sito](https://esempio.it)\n\n[no](javascript:alert) <img src=x>',
          },
          { note: 'semplice', text: 'Solo\n\nparagrafi' },
          '/nome',
        ],
      },
    );
    const form = await show({ definition, context, bare: true });
    await settled(form);
    await until(() => all(form, 'patto-rich li').length === 2);
    expect(
      all(form, '.note a').map((link) => [link.getAttribute('href'), link.getAttribute('rel')]),
    ).to.deep.equal([['https://esempio.it', 'noopener noreferrer']]);
    expect(all(form, '.note img')).to.deep.equal([]);
    expect(one(form, '.note strong').textContent).to.equal('carta');
    expect(all(form, '.note')[1]!.querySelectorAll('p').length).to.equal(2);
    const help = one<HTMLDetailsElement>(form, 'details.help');
    expect(help.querySelector('summary')!.textContent!.replace(/\s+/g, ' ').trim()).to.equal(
      'Perché lo chiediamo: Nome',
    );
    help.open = true;
    await until(() => help.querySelector('strong')?.textContent === 'trovare');
    expect(one(form, '.hint').textContent).to.equal('Come sulla carta.');
    expect(await broken(form)).to.deep.equal([]);
  });
});
