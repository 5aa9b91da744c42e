// SPDX-License-Identifier: AGPL-3.0-or-later
// How much a template may do while it is drawn: repetitions in repetitions multiply, whatever its text looks like.
import type Handlebars from 'handlebars';

/** rounds of all repetitions, and characters that they give, each level of them counted */
export const bounds = { rounds: 100_000, characters: 4_000_000 } as const;

/** A template that went beyond its bounds; `code` as in templates/words.ts. */
export class TemplateLimit extends Error {
  readonly code = 'template-endless';
}

/** What has been used of the bounds, for one drawing; travels with Handlebars' own data. */
export class Spent {
  #rounds = 0;
  #characters = 0;

  round(): void {
    this.#rounds += 1;
    if (this.#rounds > bounds.rounds) throw new TemplateLimit(`more than ${bounds.rounds} rounds`);
  }
  gave(text: string): void {
    this.#characters += text.length;
    if (this.#characters > bounds.characters)
      throw new TemplateLimit(`more than ${bounds.characters} characters`);
  }
}

/** Handlebars' `each`, counted. */
export const boundedEach = (each: Handlebars.HelperDelegate): Handlebars.HelperDelegate =>
  function (this: unknown, rows: unknown, options: Handlebars.HelperOptions) {
    const { spent } = options.data as { readonly spent: Spent };
    const fn: Handlebars.TemplateDelegate = (row, more) => {
      spent.round();
      const text = options.fn(row, more);
      spent.gave(text);
      return text;
    };
    return each.call(this, rows, { ...options, fn }) as unknown;
  };
