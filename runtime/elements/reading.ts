// SPDX-License-Identifier: BSD-3-Clause
// Reading aids: language, plainer words, reading aloud, size and spacing of the text. What a reader chooses is
// remembered on the device and holds in every form, unless the device is shared.
import { css, html, nothing, type TemplateResult } from 'lit';
import { aside, type AsideKey } from '../words/aside.ts';
import { Aloud } from './aloud.ts';
import { dress } from './css.ts';
import type { PattoForm } from './form.ts';

const sheet = css`
  .aids-panel {
    display: grid;
    clear: both;
    gap: 1em;
    margin-block: 0.75em 1.25em;
    padding: 1.25em 1.5em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
  }
  .aids-panel .choice {
    padding-inline: 0;
  }
  .aids-panel select {
    max-width: 20em;
  }
  .aids-panel .size {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    margin-block-start: 0.375em;
  }
  .aids-panel .size output {
    min-width: 3.5em;
    font-weight: 600;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
`;

/** What a reader has chosen; absent: as the form is. */
interface Chosen {
  language?: string;
  plain?: true;
  aloud?: true;
  /** percent, 100–200 */
  size?: number;
  spacing?: true;
}

const PLACE = 'patto:reading';
const SIZES = [100, 125, 150, 175, 200];
/** tag of a language in plainer words: it-x-facile */
const PLAIN = '-x-facile';

const isShared = (): boolean => {
  try {
    return localStorage.getItem('patto:shared') === '1';
  } catch {
    return true;
  }
};

/** What the device remembers, whatever somebody wrote there. */
function remembered(): Chosen {
  try {
    const all = JSON.parse(localStorage.getItem(PLACE) ?? '{}') as { readonly [key: string]: unknown } | null;
    const { language, plain, aloud, size, spacing } = all ?? {};
    return {
      ...(typeof language === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? { language } : {}),
      ...(plain === true ? { plain } : {}),
      ...(aloud === true ? { aloud } : {}),
      ...(SIZES.includes(Number(size)) ? { size: Number(size) } : {}),
      ...(spacing === true ? { spacing } : {}),
    };
  } catch {
    return {};
  }
}

/** Choices of this page: shared by its forms, kept where they may be. */
let chosen = remembered();
const forms = new Set<WeakRef<Reading>>();

function keep(): void {
  if (isShared()) return;
  try {
    if (Object.keys(chosen).length > 0) localStorage.setItem(PLACE, JSON.stringify(chosen));
    else localStorage.removeItem(PLACE);
  } catch {
    // A full or closed storage: the choices last as long as the page.
  }
}

export class Reading {
  readonly #form: PattoForm;
  readonly #size = new CSSStyleSheet();
  readonly #aloud: Aloud;
  open = false;

  constructor(form: PattoForm) {
    this.#form = form;
    this.#aloud = new Aloud(form);
    forms.add(new WeakRef(this));
  }

