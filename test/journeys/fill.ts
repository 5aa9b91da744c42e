// SPDX-License-Identifier: AGPL-3.0-or-later
// Fills a <patto-form> on the screen as a person does: reads which questions are there, types, ticks, adds rows, goes on.
import type { ElementHandle, Page } from 'puppeteer';
import { hit, until } from './stage.ts';

type Answers = { readonly [key: string]: unknown };

/** What the screen says of one question. */
interface Question {
  readonly path: string;
  readonly kind: 'rows' | 'group' | 'date' | 'radio' | 'box' | 'select' | 'search' | 'text' | 'computed';
  /** ids of the controls, in the order of the options for choices */
  readonly controls: readonly string[];
  readonly values: readonly unknown[];
  /** rows that are there, for a repeat */
  readonly rows: readonly string[];
}

type Field = HTMLElement & {
  path: string;
  store: {
    node(path: string): { schema: Record<string, unknown> } | undefined;
    options(node: unknown, path: string): readonly { value: unknown; title: string }[];
    value(path: string): unknown;
    now: { answers: unknown };
  };
};

/** The questions drawn now, in the order of the document. */
const questions = (form: ElementHandle): Promise<readonly Question[]> =>
  form.evaluate((element) => {
    const root = (element as HTMLElement).shadowRoot!;
    return [...root.querySelectorAll('patto-field')].flatMap((node): Question[] => {
      const field = node as Field;
      const own = (selector: string): HTMLElement[] =>
        [...field.querySelectorAll<HTMLElement>(selector)].filter(
          (each) => each.closest('patto-field') === field,
        );
      const found = field.store?.node(field.path);
      if (!found || !field.isConnected || field.hidden) return [];
      const ids = (list: HTMLElement[]): string[] => list.map((each) => each.id);
      const base = {
        path: field.path,
        values: [] as unknown[],
        rows: [] as string[],
        controls: [] as string[],
      };
      if (own('output').length) return [{ ...base, kind: 'computed' }];
      if (own('patto-rows').length || own('.rows, button.add').length) {
        const value = field.store.value(field.path);
        const rows = Array.isArray(value) ? value.map((row) => (row as { id: string }).id) : [];
        return [{ ...base, kind: 'rows', rows, controls: ids(own('button.add')) }];
      }
      if (own('.date').length) return [{ ...base, kind: 'date', controls: ids(own('input')) }];
      const values = (): unknown[] => field.store.options(found, field.path).map((option) => option.value);
      const radios = own('input[type=radio]');
      if (radios.length) {
        const options = values();
        return [
          { ...base, kind: 'radio', controls: ids(radios), values: options.length ? options : [true, false] },
        ];
      }
      const boxes = own('input[type=checkbox]');
      if (boxes.length) return [{ ...base, kind: 'box', controls: ids(boxes), values: values() }];
      if (own('select').length)
        return [{ ...base, kind: 'select', controls: ids(own('select')), values: values() }];
      if (own('patto-combobox').length)
        return [
          {
            ...base,
            kind: 'search',
            controls: ids(own('input')),
            values: field.store.options(found, field.path).map((option) => [option.value, option.title]),
          },
        ];
      const text = own('input, textarea');
      return text.length ? [{ ...base, kind: 'text', controls: ids(text) }] : [{ ...base, kind: 'group' }];
    });
  });

const at = (answers: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as { [key: string]: unknown } | undefined)?.[key], answers);

const control = async (form: ElementHandle, id: string): Promise<ElementHandle<HTMLElement>> => {
  const found = await form.evaluateHandle(
    (element, wanted) => (element as HTMLElement).shadowRoot!.getElementById(wanted),
    id,
  );
  const element = found.asElement() as ElementHandle<HTMLElement> | null;
  if (!element) throw new Error(`no control ${id}`);
  return element;
};

/** How a stored value is typed. */
export type Typed = (path: string, value: unknown) => string;

export interface Filling {
  readonly page: Page;
  readonly form: ElementHandle;
  readonly answers: Answers;
  /** ids in the answers given → ids on the screen, filled as rows are made */
  readonly ids: Map<string, string>;
  readonly typed: Typed;
}

async function type(page: Page, form: ElementHandle, id: string, text: string): Promise<void> {
  const input = await control(form, id);
  await input.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
    element.focus();
    (element as HTMLInputElement).select?.();
  });
  await page.keyboard.type(text);
}

// what is drawn again just now is found again
const press = async (page: Page, form: ElementHandle, id: string): Promise<void> => {
  await until(async () => hit(page, await control(form, id)), `button ${id}`);
};

