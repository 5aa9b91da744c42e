// SPDX-License-Identifier: AGPL-3.0-or-later
// Ways to begin a form, on the screen: national model, copy, import with its summary before anything is made.
import { assert } from 'chai';
import '../../builder/index.ts';
import { FakeServer, empty, focused, type, until } from './fake.ts';
import { family } from './family.ts';
import { axe } from './open.ts';

let server: FakeServer;
let screen: HTMLElement;
const get = <Found extends HTMLElement>(selector: string): Found | null =>
  screen.shadowRoot?.querySelector<Found>(selector) ?? null;
const find = <Found extends HTMLElement>(selector: string): Promise<Found> =>
  until(() => get<Found>(selector), selector);

async function show(...definitions: ConstructorParameters<typeof FakeServer>): Promise<void> {
  server = new FakeServer(...definitions);
  server.models = [
    { id: 'analisi', title: 'Analisi preliminare', kind: 'grid', about: 'Bisogni e risorse' },
    { id: 'pais', title: 'Patto', kind: 'pact', about: 'Obiettivi e impegni' },
  ];
  server.kept.set('analisi', { definition: { ...family, id: 'analisi' }, rev: 1, published: null });
  location.hash = '#/';
  screen = document.createElement('patto-builder');
  document.body.append(screen);
  await find('[data-new]');
}

const way = async (name: string): Promise<void> => {
  (await find(`[data-card="${name}"] button`)).click();
  await find(`[data-way="${name}"]`);
};

function choose(...files: File[]): void {
  const input = get<HTMLInputElement>('#import-file')!;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('beginning a form', () => {
  beforeEach(() => {
    document.documentElement.lang = 'it';
    document.title = 'Patto';
    localStorage.clear();
  });
  afterEach(() => {
    screen.remove();
    server.restore();
    location.hash = '';
  });

  it('copies a national model under a title of its own', async () => {
    await show(empty());
    await way('model');
    await find('input[value="pais"]');
    assert.equal(focused()?.textContent?.trim(), 'Parti dal modello nazionale');
    assert.deepEqual(await axe(), []);
    const title = get<HTMLInputElement>('#title-model')!;
    assert.equal(title.value, 'Analisi preliminare');
    type(title, '  ');
    title.form!.requestSubmit();
    await find('#wrong-model');
    type(title, 'Analisi di Valprova');
    title.form!.requestSubmit();
    await until(() => server.kept.has('analisi-di-valprova'));
    await until(() => location.hash === '#/analisi-di-valprova');
  });

  it('copies a form of the district; one way is open at a time', async () => {
    await show(empty(), family);
    await way('model');
    await way('copy');
    assert.isNull(get('[data-way="model"]'));
    const radio = await find<HTMLInputElement>('input[value="famiglia"]');
    radio.click();
    await until(() => get<HTMLInputElement>('#title-copy')?.value === 'La famiglia (copia)');
    get<HTMLInputElement>('#title-copy')!.form!.requestSubmit();
    await until(() => server.kept.has('la-famiglia-copia'));
  });

  it('offers no copy where there is nothing to copy, and no way at all to who only reads', async () => {
    await show();
    server.kept.clear();
    screen.remove();
    screen = document.createElement('patto-builder');
    document.body.append(screen);
    await find('[data-new]');
    assert.isNull(get('[data-card="copy"]'));
    assert.include(screen.shadowRoot!.textContent, 'Non c’è ancora nessun modulo');
    screen.remove();
    server.roles = ['coordinator'];
    screen = document.createElement('patto-builder');
    document.body.append(screen);
    await find('.definitions, .notice');
    assert.isNull(get('[data-new]'));
  });

  it('reads a pasted text, says what comes of it, and makes the form only when asked', async () => {
    await show(empty());
    await way('import');
    type(await find('#import-text'), 'La casa:\nTitolo di godimento? *\n- Proprietà\n- Affitto\n---');
    get<HTMLTextAreaElement>('#import-text')!.form!.requestSubmit();
    await find('#import-carried');
    assert.equal(focused()?.hasAttribute('data-result'), true);
    const said = get('[data-way="import"]')!.textContent!.replace(/\s+/g, ' ');
    assert.include(said, 'riga 5 «---»'.replace(/[«»]/g, ''));
    assert.include(said, 'La riga non contiene parole.');
    assert.deepEqual(await axe(), []);
    assert.equal(server.kept.size, 2);
    type(get('#title-import'), 'La casa');
    get<HTMLInputElement>('#title-import')!.form!.requestSubmit();
    await until(() => server.kept.has('la-casa'));
    const { schema, title } = server.definition('la-casa');
    assert.equal(title, 'La casa');
    assert.deepEqual(schema.required, ['titolo_di_godimento']);
    await find('patto-builder-canvas .things');
  });

  it('reads a file, refuses a wrong one with a reason, and goes back to another source', async () => {
    await show(empty());
    await way('import');
    await find('#import-file');
    choose(new File(['{"type": '], 'rotto.json'));
    const alert = await until(() => get('[role="alert"]'));
    assert.include(alert.textContent, 'non è JSON valido');
    assert.deepEqual(await axe(), []);
    const schema = {
      title: 'Accesso',
      type: 'object',
      properties: { eta: { type: 'integer', title: 'Età' }, x: true },
    };
    choose(new File([JSON.stringify(schema)], 'accesso.schema.json'));
    await find('#import-carried');
    assert.include(get('[data-way="import"]')!.textContent, '#/properties/x');
    const again = [...get('.make')!.querySelectorAll('button')].at(-1)!;
    again.click();
    await until(() => focused()?.id === 'import-file');
    assert.isFalse(server.kept.has('accesso'));
  });
});
