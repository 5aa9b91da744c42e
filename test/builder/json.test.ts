// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import { family } from './family.ts';
import { type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const area = () => screen.find<HTMLTextAreaElement>('#json-text');
const written = (): string => screen.get<HTMLTextAreaElement>('#json-text')?.value ?? '';
const state = (text: string) =>
  until(() => screen.get('#json-state')?.textContent?.includes(text), `not: ${text}`);

describe('the form as text', () => {
  afterEach(() => screen.close());

  it('says the line of a mistake in words, goes there, and does not take it', async () => {
    screen = await opened(family);
    await screen.view('json');
    const text = (await area()).value;
    assert.deepEqual(JSON.parse(text), family);
    const broken = text.replace('"kind": "form",', '"kind": "form"');
    type(await area(), broken);
    await state('non si può applicare');
    const go = await screen.find('[data-line="4"]');
    assert.include(go.closest('li')?.textContent, 'virgola');
    go.click();
    const { selectionStart } = await area();
    assert.equal(broken.slice(0, selectionStart).split('\n').length, 4);
    assert.isTrue((await screen.find<HTMLButtonElement>('[data-take-json]')).disabled);
    assert.deepEqual(await axe(), []);
  });

  it('takes what fits as one step; findings stand at their lines; another id is refused', async () => {
    screen = await opened(family, (server) => {
      server.findings = [
        { code: 'blank-title', at: '/schema/properties/casa', level: 'error', message: 'Manca il titolo.' },
      ];
    });
    await screen.view('json');
    type(await area(), JSON.stringify({ ...family, id: 'altro' }, null, 2));
    await state('non si può applicare');
    type(await area(), JSON.stringify({ ...family, title: 'Scritto a mano' }, null, 2));
    await state('andranno corretti gli errori: 1');
    const remark = await screen.find('.remarks [data-level="error"]');
    const line = Number(remark.querySelector('button')?.dataset['line']);
    assert.include((await area()).value.split('\n')[line - 1], '"casa": {');
    (await screen.find('[data-take-json]')).click();
    await screen.said('Modulo cambiato come testo');
    await until(() => screen.server.definition(family.id).title === 'Scritto a mano');
    (await screen.find('[data-travel="undo"]')).click();
    await until(() => written().includes(family.title));
    await until(() => screen.server.definition(family.id).title === family.title);
    assert.deepEqual(JSON.parse((await area()).value), family);
  });

  it('keeps what is being written when the form changes under it, and says so', async () => {
    screen = await opened(family);
    await screen.view('json');
    type(await area(), '{ "mio": 1 }');
    type(await screen.find('#form-title'), 'Altro titolo');
    await until(() => screen.get('.notice.warn')?.textContent?.includes('Intanto il modulo è cambiato'));
    assert.equal((await area()).value, '{ "mio": 1 }');
    (await screen.find('[data-drop-json]')).click();
    await until(() => written().includes('Altro titolo'));
  });

  it('is only to look at for who may only look', async () => {
    screen = await opened(family, (server) => {
      server.roles = ['coordinator'];
    });
    await screen.view('json');
    assert.isTrue((await area()).readOnly);
    assert.isNull(screen.get('[data-take-json]'));
  });
});
