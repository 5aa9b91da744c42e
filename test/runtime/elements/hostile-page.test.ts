// SPDX-License-Identifier: AGPL-3.0-or-later
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { PattoForm } from '../../../runtime/elements/form.ts';
import { close, filled, next, show } from './forms.ts';

/** Firefox cannot be told by a test: it is started so. */
const still = async (reducedMotion: 'reduce' | 'no-preference'): Promise<void> => {
  if (!navigator.userAgent.includes('Firefox')) await emulateMedia({ reducedMotion });
};

/** What pages do to what they embed: small root, reset, capitals, everything important. */
const hostile = `
  html { font-size: 62.5% }
  body { color: red; font: italic 30px/3 serif; text-transform: uppercase; letter-spacing: 5px; text-align: right;
    word-spacing: 9px; visibility: visible; cursor: wait; white-space: nowrap; direction: rtl }
  * { all: revert !important; color: lime !important; background: black !important; font-size: 40px !important;
    margin: 33px !important; padding: 33px !important; border: 9px solid red !important; box-sizing: content-box !important;
    text-transform: uppercase !important; opacity: 0.3 !important; float: right !important; display: inline !important;
    width: 50px !important; content-visibility: hidden !important; line-height: 4 !important; letter-spacing: 9px !important }
  input, select, button, label, fieldset, legend { display: none !important }
`;

const parts = [
  '.patto',
  'h2',
  '.step',
  'patto-section > section',
  'h3',
  'label',
  'legend',
  'input[type=text]',
  '.choice',
  '.choice input',
  'button.primary',
  'button.save',
  '.hint',
  '.errors',
  '.errors a',
  '.error',
];

const looked = [
  'color backgroundColor fontSize fontFamily fontStyle fontWeight lineHeight letterSpacing wordSpacing textTransform',
  'textAlign display opacity float visibility cursor whiteSpace boxSizing width height minHeight',
  'marginTop marginLeft paddingTop paddingLeft borderTopWidth borderTopStyle borderTopColor borderRadius direction',
]
  .join(' ')
  .split(' ') as (keyof CSSStyleDeclaration)[];

async function measured(): Promise<{ [part: string]: unknown }> {
  const box = document.createElement('div');
  box.className = 'box';
  document.body.append(box);
  const form = await show({ value: { ...filled, nome: undefined } }, box);
  await next(form, '');
  const out = looks(form);
  close();
  box.remove();
  return out;
}

function looks(form: PattoForm): { [part: string]: unknown } {
  const found: { [part: string]: unknown } = {};
  for (const part of parts) {
    const element = form.shadowRoot!.querySelector(part);
    if (!element) throw new Error(`no ${part}`);
    const style = getComputedStyle(element);
    found[part] = Object.fromEntries(looked.map((name) => [name, style[name]]));
  }
  return found;
}

const adopt = (text: string): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  };
};

// The place on the page is the page's to give; all else of the form must not notice it.
const place =
  'html, body, .box { margin: 0 !important; padding: 0 !important; border: 0 !important; float: none !important; display: block !important; width: 700px !important; opacity: 1 !important; content-visibility: visible !important; box-sizing: border-box !important } head, body > :not(.box) { display: none !important }';

describe('in a hostile page', () => {
  // colours on their way are no colours to compare
  before(() => still('reduce'));
  after(() => still('no-preference'));

  it('a form looks as it does on an empty one', async () => {
    const calm = adopt(place);
    const expected = await measured();
    calm();
    const undo = [adopt(hostile), adopt(place)];
    try {
      expect(getComputedStyle(document.documentElement).fontSize, 'the page is hostile').to.equal('40px');
      expect(await measured()).to.deep.equal(expected);
    } finally {
      for (const end of undo) end();
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
