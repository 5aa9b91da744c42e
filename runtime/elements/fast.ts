// SPDX-License-Identifier: BSD-3-Clause
// Keys for who fills in many forms. They act only while the focus is in the form, and leave alone what a control or a
// screen reader does with the same key.
import { css, html, render } from 'lit';
import { aside, type AsideKey } from '../words/aside.ts';
import { dress } from './css.ts';
import type { PattoForm } from './form.ts';

const sheet = css`
  /* two buttons beside it leave a telephone's heading no room */
  @media (max-width: 480px) {
    header #heading {
      clear: both;
    }
  }
  /* all pages one under the other, as on the sheet that is copied */
  .chapter {
    margin-block: 1.75em 0.75em;
  }
  dialog.keys {
    max-width: min(34em, calc(100vw - 2em));
    margin: auto;
    padding: 1.5em;
    border: 1px solid var(--strong);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
    color: var(--text);
  }
  dialog.keys::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .keys dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75em 1.25em;
    margin-block: 1em 1.25em;
  }
  kbd {
    padding: 0.125em 0.5em;
    border: 1px solid var(--strong);
    border-radius: 4px;
    background: var(--ground);
    font: inherit;
    white-space: nowrap;
  }
`;

const controls =
  'input:not([type=hidden]):not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';
const written = (element: Element): boolean =>
  element.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=file])');
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The control where a question is answered: of radio buttons the chosen one. */
const entry = (field: Element): HTMLElement | null =>
  field.querySelector<HTMLElement>('input[type=radio]:checked') ??
  [...field.querySelectorAll<HTMLElement>(controls)].find((each) => each.checkVisibility()) ??
  null;

const listening = new WeakSet<PattoForm>();

export function listen(form: PattoForm): void {
  if (listening.has(form)) return;
  listening.add(form);
  const root = form.renderRoot as ShadowRoot;
  dress(root, sheet);
  root.addEventListener('keydown', (event) => {
    const key = event as KeyboardEvent;
    if (!form.fast || key.isComposing || key.defaultPrevented) return;
    const act = acts.find((each) => each.on(key));
    if (act?.go(form, key.target as HTMLElement, key)) key.preventDefault();
  });
}

interface Act {
  on(key: KeyboardEvent): boolean;
  /** true: done, the browser does nothing more */
  go(form: PattoForm, target: HTMLElement, key: KeyboardEvent): boolean;
}

const command = (key: KeyboardEvent): boolean =>
  (isMac ? key.metaKey : key.ctrlKey) && !key.altKey && !key.shiftKey;
const button = (form: PattoForm, selector: string): boolean => {
  const found = form.renderRoot.querySelector<HTMLElement>(`footer ${selector}`);
  if (!found) return false;
  // What is still being written is left first, so that it counts.
  (form.shadowRoot!.activeElement as HTMLElement | null)?.blur();
  found.focus();
  found.click();
  return true;
};

const acts: readonly Act[] = [
  {
    on: (key) => key.key === 'Enter' && command(key),
    go: (form) => button(form, '.primary'),
  },
  {
    on: (key) => key.key.toLowerCase() === 's' && command(key),
    go(form) {
      const at = form.shadowRoot!.activeElement as HTMLElement | null;
      form.renderRoot.querySelector<HTMLElement>('footer .save')?.click();
      at?.focus();
      return true;
    },
  },
  {
    on: (key) =>
      key.key === 'Enter' && !key.altKey && !key.ctrlKey && !key.metaKey && !key.shiftKey && !key.repeat,
    go: next,
  },
  {
    // the code: with Alt some keyboards write another character
    on: (key) => /^Digit[1-9]$/.test(key.code) && key.altKey && !key.ctrlKey && !key.metaKey && !key.shiftKey,
    go: (_form, target, key) => pick(target, Number(key.code.slice(5)) - 1),
  },
  {
    on: (key) => key.key === '?' && !key.ctrlKey && !key.metaKey && !key.altKey,
    go(form, target) {
      if (written(target)) return false;
      help(form);
      return true;
    },
  },
];

/** From a line of text or a mark to the question after it; elsewhere Enter is the control's own. */
function next(form: PattoForm, target: HTMLElement): boolean {
  const line = target.matches('input') && target.getAttribute('aria-expanded') !== 'true';
  if (!line && !target.matches('select')) return false;
  const field = target.closest('patto-field');
  if (!field) return false;
  const all = [...form.renderRoot.querySelectorAll('patto-field')];
  const after = all.slice(all.indexOf(field) + 1).filter((each) => !each.hidden && !field.contains(each));
  const found = after.map(entry).find((each) => each !== null);
  (found ?? form.renderRoot.querySelector<HTMLElement>('footer .primary'))?.focus();
  return true;
}

/** The choice of that place in the question that has the focus. */
function pick(target: HTMLElement, place: number): boolean {
  const field = target.closest('patto-field');
  const marks = [
    ...(field?.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]') ?? []),
  ].filter((each) => each.closest('patto-field') === field && !each.disabled);
  const mark = marks[place];
  if (mark) {
    mark.focus();
    mark.click();
    return true;
  }
  const select = target.closest('select') ?? field?.querySelector<HTMLSelectElement>('select:not(:disabled)');
  // The first of a menu is no choice but the invitation to make one.
  const options = [...(select?.options ?? [])].filter(({ value, disabled }) => value !== '' && !disabled);
  const option = marks.length === 0 ? options[place] : undefined;
  if (!select || !option) return false;
  select.value = option.value;
  select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  return true;
}

/** The list of keys, over the page until it is closed. */
export function help(form: PattoForm): void {
  const root = form.renderRoot as ShadowRoot;
  const locale = form.store?.sayings.locale ?? 'it';
  const say = (key: AsideKey): string => aside(locale, key);
  const control = isMac ? '⌘' : 'Ctrl';
  const keys: readonly (readonly [string, AsideKey])[] = [
    [say('enter'), 'keyEnter'],
    ['Alt + 1…9', 'keyOption'],
    [`${control} + ${say('enter')}`, 'keyNext'],
    [`${control} + S`, 'keySave'],
    ['?', 'keyHelp'],
  ];
  const old = root.querySelector<HTMLDialogElement>('dialog.keys');
  const dialog = old ?? document.createElement('dialog');
  if (!old) {
    dialog.className = 'patto keys';
    dialog.setAttribute('aria-labelledby', 'keys-title');
    root.append(dialog);
  }
  dialog.lang = locale;
  render(
    html`<h2 id="keys-title">${say('keys')}</h2>
      <dl>
        ${keys.map(
          ([key, what]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${say(what)}</dd>`,
        )}
      </dl>
      <button type="button" class="primary" part="button" @click=${() => dialog.close()}>
        ${say('close')}
      </button>`,
    dialog,
  );
  dialog.showModal();
}
