// SPDX-License-Identifier: AGPL-3.0-or-later
// Fast keys for who fills in many forms, and copying one that was filled in by hand: everything on one page in one
// column, with the numbers of the printed form. The keys of the form itself (Enter to the next) stay as they are.
import { css, type CSSResult } from 'lit';
import type { PattoForm } from '../../../../runtime/elements/form.ts';
import { star } from '../../../../runtime/engine/pointer.ts';
import { numbersOf, partsOf } from '../../../../templates/documents/blank-form/numbers.ts';

const sheet = css`
  * {
    transition: none !important;
    animation: none !important;
    scroll-behavior: auto !important;
  }
  .row:has(> :not([hidden])) {
    display: grid !important;
    grid-template-columns: minmax(0, 1fr);
  }
  patto-field {
    max-width: none !important;
  }
  label[data-number]::before,
  legend[data-number]::before {
    content: attr(data-number) '. ';
    font-variant-numeric: tabular-nums;
    opacity: 0.75;
  }
`;

const counted = css`
  .choices {
    counter-reset: choice;
  }
  .choices > .choice {
    counter-increment: choice;
  }
  .choices > .choice > span::before {
    content: counter(choice) ' ';
    opacity: 0.75;
    font-variant-numeric: tabular-nums;
  }
  .choices > .choice > input:focus + span {
    text-decoration: underline;
  }
`;

const quick = new WeakSet<PattoForm>();
const copied = new WeakSet<PattoForm>();

const dress = (root: ShadowRoot, { styleSheet }: CSSResult): void => {
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet))
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
};

/** Choices by number or first letter, dates as digits: for who fills in the same form many times a day. */
export function quickKeys(form: PattoForm): void {
  if (quick.has(form)) return;
  quick.add(form);
  const root = form.renderRoot as ShadowRoot;
  dress(root, counted);
  root.addEventListener('keydown', (event) => (into(event as KeyboardEvent), pick(event as KeyboardEvent)));
  root.addEventListener('input', (event) => onward(event.target as HTMLElement));
  // What Enter comes to is there to be kept or written over.
  let entered = false;
  root.addEventListener('keydown', (event) => (entered = (event as KeyboardEvent).key === 'Enter'), true);
  root.addEventListener('focusin', (event) => {
    const target = event.target as HTMLElement;
    if (entered && target.matches('input[type=text], input:not([type])'))
      (target as HTMLInputElement).select();
  });
}

/** The same, and the form as it stands on paper: one column, its numbers, nothing that moves. */
export function copyFromPaper(form: PattoForm): void {
  quickKeys(form);
  if (copied.has(form)) return;
  copied.add(form);
  const root = form.renderRoot as ShadowRoot;
  dress(root, sheet);
  let numbers: ReadonlyMap<string, { readonly number: string }> | undefined;
  const number = (): void => {
    const { store } = form;
    if (!store) return;
    numbers ??= numbersOf(partsOf(store.outline, form.context?.role ?? ''));
    for (const field of root.querySelectorAll<HTMLElement & { path?: string }>('patto-field')) {
      const said = numbers.get(star(field.path ?? ''))?.number;
      const label = field.querySelector<HTMLElement>('label, legend');
      if (!said || !label || label.closest('patto-field') !== field || label.dataset['number'] === said)
        continue;
      label.dataset['number'] = said;
    }
  };
  number();
  new MutationObserver(number).observe(root, { childList: true, subtree: true });
}

/** The keyboard to the first question that has no answer yet. */
export function focusFirst(form: PattoForm): void {
  const fields = [...form.renderRoot.querySelectorAll('patto-field')];
  const empty = (field: Element): boolean =>
    !field.querySelector(':checked') &&
    [...field.querySelectorAll<HTMLInputElement>('input, select, textarea')].every(
      ({ value, type }) => value === '' || type === 'radio' || type === 'checkbox',
    );
  const first = fields.find(
    (field) => field.checkVisibility() && field.querySelector('input, select') && empty(field),
  );
  (first ?? fields[0])?.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

/** A new row has the keyboard on its name: Enter goes to its first question. */
function into(event: KeyboardEvent): void {
  const target = event.target as HTMLElement;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !target.matches('legend, h3, h4')) return;
  const first = target.parentElement?.querySelector<HTMLElement>('patto-field input, patto-field select');
  if (!first) return;
  event.preventDefault();
  first.focus();
}

/** Digits already typed into a question with ten choices or more: 1, then 2, is the twelfth. */
let typed: { readonly field: Element; readonly digits: string } | undefined;

/** In a question of marks or a menu: a digit is the number of a choice, a letter the next choice that begins so. */
function pick(event: KeyboardEvent): void {
  const { key } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || key.length !== 1) return;
  const target = event.target as HTMLElement;
  const field = target.closest('patto-field');
  if (!field || !target.matches('input[type=radio], input[type=checkbox], select')) return;
  const choices = target.matches('select') ? optionsOf(target as HTMLSelectElement) : marksOf(field);
  const chosen = /\d/.test(key) ? byNumber(field, choices, key) : byLetter(choices, key, target);
  if (!chosen) return;
  event.preventDefault();
  chosen.choose();
}

interface Choice {
  readonly text: string;
  readonly element: HTMLElement;
  /** a mark of several: pressing it twice takes it away */
  readonly several: boolean;
  choose(): void;
}

const marksOf = (field: Element): readonly Choice[] =>
  [...field.querySelectorAll<HTMLInputElement>('.choices > .choice > input')]
    .filter((mark) => mark.closest('patto-field') === field && !mark.disabled)
    .map((mark) => ({
      text: mark.parentElement?.querySelector('span')?.textContent?.trim() ?? '',
      element: mark,
      several: mark.type === 'checkbox',
      choose() {
        mark.focus();
        mark.click();
      },
    }));

const optionsOf = (select: HTMLSelectElement): readonly Choice[] =>
  [...select.options]
    .filter(({ value, disabled }) => value !== '' && !disabled)
    .map((option) => ({
      text: option.text.trim(),
      element: option,
      several: false,
      choose() {
        select.value = option.value;
        select.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
      },
    }));

function byNumber(field: Element, choices: readonly Choice[], digit: string): Choice | undefined {
  const before = typed?.field === field && !choices[0]?.several ? typed.digits : '';
  const longer = Number(before + digit);
  const digits = longer >= 1 && longer <= choices.length ? before + digit : digit;
  typed = { field, digits };
  return choices[Number(digits) - 1];
}

/** The first choice after the one in focus that begins with the letter, from the top again after the last. */
function byLetter(choices: readonly Choice[], letter: string, at: HTMLElement): Choice | undefined {
  const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = fold(letter);
  if (!/[\p{L}]/u.test(wanted)) return undefined;
  const here = choices.findIndex(({ element }) =>
    element === at && element instanceof HTMLInputElement
      ? element.checked
      : (element as HTMLOptionElement).selected,
  );
  const order = [...choices.slice(here + 1), ...choices.slice(0, here + 1)];
  return order.find(({ text }) => fold(text).startsWith(wanted));
}

/** A day or month with its two digits leads on to the next part of the date. */
function onward(target: HTMLElement): void {
  if (!target.matches('.date .day input, .date .month input')) return;
  if (!/^\d{2}$/.test((target as HTMLInputElement).value)) return;
  target.closest('label')?.nextElementSibling?.querySelector<HTMLInputElement>('input')?.focus();
}
