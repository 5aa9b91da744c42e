// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import type { PattoBuilderIntake } from '../../builder/views/translations/intake.ts';
import { family } from './family.ts';
import { choose, press, type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const text = (key: string) => screen.find<HTMLTextAreaElement>(`textarea[data-key="${key}"]`);
const count = (filter: string): number =>
  Number(/\d+/.exec(screen.get(`[data-filter="${filter}"]`)?.textContent ?? '')?.[0] ?? Number.NaN);
const saved = () => screen.server.definition(family.id).translations;

describe('translations', () => {
  afterEach(() => screen.close());

  it('adds a language that is written from the right, translates by keys, counts what is missing, takes back', async () => {
    const { translations: _none, ...bare } = family;
    screen = await opened(bare);
    await screen.view('translations');
    assert.deepEqual(await axe(), []);
    choose(await screen.find('#new-language'), 'ar');
    (await screen.find('[data-add-language]')).click();
    const first = await text('title');
    assert.deepEqual([first.dir, first.lang], ['rtl', 'ar']);
    const missing = count('missing');
    assert.equal(missing, count('all'));
    type(first, 'عائلة');
    await until(() => count('missing') === missing - 1, 'not counted');
    first.focus();
    press('Enter');
    const next = screen.get('li.text:nth-child(2) textarea');
    assert.equal(screen.get('textarea:focus'), next, 'Enter goes on');
    await until(() => saved()?.['ar']?.['title'] === 'عائلة', 'not saved');
    assert.deepEqual(await axe(), []);
    (await screen.find('[data-travel="undo"]')).click();
    await until(
      () => (screen.get<HTMLTextAreaElement>('textarea[data-key="title"]')?.value ?? 'x') === '',
      'not undone',
    );
    assert.equal(count('missing'), missing);
  });

  it('shows only what is missing, and what is worked at does not slip away', async () => {
    screen = await opened({ ...family, translations: { en: { title: 'Family' } } });
    await screen.view('translations');
    (await screen.find('[data-filter="missing"]')).click();
    await until(() => !screen.get('textarea[data-key="title"]'), 'what is there is shown');
    const before = count('missing');
    const one = await screen.find<HTMLTextAreaElement>('textarea[data-key]');
    type(one, 'Done');
    await until(() => count('missing') === before - 1);
    assert.isTrue(one.isConnected, 'gone under the hands');
  });

  it('marks what was translated from another text', async () => {
    const now = { ...family, translations: { en: { title: 'Family' } } };
    screen = await opened(now, (server) => {
      server.versions.set(1, { ...now, title: 'Il titolo di prima' });
      server.more = { versions: [{ number: 1, hash: 'a', at: '2026-03-01T10:00:00Z', by: 'A', drafts: 0 }] };
    });
    await screen.view('translations');
    const row = await until(() => screen.get('li.text[data-state="stale"]'), 'none to look at again');
    assert.include(row.textContent, 'Il titolo di prima');
    assert.equal(count('stale'), 1);
  });

  it('takes a file only after it was seen: other sources left out, unknown ids named, no mark-up executed', async () => {
    screen = await opened({ ...family, translations: { en: {} } });
    await screen.view('translations');
    const intake = await screen.find<PattoBuilderIntake>('patto-builder-intake');
    await intake.show('qualunque cosa');
    await screen.find('patto-builder-intake [role="alert"]');
    const title = family.title;
    await intake.show(
      `id;source;target\ntitle;${title};"<img src=x onerror=alert(1)>"\ncasa.title;Un altro testo;Tenure\nmai.title;x;y`,
    );
    const result = await screen.find('[data-intake-result]');
    assert.include(result.textContent, 'mai.title');
    assert.isNull(result.querySelector('img'));
    assert.deepEqual(await axe(), []);
    assert.isUndefined(saved()?.['en']?.['title'], 'taken unseen');
    (await screen.find('[data-intake-take]')).click();
    await screen.said('Traduzioni prese (en): 1');
    await until(() => saved()?.['en']?.['title'], 'not saved');
    assert.deepEqual(saved()?.['en'], { title: '<img src=x onerror=alert(1)>' });
    await intake.show('<xliff version="2.0" trgLang="fr"><file id="f"></file></xliff>');
    assert.include((await screen.find('patto-builder-intake [role="alert"]')).textContent, '«fr»');
  });

  it('for who may only look nothing can be written', async () => {
    screen = await opened({ ...family, translations: { en: {} } }, (server) => {
      server.roles = ['coordinator'];
    });
    await screen.view('translations');
    assert.isTrue((await text('title')).readOnly);
    assert.isNull(screen.get('#new-language'));
    assert.isNull(screen.get('patto-builder-intake'));
  });
});