async function answer(filling: Filling, question: Question, value: unknown): Promise<void> {
  const { page, form, ids } = filling;
  const mapped = (one: unknown): unknown => (typeof one === 'string' ? (ids.get(one) ?? one) : one);
  const index = (one: unknown): number => {
    const found = question.values.findIndex((each) => each === mapped(one));
    if (found < 0)
      throw new Error(
        `${question.path}: ${JSON.stringify(one)} is not offered among ${JSON.stringify(question.values)}`,
      );
    return found;
  };
  const ways: { readonly [kind in Question['kind']]: () => Promise<void> } = {
    computed: async () => {},
    group: async () => {},
    rows: async () => {
      const rows = value as readonly { readonly id: string }[];
      for (let have = question.rows.length; have < rows.length; have += 1) {
        await press(page, form, question.controls[0]!);
        await until(
          async () =>
            (await questions(form)).find((one) => one.path === question.path)?.rows.length === have + 1,
          `row ${have + 1} of ${question.path}`,
        );
      }
      const now = (await questions(form)).find((one) => one.path === question.path)!.rows;
      rows.forEach((row, position) => ids.set(row.id, now[position]!));
    },
    date: async () => {
      const [year, month, day] = String(value).split('-') as [string, string, string];
      for (const [position, part] of [day, month, year].entries())
        await type(page, form, question.controls[position]!, part);
    },
    radio: () => press(page, form, question.controls[index(value)]!),
    box: async () => {
      for (const one of value as readonly unknown[]) await press(page, form, question.controls[index(one)]!);
    },
    select: async () => {
      const list = await control(form, question.controls[0]!);
      await list.focus();
      await list.evaluate(
        (element, position) => {
          (element as HTMLSelectElement).selectedIndex = position;
          element.dispatchEvent(new Event('change', { bubbles: true }));
        },
        index(value) + 1,
      );
    },
    search: async () => {
      const title = (question.values as readonly [unknown, string][]).find(
        ([one]) => one === mapped(value),
      )?.[1];
      if (!title) throw new Error(`${question.path}: ${JSON.stringify(value)} is not offered`);
      await type(page, form, question.controls[0]!, title);
      await page.keyboard.press('Enter');
    },
    text: () => type(page, form, question.controls[0]!, filling.typed(question.path, value)),
  };
  await ways[question.kind]();
}

/** Answers what is asked on the page that is open; questions that appear meanwhile too. */
export async function fillPage(filling: Filling): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const open = await questions(filling.form);
    const next = open.find(
      (question) => !done.has(question.path) && at(filling.answers, question.path) !== undefined,
    );
    if (!next) return;
    done.add(next.path);
    await answer(filling, next, at(filling.answers, next.path));
  }
}

/** Presses the button whose text begins so. */
export async function pressButton(filling: Pick<Filling, 'form'>, text: string): Promise<void> {
  // what is drawn again just now is found again
  await until(async () => {
    const handle = await filling.form.evaluateHandle(
      (element, wanted) =>
        [...(element as HTMLElement).shadowRoot!.querySelectorAll('button')].find((button) =>
          button.textContent?.trim().startsWith(wanted),
        ),
      text,
    );
    const found = handle.asElement() as ElementHandle<HTMLElement> | null;
    return found !== null && hit(filling.form.frame.page(), found);
  }, `button ${text}`);
}

const heading = (form: ElementHandle): Promise<string> =>
  form.evaluate(
    (element) => (element as HTMLElement).shadowRoot!.getElementById('heading')?.textContent?.trim() ?? '',
  );
const errors = (form: ElementHandle): Promise<string[]> =>
  form.evaluate((element) =>
    [...(element as HTMLElement).shadowRoot!.querySelectorAll('.error')].map(
      (each) => each.textContent?.trim() ?? '',
    ),
  );

/** Every page, then the review, then sent; gives the text of what is shown at the end. */
export async function fillAll(filling: Filling): Promise<string> {
  for (let pages = 0; pages < 30; pages += 1) {
    await fillPage(filling);
    const before = await heading(filling.form);
    const last = await filling.form.evaluate((element) =>
      [...(element as HTMLElement).shadowRoot!.querySelectorAll('button')].some(
        (button) => button.textContent?.trim() === 'Conferma e invia',
      ),
    );
    if (last) {
      await pressButton(filling, 'Conferma e invia');
      return until(async () => {
        const text = await filling.form.evaluate((element) =>
          // the desk puts its own receipt in the form's place
          element.isConnected
            ? (element as HTMLElement).shadowRoot!.querySelector('[part=sent]')?.textContent?.trim()
            : 'sent',
        );
        if (text) return text;
        const wrong = await errors(filling.form);
        if (wrong.length) throw new Error(wrong.join('\n'));
        return undefined;
      }, 'the form is sent');
    }
    await pressButton(filling, 'Avanti');
    await until(
      async () => (await heading(filling.form)) !== before,
      `the page after «${before}»; errors: ${(await errors(filling.form)).join(' | ')}`,
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}\n${(await errors(filling.form)).join('\n')}`);
    });
  }
  throw new Error('the form has no end');
}

/** Money is typed in euro with a comma, numbers and texts as they are. */
export const typedBy =
  (money: ReadonlySet<string>): Typed =>
  (path, value) => {
    const key = path.split('/').at(-1)!;
    if (money.has(key) && typeof value === 'number') return (value / 100).toFixed(2).replace('.', ',');
    return typeof value === 'number' ? String(value).replace('.', ',') : String(value);
  };