  get #translations(): readonly string[] {
    const definition = this.#form.definition ?? this.#form.published?.definition;
    return Object.keys(definition?.translations ?? {});
  }

  /** Languages that this form can be read in: its own, those it is translated into. */
  get #languages(): readonly string[] {
    return [...new Set(['it', 'en', ...this.#translations.filter((each) => !each.endsWith(PLAIN))])];
  }

  /** The language to read in, where the page asks for `locale`. */
  locale(locale: string): string {
    const language = chosen.language && this.#languages.includes(chosen.language) ? chosen.language : locale;
    const plain = `${language.split('-')[0]}${PLAIN}`;
    return chosen.plain && this.#translations.includes(plain) ? plain : language;
  }

  get #plainly(): boolean {
    const [language] = (this.#form.store?.sayings.locale ?? 'it').split('-');
    return this.#translations.includes(`${language}${PLAIN}`);
  }

  toggle(): void {
    this.open = !this.open;
    dress(this.#form.renderRoot, sheet);
    this.#form.requestUpdate();
  }

  #choose(change: Chosen | undefined): void {
    const all = change ? { ...chosen, ...change } : {};
    chosen = Object.fromEntries(
      Object.entries(all).filter(([, value]) => value !== undefined && value !== 100),
    );
    keep();
    for (const each of forms) {
      const reading = each.deref();
      if (reading) reading.apply();
      else forms.delete(each);
    }
  }

  /** Makes the form as its reader wants it. */
  apply(): void {
    const form = this.#form;
    const root = form.renderRoot as ShadowRoot;
    const { size = 100, spacing } = chosen;
    // From the text size of the page around, without a word in its styles.
    this.#size.replaceSync(
      `.patto{font-size:${size / 100}em}` +
        (spacing
          ? '.patto{line-height:2;letter-spacing:.12em;word-spacing:.16em}.patto p+p{margin-block-start:1em}'
          : ''),
    );
    if (!root.adoptedStyleSheets.includes(this.#size))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#size];
    this.#aloud.listen(chosen.aloud ?? false);
    if (form.store) void form.speak();
    form.requestUpdate();
  }

  /** The button of the fast keys, where there are some. */
  keys(): TemplateResult | typeof nothing {
    const form = this.#form;
    return form.fast
      ? html`<button
          type="button"
          class="aids"
          part="button aids"
          @click=${async () => (await import('./fast.ts')).help(form)}
        >
          ${aside(form.store!.sayings.locale, 'keys')}
        </button>`
      : nothing;
  }

  /** The panel under its button, while it is open. */
  panel(): TemplateResult | typeof nothing {
    const { store } = this.#form;
    if (!this.open || !store) return nothing;
    const { locale } = store.sayings;
    const say = (key: AsideKey): string => aside(locale, key);
    const size = chosen.size ?? 100;
    const at = SIZES.indexOf(size);
    const box = (key: 'plain' | 'aloud' | 'spacing', hint?: string) =>
      html`<label class="choice">
        <input
          type="checkbox"
          name=${key}
          .checked=${chosen[key] ?? false}
          @change=${(event: Event) =>
            this.#choose({ [key]: (event.target as HTMLInputElement).checked || undefined } as Chosen)}
        />
        <span>${say(key)}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
      </label>`;
    return html`<section class="aids-panel" part="aids-panel" aria-label=${say('aids')}>
      <div>
        <label for="aids-language">${say('language')}</label>
        <select
          id="aids-language"
          @change=${(event: Event) => this.#choose({ language: (event.target as HTMLSelectElement).value })}
        >
          ${this.#languages.map(
            (each) =>
              html`<option value=${each} lang=${each} ?selected=${each === locale.replace(PLAIN, '')}>
                ${named(each)}
              </option>`,
          )}
        </select>
      </div>
      ${this.#plainly ? box('plain') : nothing}
      ${
        this.#aloud.able
          ? box('aloud', say('aloudHint'))
          : html`<p class="hint" role="status">${say('voiceless')}</p>`
      }
      <div role="group" aria-labelledby="aids-size">
        <span class="label" id="aids-size">${say('size')}</span>
        <div class="size">
          ${(
            [
              ['smaller', -1, 'A−'],
              ['larger', 1, 'A+'],
            ] as const
          ).map(
            ([key, step, sign]) =>
              html`<button
                type="button"
                part="button"
                name=${key}
                aria-disabled=${SIZES[at + step] === undefined ? 'true' : 'false'}
                @click=${() => this.#choose({ size: SIZES[at + step] ?? size })}
              >
                <span aria-hidden="true">${sign}</span><span class="hidden-text">${say(key)}</span>
              </button>`,
          )}
          <output role="status">${size} %</output>
        </div>
      </div>
      ${box('spacing')}
      <p class="hint">${say(isShared() ? 'forgotten' : 'remembered')}</p>
      <div class="buttons">
        <button type="button" part="button" name="reset" @click=${() => this.#choose(undefined)}>
          ${say('asBefore')}
        </button>
      </div>
    </section>`;
  }
}

/** A language in its own words: Italiano, English, العربية. */
function named(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
