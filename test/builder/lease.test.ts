// SPDX-License-Identifier: AGPL-3.0-or-later
import { assert } from 'chai';
import { family } from './family.ts';
import { press, type, until } from './fake.ts';
import { type Opened, axe, opened } from './open.ts';

let screen: Opened;
const anna = { window: 'altra', name: 'Anna Rossi', own: false, minutes: 3 };
const title = () => screen.find<HTMLInputElement>('#form-title');

describe('who works on a form', () => {
  afterEach(() => screen.close());

  it('the second person reads, with who and for how long, and takes over with what was saved there', async () => {
    screen = await opened(family, (server) => {
      server.holder = anna;
    });
    const banner = await screen.find('.lease');
    assert.include(banner.textContent, 'Lo sta modificando Anna Rossi (da 3 minuti)');
    assert.isTrue((await title()).readOnly);
    assert.isNull(screen.get('[data-publish]'));
    assert.notInclude(screen.get('patto-builder-editor')?.textContent, 'amministratore dei moduli');
    assert.deepEqual(await axe(), []);
    // Meanwhile she saves once more, and then lets go.
    const kept = screen.server.kept.get(family.id)!;
    kept.definition = { ...family, title: 'Di Anna' };
    kept.rev = 9;
    (await screen.find('[data-take]')).click();
    const input = await screen.find<HTMLInputElement>('#form-title:not([readonly])');
    assert.equal(input.value, 'Di Anna');
    assert.include((await screen.find('.lease-got')).textContent, 'può modificare');
    type(await title(), 'Mio');
    await until(() => screen.server.definition(family.id).title === 'Mio', 'not saved over what she saved');
  });

  it('who loses it is told, has the last step saved, and reads on', async () => {
    screen = await opened(family);
    type(await title(), 'Ultima parola');
    screen.server.holder = anna;
    const banner = await screen.find('.lease[role="alert"]');
    assert.include(banner.textContent, 'Anna Rossi ha preso il controllo');
    assert.include(banner.textContent, 'è salvato');
    assert.equal(screen.server.definition(family.id).title, 'Ultima parola');
    assert.isTrue((await title()).readOnly);
    assert.isTrue(screen.server.left > 0, 'the other is not told that it may begin');
    press('Delete');
  });

  it('what could not be saved stays: it is said, and the copy of it is offered', async () => {
    screen = await opened(family);
    screen.server.kept.get(family.id)!.rev = 5;
    type(await title(), 'Non salvata');
    screen.server.holder = anna;
    const banner = await screen.find('.lease[role="alert"]');
    await until(
      () => banner.isConnected && screen.get('.lease')?.textContent?.includes('restano qui'),
      'not said',
    );
    assert.isNotNull(screen.get('[data-mine]'));
    assert.equal((await title()).value, 'Non salvata');
  });

  it('the same person in another window counts as two', async () => {
    screen = await opened(family, (server) => {
      server.holder = { ...anna, own: true, minutes: 0 };
    });
    assert.include((await screen.find('.lease')).textContent, 'in un’altra finestra (da meno di un minuto)');
  });
});
