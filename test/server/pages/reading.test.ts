// SPDX-License-Identifier: AGPL-3.0-or-later
// What is hard to read is told before it is issued; the operator decides, and what reads well is not asked about.
import { assert } from 'chai';
import type { Reading } from '../../../server/pages/desk/api.ts';
import '../../../server/pages/desk/reading.ts';
import type { ReadingAhead } from '../../../server/pages/desk/reading.ts';

const reading = (index: number): Reading => ({
  index,
  words: 90,
  hard: [{ text: 'Una frase molto difficile.', index: 30 }],
});

async function place(): Promise<ReadingAhead & { issued: number }> {
  const element = Object.assign(document.createElement('patto-reading') as ReadingAhead, { issued: 0 });
  element.addEventListener('patto-issue', () => (element.issued += 1));
  document.body.append(element);
  await element.updateComplete;
  return element;
}
const dialogIn = (element: Element) => element.shadowRoot!.querySelector('patto-dialog')!;
const isOpen = (element: Element): boolean =>
  dialogIn(element).shadowRoot!.querySelector('dialog')!.hasAttribute('open');

describe('how hard a document is to read', () => {
  afterEach(() => document.body.replaceChildren());

  it('reads well: nothing is asked', async () => {
    const shown = await place();
    assert.isFalse(await shown.ask(reading(60)));
    assert.isFalse(isOpen(shown));
  });

  it('hard: the index and the hardest parts are told; back to the case, or issued all the same', async () => {
    const shown = await place();
    assert.isTrue(await shown.ask(reading(59)));
    assert.isTrue(isOpen(shown));
    const text = dialogIn(shown).textContent;
    assert.include(text, '59 su 100');
    assert.include(text, 'Una frase molto difficile.');
    const [back, anyway] = shown.shadowRoot!.querySelectorAll<HTMLButtonElement>('button[slot="actions"]');
    back!.click();
    assert.isFalse(isOpen(shown));
    assert.equal(shown.issued, 0);
    await shown.ask(reading(40));
    anyway!.click();
    assert.isFalse(isOpen(shown));
    assert.equal(shown.issued, 1);
  });
});
