// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import '../../builder/index.ts';
import type { Definition } from '../../schemas/types.ts';
import { family } from './family.ts';
import { FakeServer, choose, empty, focused, press, type, until } from './fake.ts';
import { axe } from './open.ts';

let server: FakeServer;
let screen: HTMLElement;

const root = (): ShadowRoot => screen.shadowRoot!;
const get = <Found extends HTMLElement>(selector: string): Found | null =>
  root().querySelector<Found>(selector);
const find = <Found extends HTMLElement>(selector: string): Promise<Found> =>
  until(() => get<Found>(selector), selector);
const pick = (handle: string): Promise<HTMLElement> => find(`[data-pick="${handle}"]`);
const message = (): string => get('.message')?.textContent?.trim() ?? '';
const said = (text: string): Promise<true> =>
  until(() => message().includes(text) as true, `not said: ${text}; but: ${message()}`);

async function open(definition: Definition, roles = ['form-admin']): Promise<void> {
  server = new FakeServer(definition);
  server.roles = roles;
  await show(`#/${definition.id}`);
  await find('patto-builder-canvas .things');
}

async function show(hash: string): Promise<void> {
  location.hash = hash;
  screen = document.createElement('patto-builder');
  document.body.append(screen);
  await until(() => screen.shadowRoot);
}

/** What the screen has of the definition, once it is also on the server. */
async function saved(id = 'prova'): Promise<Definition> {
  await until(() => get('[data-save="clean"]'), 'not saved');
  return server.definition(id);
}

async function add(title: string, into = 'page:pagina_1'): Promise<void> {
  const input = await find<HTMLInputElement>(`[data-add="${into}"] input`);
  type(input, title);
  input.form!.requestSubmit();
  await said(title);
}

