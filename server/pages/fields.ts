// SPDX-License-Identifier: AGPL-3.0-or-later
// /fields: every type of field, drawn from its own samples.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../runtime/elements/form.ts';
import type { PattoForm } from '../../runtime/elements/form.ts';
import { controls, dressPage, tokens } from '../../runtime/elements/kit/styles.ts';
import type { FieldSamples, FieldWords } from '../../runtime/fields/contract.ts';
import { folders } from '../../runtime/fields/index.ts';
import { loadSamples, loadWords } from '../../runtime/fields/load.ts';
import { context, sampleForm, states, type SampleState } from './fields/sample-form.ts';

const said = {
  it: {
    title: 'Tipi di campo',
    lead: 'Ogni tipo di domanda, con i suoi esempi. Si può provare: niente viene conservato.',
    types: 'Tipi',
    state: 'Stato',
    language: 'Lingua',
    empty: 'Vuoto',
    filled: 'Compilato',
    wrong: 'Con errori',
    locked: 'Bloccato',
    read: 'Sola lettura',
  },
  en: {
    title: 'Field types',
    lead: 'Every type of question, with its samples. Try them: nothing is kept.',
    types: 'Types',
    state: 'State',
    language: 'Language',
    empty: 'Empty',
    filled: 'Filled',
    wrong: 'With errors',
    locked: 'Locked',
    read: 'Read-only',
  },
} as const;
type Language = keyof typeof said;

@customElement('patto-fields')
export class FieldsPage extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--patto-ground);
      }
      .inner {
        max-width: 1100px;
        margin: 0 auto;
        padding: 24px 20px 64px;
      }
      header {
        background: var(--patto-surface);
        border-block-end: 1px solid var(--patto-line);
      }
      header .inner {
        padding-block: 10px;
      }
      .brand {
        display: inline-flex;
        align-items: center;
        min-height: 44px;
        font-weight: 700;
        font-size: 22px;
        text-decoration: none;
      }
      .columns {
        display: grid;
        grid-template-columns: 220px minmax(0, 1fr);
        gap: 32px;
        align-items: start;
      }
      nav {
        position: sticky;
        top: 16px;
        display: grid;
      }
      nav a {
        display: flex;
        align-items: center;
        min-height: 44px;
        padding: 4px 12px;
        border-radius: var(--patto-radius);
        text-decoration: none;
        font-weight: 600;
      }
      nav a:hover {
        background: var(--patto-primary-soft);
      }
      .pick {
        margin-block: 16px 24px;
        gap: 8px 24px;
      }
      .pick button[aria-pressed='true'] {
        background: var(--patto-primary);
        border-color: var(--patto-primary);
        color: var(--patto-surface);
      }
      article {
        scroll-margin-top: 16px;
        margin-block-end: 24px;
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
          gap: 16px;
        }
        nav {
          position: static;
          display: flex;
          flex-wrap: wrap;
        }
      }
    `,
  ];

  @state() private state: SampleState = 'empty';
  @state() private language: Language = 'it';
  @state() private samples: ReadonlyMap<string, FieldSamples> = new Map();
  @state() private words: ReadonlyMap<string, FieldWords> = new Map();

  override connectedCallback(): void {
    super.connectedCallback();
    dressPage();
    void Promise.all([loadSamples(), loadWords()]).then(([samples, words]) => {
      this.samples = samples;
      this.words = words;
    });
  }

  protected override updated(): void {
    document.documentElement.lang = this.language;
    if (this.state !== 'wrong') return;
    for (const form of this.renderRoot.querySelectorAll<PattoForm>('patto-form'))
      void form.updateComplete.then(() => form.validate());
  }

  #go(event: Event, type: string): void {
    event.preventDefault();
    const place = this.renderRoot.querySelector<HTMLElement>(`#${type} h2`);
    place?.scrollIntoView();
    place?.focus();
  }

  private pick<Value extends string>(
    label: string,
    values: readonly Value[],
    now: Value,
    name: (value: Value) => string,
    choose: (value: Value) => void,
  ) {
    return html`<div class="cluster" role="group" aria-label=${label}>
      ${values.map(
        (value) =>
          html`<button aria-pressed=${now === value ? 'true' : 'false'} @click=${() => choose(value)}>
            ${name(value)}
          </button>`,
      )}
    </div>`;
  }

  protected override render() {
    const words = said[this.language];
    return html`<header>
        <div class="inner"><a class="brand" href="/">Patto</a></div>
      </header>
      <main class="inner">
        <h1>${words.title}</h1>
        <p>${words.lead}</p>
        <div class="cluster pick">
          ${this.pick(
            words.state,
            states,
            this.state,
            (value) => words[value],
            (value) => (this.state = value),
          )}
          ${this.pick(
            words.language,
            ['it', 'en'] as const,
            this.language,
            (value) => value.toUpperCase(),
            (value) => (this.language = value),
          )}
        </div>
        <div class="columns">
          <nav aria-label=${words.types}>
            ${folders.map(
              (type) =>
                html`<a href="#${type}" @click=${(event: Event) => this.#go(event, type)}
                  >${this.name(type)}</a
                >`,
            )}
          </nav>
          <div>
            ${
              this.samples.size === 0
                ? nothing
                : repeat(
                    folders,
                    (type) => `${type} ${this.state}`,
                    (type) => this.type(type),
                  )
            }
          </div>
        </div>
      </main>`;
  }

  private name(type: string): string {
    return this.words.get(type)?.name[this.language] ?? type;
  }

  private type(type: string) {
    const samples = this.samples.get(type);
    if (!samples) return nothing;
    const { definition, answers } = sampleForm(samples, type, this.state);
    return html`<article class="card" id=${type}>
      <h2 tabindex="-1">${this.name(type)}</h2>
      <p class="hint">${this.words.get(type)?.about[this.language]}</p>
      <patto-form
        bare
        locale=${this.language}
        view=${this.state === 'read' ? 'read' : 'fill'}
        .context=${context}
        .definition=${this.definition(type, definition)}
        .value=${answers}
      ></patto-form>
    </article>`;
  }

  /** One definition per type and state, so that a form that is being tried is not begun anew. */
  #made = new Map<string, unknown>();
  private definition<Made>(type: string, made: Made): Made {
    const key = `${type} ${this.state}`;
    if (!this.#made.has(key)) this.#made.set(key, made);
    return this.#made.get(key) as Made;
  }
}
