// SPDX-License-Identifier: AGPL-3.0-or-later
// The control: the same questions and the same DOM, by document.createElement, one listener per field, nothing lazy.
// It knows the kinds of question of sample.ts and nothing else: no schema, no engine, no messages, no languages.
import { styles } from '../../runtime/elements/css.ts';
import type { FieldSchema, LayoutSection } from '../../schemas/types.ts';
import { sample } from './sample.ts';

type Attributes = { readonly [name: string]: string };

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const answers: { [key: string]: unknown } = {};
const dependants: HTMLElement[] = [];

function changed(key: string, value: unknown): void {
  if (value === '' || value === undefined) delete answers[key];
  else answers[key] = value;
  if (key === 'campo_0') for (const each of dependants) each.hidden = answers[key] !== true;
}

const line = (id: string, attributes: Attributes = {}) =>
  make('input', { id, part: 'input', type: 'text', autocomplete: 'off', spellcheck: 'false', ...attributes });

function label(id: string, title: string, required: boolean): HTMLElement {
  const element = make('label', { for: id, part: 'label' }, title);
  if (required) element.append(make('span', { class: 'mark', 'aria-hidden': 'true' }, '*'));
  return element;
}

function group(title: string, required: boolean, ...children: Node[]): HTMLElement {
  const legend = make('legend', { part: 'label' }, title);
  if (required) legend.append(make('span', { class: 'mark', 'aria-hidden': 'true' }, '*'));
  return make('fieldset', { class: 'answers' }, legend, ...children);
}

function radios(
  id: string,
  key: string,
  options: readonly (readonly [unknown, string])[],
  look: string,
): HTMLElement {
  const box = make('div', { class: `choices ${look}`, part: 'choices' });
  for (const [index, [value, title]] of options.entries()) {
    const input = make('input', { type: 'radio', id: index === 0 ? id : `${id}-${index}`, name: id });
    input.checked = answers[key] === value;
    box.append(make('label', { class: 'choice' }, input, make('span', {}, title)));
  }
  box.addEventListener('change', (event) => {
    const at = [...box.querySelectorAll('input')].indexOf(event.target as HTMLInputElement);
    changed(key, options[at]?.[0]);
  });
  return box;
}

function date(id: string, key: string): HTMLElement {
  const box = make('div', { class: 'date' });
  for (const [part, name] of [
    ['day', 'Giorno'],
    ['month', 'Mese'],
    ['year', 'Anno'],
  ] as const)
    box.append(
      make(
        'label',
        { class: part },
        make('span', {}, name),
        line(part === 'day' ? id : `${id}-${part}`, {
          inputmode: 'numeric',
          maxlength: part === 'year' ? '4' : '2',
        }),
      ),
    );
  box.addEventListener('input', () => {
    const [day, month, year] = [...box.querySelectorAll('input')].map((input) => input.value);
    changed(key, day && month && year ? `${year}-${month}-${day}` : undefined);
  });
  return box;
}

function question(key: string, field: FieldSchema, required: boolean): HTMLElement {
  const id = `f/${key}`;
  const title = field.title ?? key;
  const place = make('div', { class: 'field' });
  const short = field.oneOf && field.oneOf.length <= 5;
  if (field.type === 'boolean')
    place.append(
      group(
        title,
        required,
        radios(
          id,
          key,
          [
            [true, 'Sì'],
            [false, 'No'],
          ],
          'inline',
        ),
      ),
    );
  else if (field.format === 'date') place.append(group(title, required, date(id, key)));
  else if (field.oneOf && short)
    place.append(
      group(
        title,
        required,
        radios(
          id,
          key,
          field.oneOf.map((each) => [each.const, each.title]),
          '',
        ),
      ),
    );
  else if (field.oneOf) {
    const select = make('select', { id, part: 'input' }, make('option', { value: '' }, 'Scegli…'));
    for (const [index, each] of field.oneOf.entries())
      select.append(make('option', { value: String(index) }, each.title));
    select.addEventListener('change', () => changed(key, field.oneOf?.[select.selectedIndex - 1]?.const));
    place.append(label(id, title, required), select);
  } else {
    const whole = field.type === 'integer';
    const input = line(id, whole ? { inputmode: 'numeric', class: 'medium' } : { spellcheck: 'true' });
    input.addEventListener('input', () => changed(key, whole ? Number(input.value) : input.value));
    place.append(label(id, title, required));
    if (field['x-hint']) {
      place.append(make('p', { class: 'hint', part: 'hint', id: `${id}-h` }, field['x-hint']));
      input.setAttribute('aria-describedby', `${id}-h`);
    }
    place.append(input);
  }
  if (field['x-show']) dependants.push(place);
  return place;
}

/** Draws the sample of so many fields; gives the tree that it stands in. */
export function mount(count: number, into: HTMLElement): ShadowRoot {
  const { definition, answers: given } = sample(count);
  Object.assign(answers, given);
  const host = make('div');
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = styles.map((each) => each.styleSheet!);
  const page = make('div', { class: 'page' });
  const [layout] = definition.layout ?? [];
  const sections = (layout as unknown as { items: LayoutSection[] }).items;
  const required = new Set(definition.schema.required);
  for (const each of sections) {
    const items = make('div', { class: 'items' });
    for (const pointer of each.items as string[]) {
      const key = pointer.slice(1);
      items.append(question(key, definition.schema.properties[key]!, required.has(key)));
    }
    const id = `s-${each.section}`;
    page.append(
      make('section', { 'aria-labelledby': id, part: 'section' }, make('h3', { id }, each.title), items),
    );
  }
  const head = make(
    'header',
    {},
    make('p', { class: 'step' }, 'Passo 1 di 2'),
    make('h2', { tabindex: '-1' }, 'Una pagina'),
  );
  const foot = make(
    'footer',
    {},
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'button' }, 'Salva'),
      make('button', { type: 'button', class: 'primary' }, 'Avanti'),
    ),
  );
  root.append(make('div', { class: 'patto', lang: 'it', dir: 'ltr' }, head, page, foot));
  into.append(host);
  return root;
}