describe('the builder', () => {
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

  it('adds questions by typing and Enter, guesses their type, keeps the focus, saves by itself', async () => {
    await open(empty());
    await add('Nome e cognome');
    await add('Data di nascita');
    assert.equal((focused() as HTMLInputElement).closest('.add')?.getAttribute('data-add'), 'page:pagina_1');
    assert.include(message(), 'Tipo: Data');
    await until(() => Object.keys(server.definition().schema.properties).length === 2);
    const { schema } = await saved();
    assert.deepEqual(Object.keys(schema.properties), ['nome_e_cognome', 'data_di_nascita']);
    assert.equal(schema.properties['data_di_nascita']?.format, 'date');
  });

  it('shows the live form beside', async () => {
    await open(empty());
    await add('Nome');
    const form = await find('patto-builder-preview patto-form');
    await until(() => form.shadowRoot?.textContent?.includes('Nome'), 'no preview');
  });

  it('lets the preview follow the page that is worked on, and keeps what was typed in it', async () => {
    const { 'x-show': _always, ...second } = family.layout![1] as { 'x-show'?: unknown };
    await open({
      ...family,
      layout: [family.layout![0]!, second as NonNullable<Definition['layout']>[number]],
    });
    const form = await find('patto-builder-preview patto-form');
    const shows = (text: string) =>
      until(() => form.shadowRoot?.querySelector('h1, h2')?.textContent?.includes(text), text);
    await shows('Abitazione');
    const street = await until(() =>
      form.shadowRoot?.querySelector<HTMLInputElement>('input[type="text"], input:not([type])'),
    );
    type(street, 'Via Roma');
    street.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    (await pick('/minori')).focus();
    await shows('Famiglia');
    (await pick('/casa')).focus();
    await shows('Abitazione');
    await until(
      () => [...form.shadowRoot!.querySelectorAll('input')].some((input) => input.value === 'Via Roma'),
      'typed answer lost',
    );
  });

  it('takes options as lines, and changes the type after saying what is lost', async () => {
    await open(empty());
    await add('Come abita?');
    (await pick('/come_abita')).click();
    (await find('#type-now')).click();
    (await find('[data-type="one"]')).click();
    const lines = '1. Affitto\n2. Proprietà\n3. Comodato';
    // letter by letter, as it is typed
    for (let length = 1; length <= lines.length; length++) {
      type(await find('#panel-options'), lines.slice(0, length));
      await (get('patto-builder-panel') as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete;
    }
    await until(
      () => server.definition().schema.properties['come_abita']?.oneOf?.at(-1)?.title === 'Comodato',
    );
    const { schema } = await saved();
    assert.deepEqual(schema.properties['come_abita']?.oneOf, [
      { const: 'affitto', title: 'Affitto' },
      { const: 'proprieta', title: 'Proprietà' },
      { const: 'comodato', title: 'Comodato' },
    ]);
    (await find('#type-now')).click();
    (await find('[data-type="date"]')).click();
    const lost = await until(() =>
      [...root().querySelectorAll('patto-builder-type-menu li')]
        .map((item) => item.textContent)
        .find((text) => text?.includes('le opzioni (3)')),
    );
    assert.include(lost, '3');
    assert.isDefined(server.definition().schema.properties['come_abita']?.oneOf);
    (await find('[data-confirm-type]')).click();
    await said('Cambiato il tipo');
    assert.equal(await until(() => server.definition().schema.properties['come_abita']?.format), 'date');
  });

  it('writes a condition as a sentence', async () => {
    await open({ ...family, layout: family.layout! });
    (await pick('/note')).click();
    (await find('[data-begin]')).click();
    choose(await find('#condition-question-0'), '/casa');
    choose(await find('#condition-value-0'), 'affitto');
    await until(() => server.definition('famiglia').schema.properties['note']?.['x-show']);
    assert.deepEqual(server.definition('famiglia').schema.properties['note']?.['x-show'], {
      '/casa': { const: 'affitto' },
    });
    await until(() =>
      get('[data-thing="/note"] .when')?.textContent?.includes('Si vede se «Titolo di godimento» è Affitto'),
    );
    (await find('[data-end]')).click();
    await until(() => !server.definition('famiglia').schema.properties['note']?.['x-show']);
  });

  it('writes the same condition on the option: poi mostra', async () => {
    await open(family);
    (await pick('/casa')).click();
    choose(await find('#lead-0'), '/note');
    await until(() => server.definition('famiglia').schema.properties['note']?.['x-show']);
    assert.deepEqual(server.definition('famiglia').schema.properties['note']?.['x-show'], {
      '/casa': { const: 'proprieta' },
    });
  });

  it('moves by keys, says the position, and keeps the focus', async () => {
    await open(family);
    (await pick('/minori')).focus();
    press('ArrowUp', { altKey: true });
    await said('posizione 5 di 6');
    await until(() => focused()?.getAttribute('data-pick') === '/minori');
    press('ArrowDown', { altKey: true });
    await said('posizione 6 di 6');
    await until(() => focused()?.getAttribute('data-pick') === '/minori');
    press('ArrowDown', { altKey: true });
    await said('non può andare oltre');
    press('ArrowUp');
    await until(() => focused()?.closest('.add')?.getAttribute('data-add') === '/nucleo');
    press('ArrowUp');
    await until(() => focused()?.getAttribute('data-pick') === '/nucleo/*/scuola');
  });

  it('drags as an extra, and says why where a move would break a condition', async () => {
    await open(family);
    const fire = (name: string, thing: HTMLElement, low = false) => {
      const { top, height, left } = thing.getBoundingClientRect();
      const clientY = top + (low ? height - 2 : 2);
      const dataTransfer = new DataTransfer();
      const init = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: left + 4,
        clientY,
        dataTransfer,
      };
      return thing.dispatchEvent(new DragEvent(name, init));
    };
    const thing = (handle: string) => find(`[data-thing="${handle}"]`);
    fire('dragstart', await thing('/note'));
    assert.isFalse(fire('dragover', await thing('/minori'), true), 'not taken');
    assert.isTrue((await thing('/minori')).classList.contains('drop-after'));
    fire('drop', await thing('/minori'));
    await said('posizione 6 di 6, in «Famiglia»');
    fire('dragstart', await thing('/casa'));
    fire('dragover', await thing('/nucleo/*/nome'));
    fire('drop', await thing('/nucleo/*/nome'));
    const clash = await find('[data-clash]');
    assert.include(clash.textContent, 'la leggono');
    assert.deepEqual(
      [...root().querySelectorAll<HTMLElement>('[data-clash-go]')].map((each) => each.dataset['clashGo']),
      ['/casa', '/canone'],
    );
    assert.deepEqual(await axe(), []);
    (await find('[data-cancel-move]')).click();
    assert.isDefined((await saved('famiglia')).schema.properties['casa']);
  });

  it('chooses several by taps alone, or by Enter, and leads to what can be done with them', async () => {
    await open(family);
    const mode = await find('[data-choosing]');
    mode.click();
    await until(() => mode.getAttribute('aria-pressed') === 'true');
    for (const handle of ['/casa', '/canone', '/note', '/canone']) {
      const one = await pick(handle);
      one.focus();
      one.click();
    }
    await said('2 domande scelte');
    const ticked = () => [...root().querySelectorAll<HTMLElement>('.among')].map((each) => each.dataset['thing']); // prettier-ignore
    await until(() => ticked().length === 2);
    assert.deepEqual(ticked().toSorted(), ['/casa', '/note']);
    assert.deepEqual(await axe(), []);
    (await find('[data-act-on-all]')).click();
    await until(() => focused()?.getAttribute('data-area') === 'panel');
    (await find('[data-all="required"]')).click();
    await said('2 domande sono obbligatorie');
    const { required } = (await saved('famiglia')).schema;
    assert.includeMembers([...required!], ['casa', 'note']);
    // One tap chooses one again; on a narrow screen the questions are behind their tab.
    get('[data-tab="canvas"]')!.click();
    await until(() => focused()?.matches('[data-pick]'));
    (await pick('/canone')).focus();
    await until(() => ticked().length === 0 && get('#panel-title'));
  });

  it('chooses several by keys, says how many, and does one thing to all of them in one step', async () => {
    await open(family);
    (await pick('/casa')).focus();
    press('ArrowDown', { shiftKey: true });
    await said('2 domande scelte');
    await until(() => focused()?.getAttribute('data-pick') === '/canone');
    await find('[data-all="required"]');
    assert.deepEqual(await axe(), []);
    press('d', { ctrlKey: true });
    await said('Duplicate 2 domande');
    const copied = await saved('famiglia');
    // What one copy reads is the other copy.
    assert.deepEqual(copied.schema.properties['canone_2']?.['x-show'], { '/casa_2': { const: 'affitto' } });
    press('z', { ctrlKey: true });
    await until(() => !('casa_2' in server.definition('famiglia').schema.properties));
    assert.deepEqual(server.definition('famiglia'), family);
  });

  it('pastes what was copied, and a question for each line of any text', async () => {
    await open(family);
    (await pick('/canone')).focus();
    const fire = (name: string, data: DataTransfer) =>
      focused()!.dispatchEvent(
        new ClipboardEvent(name, { clipboardData: data, bubbles: true, composed: true, cancelable: true }),
      );
    const board = new DataTransfer();
    fire('copy', board);
    assert.equal(board.getData('text/plain'), 'Canone mensile');
    (await pick('/nucleo/*/eta')).focus();
    fire('paste', board);
    await said('Incollate 1 domande');
    const rows = (await saved('famiglia')).schema.$defs!['componente']!.properties!;
    assert.deepEqual(rows['canone']?.['x-show'], { '/casa': { const: 'affitto' } });
    const lines = new DataTransfer();
    lines.setData('text/plain', '1. Nome\r\n2. Data di nascita\r\n\r\n3. Telefono');
    (await pick('/note')).focus();
    fire('paste', lines);
    await said('Aggiunte 3 domande');
    const { schema } = await saved('famiglia');
    assert.equal(schema.properties['data_di_nascita']?.format, 'date');
  });

  it('rewrites a title in place, and goes on with the next question', async () => {
    await open(family);
    (await pick('/note')).focus();
    press('F2');
    type(await find('[data-title="/note"]'), 'Annotazioni');
    press('Enter');
    const next = await find<HTMLInputElement>('[data-add-after="/note"] input');
    await until(() => focused() === next);
    type(next, 'Ha un medico?');
    await until(() => get('[data-guess]')?.textContent?.includes('Sì o no'), 'no guess shown');
    next.form!.requestSubmit();
    await until(() => server.definition('famiglia').schema.properties['ha_un_medico']?.type === 'boolean');
    assert.equal(server.definition('famiglia').schema.properties['note']?.title, 'Annotazioni');
  });

  it('searches everything by keys', async () => {
    await open(family);
    (await pick('/note')).focus();
    press('f', { ctrlKey: true });
    const field = await find('#search-words');
    await until(() => focused() === field);
    type(field, 'AFFITTO');
    await find('[data-hit="/casa"]');
    assert.isNotNull(get('[data-hit="/canone"]'), 'its condition says it');
    assert.deepEqual(await axe(), []);
    press('Enter');
    await until(() => focused()?.getAttribute('data-pick') === '/casa');
  });

  it('inserts anything anywhere: a grid from pasted lines, with its points', async () => {
    await open(family);
    (await pick('/note')).focus();
    press('i', { altKey: true });
    (await find('[data-insert="grid"]')).click();
    type(await find('#grid-title'), 'Bisogni per area');
    type(get('#grid-rows'), 'Casa\nSalute\nLavoro');
    type(get('#grid-levels'), 'Nessuno\nLieve\nGrave = 3');
    await until(() => get('[data-most]')?.textContent?.includes('9'));
    assert.deepEqual(await axe(), []);
    get('[data-make-grid]')!.click();
    await said('3 voci, 3 risposte');
    const { schema } = await saved('famiglia');
    assert.equal(schema.properties['bisogni_per_area']?.['x-type'], 'grid');
    assert.deepEqual(
      schema.$defs?.['scala_bisogni_per_area']?.oneOf?.map((each) => each['x-score']),
      [0, 1, 3],
    );
  });

  it('undoes and redoes with names', async () => {
    await open(empty());
    await add('Nome');
    await add('Note');
    await saved();
    press('z', { ctrlKey: true });
    await said('Annullato: Aggiunta la domanda «Note»');
    await until(() => !('note' in server.definition().schema.properties));
    press('z', { ctrlKey: true, shiftKey: true });
    await said('Ripetuto: Aggiunta la domanda «Note»');
    press('z', { ctrlKey: true });
    press('z', { ctrlKey: true });
    await until(() => Object.keys(server.definition().schema.properties).length === 0);
    press('z', { ctrlKey: true });
    await said('Non c’è altro da annullare');
    assert.deepEqual(server.definition(), empty());
  });

  it('asks before deleting, with the names of those who read the answer', async () => {
    await open(family);
    (await pick('/casa')).focus();
    press('Delete');
    const readers = await find('[data-readers]');
    assert.include(readers.textContent, '«Canone mensile»');
    assert.isDefined(server.definition('famiglia').schema.properties['casa']);
    assert.deepEqual(await axe(), []);
    (await find('[data-confirm-delete]')).click();
    await until(() => !('casa' in server.definition('famiglia').schema.properties));
    await until(() => focused()?.getAttribute('data-pick') === '/canone');
  });

  it('draws the settings of a type by its own form', async () => {
    await open(family);
    (await pick('/minori')).click();
    const form = await find('patto-builder-settings patto-form');
    await until(() => form.shadowRoot?.querySelector('input'), 'no settings form');
    assert.include(form.shadowRoot!.textContent, 'Unità');
    const unit = form.shadowRoot!.querySelector('input')!;
    type(unit, 'persone');
    unit.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(() => server.definition('famiglia').schema.properties['minori']?.['x-unit'] === 'persone');
  });

  it('never overwrites another version: says what happened and offers both ways', async () => {
    await open(family);
    const theirs = { ...family, title: 'La famiglia, di un’altra' };
    server.kept.set('famiglia', { definition: theirs, rev: 7, published: null });
    await add('Nuova', 'page:famiglia');
    await find('.conflict');
    assert.equal(server.definition('famiglia').title, theirs.title);
    assert.deepEqual(await axe(), []);
    await add('Ancora', 'page:famiglia');
    assert.equal(server.kept.get('famiglia')!.rev, 7);
    (await find('[data-theirs]')).click();
    await until(() => get<HTMLInputElement>('#form-title')?.value === theirs.title);
    press('z', { ctrlKey: true });
    await until(
      () => server.definition('famiglia').schema.properties['ancora'] !== undefined,
      'undo brings mine back',
    );
  });

  it('keeps mine as a copy', async () => {
    await open(family);
    server.kept.set('famiglia', { definition: { ...family, title: 'Altra' }, rev: 7, published: null });
    await add('Nuova', 'page:famiglia');
    (await find('[data-mine]')).click();
    await until(() => server.kept.get('la-famiglia-copia'));
    assert.isDefined(server.definition('la-famiglia-copia').schema.properties['nuova']);
    assert.equal(server.definition('famiglia').title, 'Altra');
    await until(() => get<HTMLInputElement>('#form-title')?.value === 'La famiglia (copia)');
  });

  it('loses nothing while the server is away, nor when the tab is killed', async () => {
    await open(empty());
    server.failing = 0;
    await add('Nome');
    await find('[data-save="offline"]');
    assert.deepEqual(server.definition(), empty());
    // the tab dies without a goodbye
    screen.replaceWith();
    server.restore();
    const kept = localStorage.getItem('patto-builder:prova')!;
    await open(empty());
    localStorage.setItem('patto-builder:prova', kept);
    screen.remove();
    await show('#/prova');
    await until(() => 'nome' in server.definition().schema.properties, 'kept work is saved');
    await until(() => localStorage.getItem('patto-builder:prova') === null);
  });

  it('publishes after showing what changed, and gives the lines to embed', async () => {
    await open(family);
    server.kept.get('famiglia')!.published = 2;
    (await find('[data-publish]')).click();
    const yes = await find('[data-confirm-publish]');
    assert.deepEqual(await axe(), []);
    yes.click();
    const snippet = await find<HTMLTextAreaElement>('#publish-snippet');
    assert.include(snippet.value, '/embed/valprova/famiglia.js');
    await add('Dopo', 'page:famiglia');
    await until(
      () => 'dopo' in server.definition('famiglia').schema.properties,
      'not saved after publishing',
    );
  });

  it('lists problems with a jump, and does not publish over errors', async () => {
    server = new FakeServer(family);
    server.findings = [
      { code: 'x', at: '/schema/properties/canone/minimum', level: 'error', message: 'Il minimo manca.' },
      { code: 'y', at: '/layout/1', level: 'warning', message: 'Pagina mai vista.' },
    ];
    await show('#/famiglia');
    await until(() => get('[data-problems]')?.textContent?.includes('2'));
    get('[data-problems]')!.click();
    (await find('[data-jump="/canone"]')).click();
    await until(() => focused()?.getAttribute('data-pick') === '/canone');
    assert.isNotNull(get('[data-jump="page:famiglia"]'));
    get('[data-publish]')!.click();
    await until(() => get('patto-builder-publish')?.textContent?.includes('Il minimo manca.'));
    assert.isNull(get('[data-confirm-publish]'));
  });

  it('shows the answers that prove a problem, and puts it right in one step that undo takes back', async () => {
    const before = structuredClone(family);
    const at = '/schema/properties/canone/x-show';
    const fix = { code: 'f', params: {}, message: 'Togli la condizione', edits: [{ at, was: before.schema.properties['canone']!['x-show'] }] }; // prettier-ignore
    server = new FakeServer(family);
    server.findings = [
      { code: 'y', at: '/layout/1', level: 'warning', message: 'Pagina mai vista.' },
      {
        code: 'x',
        at,
        level: 'error',
        message: 'Non si vede mai.',
        witness: { answers: { casa: 'affitto' }, sees: [{ is: 'hidden', at: '/canone' }] },
        fix,
      },
    ];
    await show('#/famiglia');
    await until(() => get('[data-problems]')?.textContent?.includes('2'));
    get('[data-problems]')!.click();
    const button = await find('[data-fix]');
    const levels = [...root().querySelectorAll('.problems h3')].map((each) => each.textContent?.trim());
    assert.deepEqual(levels.map((each) => each?.replace(/^1\s+/, '').slice(0, 6)), ['Errori', 'Avvisi']); // prettier-ignore
    const told = get('.witness')!.textContent!.replace(/\s+/g, ' ').trim();
    assert.match(told, /^Con queste risposte: .+ Affitto → «.+» non si vede\.$/);
    assert.deepEqual(await axe(), []);
    button.focus();
    button.click();
    await said('Corretto: Togli la condizione');
    await until(() => !get('[data-fix]'));
    // The focus goes on to the next problem.
    await until(() => focused()?.hasAttribute('data-jump'));
    const after = await saved('famiglia');
    assert.isUndefined(after.schema.properties['canone']!['x-show']);
    press('z', { ctrlKey: true });
    await said('Annullato: Corretto: Togli la condizione');
    await until(() => server.definition('famiglia').schema.properties['canone']!['x-show']);
    assert.deepEqual(server.definition('famiglia'), before);
  });

  it('shows in the settings what undo brought back, also where it was written', async () => {
    await open(family);
    (await pick('/casa')).click();
    const title = await find<HTMLTextAreaElement>('#panel-title');
    title.focus();
    const before = title.value;
    type(title, `${before}!`);
    await until(() => get('[data-thing="/casa"] .title')?.textContent?.includes(`${before}!`));
    press('z', { ctrlKey: true });
    await until(() => get<HTMLTextAreaElement>('#panel-title')?.value === before);
    type(title, '');
    await until(() => get('[data-save="clean"]'));
    assert.equal(title.value, '', 'what is typed stays, also where it is no title yet');
  });

  it('in a long form the line that adds becomes a text field when somebody turns to it', async () => {
    const keys = Array.from({ length: 160 }, (_, index) => `d_${index}`);
    const definition = empty();
    await open({
      ...definition,
      schema: { type: 'object', properties: Object.fromEntries(keys.map((key) => [key, { title: key, type: 'string', maxLength: 50 }])) }, // prettier-ignore
      layout: [{ page: 'pagina_1', title: 'Pagina 1', items: [{ section: 's', title: 'Parte', items: keys.map((key) => `/${key}`) }] }], // prettier-ignore
    });
    const line = '[data-add="section:s"]';
    const turn = await find(`${line} button`);
    assert.isNull(get(`${line} input`));
    assert.equal(turn.getAttribute('aria-label'), 'Aggiungi una domanda in «Parte»');
    (await pick('/d_159')).focus();
    press('ArrowDown');
    await until(() => focused()?.matches(`${line} input`));
    assert.equal(focused()?.getAttribute('aria-label'), 'Aggiungi una domanda in «Parte»');
    await add('Ultima', 'section:s');
    assert.property((await saved()).schema.properties, 'ultima');
    press('ArrowUp');
    await until(() => focused()?.getAttribute('data-pick') === '/ultima');
  });

  it('goes round the areas with F6', async () => {
    await open(family);
    (await pick('/casa')).focus();
    press('F6');
    await until(() => focused()?.id === 'panel-title');
    press('F6');
    await until(() => focused()?.getAttribute('data-area') === 'preview');
    press('F6');
    await until(() => focused()?.getAttribute('data-area') === 'bar');
    press('F6');
    await until(() => focused()?.getAttribute('data-pick') === '/casa');
    press('F6', { shiftKey: true });
    await until(() => focused()?.getAttribute('data-area') === 'bar');
    (await pick('/canone')).click();
    await until(() => focused()?.id === 'panel-title');
    press('Escape');
    await until(() => focused()?.getAttribute('data-pick') === '/canone');
  });

  it('is read only for a coordinator', async () => {
    await open(family, ['coordinator']);
    assert.isNull(get('.add'));
    assert.isNull(get('[data-publish]'));
    (await pick('/casa')).click();
    assert.isTrue((await find<HTMLTextAreaElement>('#panel-title')).readOnly);
  });

  it('lists definitions with their state, begins an empty one and a copy', async () => {
    server = new FakeServer(family, empty('seconda', 'Seconda'));
    server.kept.get('seconda')!.published = 3;
    await show('#/');
    await find('[data-open="famiglia"]');
    assert.include(root().textContent, 'Pubblicato, versione 3');
    assert.deepEqual(await axe(), []);
    const create = get<HTMLFormElement>('[data-new]')!;
    create.requestSubmit();
    await find('#wrong-new');
    type(create.querySelector('input'), 'Scheda d’ingresso');
    create.requestSubmit();
    await until(() => server.kept.get('scheda-d-ingresso'));
    await find('patto-builder-canvas .things');
  });

  it('has no accessibility violations in the editor, settings and type menu open', async () => {
    await open(family);
    (await pick('/casa')).click();
    (await find('#type-now')).click();
    const form = await find('patto-builder-preview patto-form');
    await until(() => form.shadowRoot?.textContent?.includes('Titolo di godimento'));
    assert.deepEqual(await axe(), []);
    const edge = get('[data-area="canvas"]')!.getBoundingClientRect().right + 1;
    const over = [...root().querySelectorAll('patto-builder-canvas *')].filter((thing) => {
      const { right, width } = thing.getBoundingClientRect();
      return width > 1 && right > edge;
    });
    assert.deepEqual(
      over.map((thing) => thing.className),
      [],
      'nothing sticks out of its area',
    );
  });

  it('tries the form: fills it with a family, says why a thing is hidden, finds answers that show it', async () => {
    await open(family);
    server.families = [{ id: 'c1', title: 'Famiglia C1', rev: 0, answers: { casa: 'proprieta' } }];
    (await find('[data-view="try"]')).click();
    await find('#family option[value="c1"]');
    (await find('[data-fill]')).click();
    await until(() => get('.try patto-form')?.shadowRoot?.querySelector('input:checked'), 'not filled');
    choose(await find('#try-question'), '/canone');
    await until(() => get('.because')?.textContent?.includes('non si vede'), 'no reason');
    assert.include(get('.reasons')?.textContent, 'La risposta a «Titolo di godimento» è Proprietà.');
    assert.deepEqual(await axe(), []);
    (await find('[data-holds="yes"]')).click();
    await until(() => get('.because')?.textContent?.includes('si vede, perché'), 'not shown');
    await until(
      () => focused()?.closest('patto-field, patto-question, [data-path]'),
      'not led to the question',
    );
    (await find('[data-is="printed"]')).click();
    await until(() => get('.try patto-form')?.shadowRoot?.querySelector('.print-title'), 'no sheet');
    assert.deepEqual(await axe(), []);
  });

  it('leads from a rule to the form at that place', async () => {
    await open(family);
    (await pick('/canone')).focus();
    (await find('patto-builder-condition [data-trial="yes"]')).click();
    await until(
      () => get('.because')?.textContent?.includes('«Canone mensile» si vede, perché'),
      'not tried',
    );
    await until(() => focused()?.closest('patto-form') ?? get('.try patto-form')?.shadowRoot?.activeElement, 'not led there'); // prettier-ignore
  });
});
