// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import { family } from './family.ts';
import { type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const shell = (): ShadowRoot => screen.get('patto-shell')!.shadowRoot!;

describe('the language of the builder', () => {
  afterEach(() => {
    localStorage.clear();
    document.documentElement.lang = 'it';
    screen.close();
  });

  it('changes from the head of the page without losing what can be undone, and is kept', async () => {
    screen = await opened(family);
    type(await screen.find('#form-title'), 'Cambiato');
    const english = await until(() => shell().querySelector<HTMLElement>('[data-language="en"]'));
    assert.deepEqual([english.textContent?.trim(), english.lang], ['English', 'en']);
    english.click();
    await until(() => screen.get('[data-view="versions"]')?.textContent?.trim() === 'Versions');
    assert.equal(document.documentElement.lang, 'en');
    assert.include(screen.get('[data-travel="undo"]')?.getAttribute('aria-label'), 'Undo: Wording');
    assert.deepEqual(await axe(), []);
    assert.equal(localStorage.getItem('patto-language'), 'en');
    (await until(() => shell().querySelector<HTMLElement>('[data-language="it"]'))).click();
    await until(() => screen.get('[data-view="versions"]')?.textContent?.trim() === 'Versioni');
  });
});
