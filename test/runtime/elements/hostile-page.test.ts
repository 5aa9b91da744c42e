// SPDX-License-Identifier: AGPL-3.0-or-later
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { folders } from '../../../runtime/fields/index.ts';
import { loadSamples } from '../../../runtime/fields/load.ts';
import { context, sampleForm } from '../../../server/pages/fields/sample-form.ts';
import { broken, close, filled, next, settled, show } from './forms.ts';

/** Firefox cannot be told by a test: it is started so. */
const still = async (reducedMotion: 'reduce' | 'no-preference'): Promise<void> => {
  if (!navigator.userAgent.includes('Firefox')) await emulateMedia({ reducedMotion });
};

/** What pages do to what they embed: small root, reset, capitals, from right to left, on top of all, everything important. */
const hostile = `
  html { font-size: 62.5% }
  body { color: red; font: italic 30px/3 serif; text-transform: uppercase; letter-spacing: 5px; text-align: right;
    word-spacing: 9px; visibility: visible; cursor: wait; white-space: nowrap; direction: rtl; quotes: none;
    text-shadow: 1px 1px red; list-style: square; border-spacing: 9px; tab-size: 2; hyphens: auto }
  * { all: revert !important; color: lime !important; background: black !important; font-size: 40px !important;
    margin: 33px !important; padding: 33px !important; border: 9px solid red !important; box-sizing: content-box !important;
    text-transform: uppercase !important; opacity: 0.3 !important; float: right !important; display: inline !important;
    width: 50px !important; content-visibility: hidden !important; line-height: 4 !important; letter-spacing: 9px !important;
    position: relative !important; z-index: 2147483647 !important; direction: rtl !important; transform: rotate(3deg) !important;
    filter: blur(2px) !important; pointer-events: none !important; user-select: none !important }
  patto-form { transition: all 3s !important }
  input, select, button, label, fieldset, legend { display: none !important }
`;

// The place on the page is the page's to give; all else of the form must not notice it.
const place = `
  html, body, .box { margin: 0 !important; padding: 0 !important; border: 0 !important; float: none !important;
    display: block !important; width: 700px !important; opacity: 1 !important; content-visibility: visible !important;
    box-sizing: border-box !important; position: static !important; transform: none !important; filter: none !important;
    direction: ltr !important; z-index: auto !important }
  head, body > :not(.box) { display: none !important }`;

const adopt = (text: string): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
};

/** Every computed property of every element of the form, as one text an element. */
function looks(root: ShadowRoot): string[] {
  return [...root.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element);
    const all = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${element.localName}.${element.className} { ${all.join('; ')} }`;
  });
}

/** What of the second text is not in the first: the properties that the page has got at. */
function differences(calm: readonly string[], wild: readonly string[]): string[] {
  return wild.flatMap((text, index) => {
    const before = new Set((calm[index] ?? '').split('; '));
    const changed = text.split('; ').filter((property) => !before.has(property));
    return text === calm[index]
      ? []
      : [`${text.slice(0, text.indexOf('{'))}: ${changed.slice(0, 4).join('; ')}`];
  });
}

/** What a type brings late (its sheet, its words, its second thoughts) is there: nothing has changed for a while. */
async function drawn(root: ShadowRoot): Promise<void> {
  const size = () => `${root.querySelectorAll('*').length} ${root.adoptedStyleSheets.length}`;
  // an element that nobody has defined yet is a part that is still being fetched; proposals are for pages that bring them
  const whole = () => root.querySelector(':not(:defined, patto-proposals)') === null;
  for (let before = '', calm = 0; calm < 4; calm = whole() && before === size() ? calm + 1 : 0) {
    before = size();
    await new Promise((done) => setTimeout(done, 40));
  }
}

type Draw = (box: HTMLElement) => Promise<ShadowRoot>;

async function looksOf(draw: Draw): Promise<string[]> {
  const box = document.createElement('div');
  box.className = 'box';
  document.body.append(box);
  const root = await draw(box);
  await drawn(root);
  await document.fonts.ready;
  const out = looks(root);
  close();
  box.remove();
  return out;
}

/** What a form brings late comes once a page: the first look of all may have been without it, and is taken again. */
async function same(draw: Draw): Promise<void> {
  const equal = await compared(draw).catch(() => false);
  if (!equal) await compared(draw);
}

async function compared(draw: Draw): Promise<true> {
  const calm = adopt(place);
  const expected = await looksOf(draw);
  calm();
  const undo = [adopt(hostile), adopt(place)];
  try {
    expect(getComputedStyle(document.documentElement).fontSize, 'the page is hostile').to.equal('40px');
    const found = await looksOf(draw);
    expect(found.length, 'the same elements').to.equal(expected.length).and.to.be.greaterThan(5);
    expect(differences(expected, found)).to.deep.equal([]);
    return true;
  } finally {
    for (const end of undo) end();
  }
}

describe('in a hostile page', () => {
  // colours on their way are no colours to compare
  before(() => still('reduce'));
  after(() => still('no-preference'));

  it('a form with its steps, buttons and problems looks as it does on an empty one', () =>
    same(async (box) => {
      const form = await show({ value: { ...filled, nome: undefined } }, box);
      await next(form, '');
      return form.shadowRoot!;
    }));

  for (const type of folders)
    it(`${type} looks as it does on an empty one`, async () => {
      const samples = (await loadSamples([type])).get(type)!;
      for (const state of ['filled', 'wrong', 'read'] as const)
        await same(async (box) => {
          const { definition, answers } = sampleForm(samples, type, state);
          const view = state === 'read' ? 'read' : 'fill';
          const form = await show({ definition, context, value: answers, bare: true, view }, box);
          if (state === 'wrong') await form.validate();
          await settled(form);
          return form.shadowRoot!;
        });
    }).timeout(60_000);

  it('is dark in a dark page, and readable there', async () => {
    const undo = adopt(':root { color-scheme: dark } body { background: #111 }');
    try {
      const form = await show();
      await next(form, '');
      const root = form.shadowRoot!;
      expect(getComputedStyle(root.querySelector('h2')!).color).to.equal('rgb(232, 238, 245)');
      expect(getComputedStyle(root.querySelector('input[type=text]')!).backgroundColor).to.equal(
        'rgb(20, 32, 44)',
      );
      expect(await broken(form)).to.deep.equal([]);
    } finally {
      close();
      undo();
    }
  });

  it('takes tokens of the page, and those of .italia', async () => {
    const undo = adopt(':root { --patto-text: rgb(1, 2, 3); --it-color-text-danger-hover: rgb(4, 5, 6) }');
    try {
      const form = await show();
      await next(form, '');
      expect(getComputedStyle(form.shadowRoot!.querySelector('h2')!).color).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(form.shadowRoot!.querySelector('.error')!).color).to.equal('rgb(4, 5, 6)');
    } finally {
      close();
      undo();
    }
  });
});
