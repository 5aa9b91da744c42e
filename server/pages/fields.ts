// SPDX-License-Identifier: AGPL-3.0-or-later
// /fields: every type of field, drawn from its own samples. The address says what is shown:
// ?type=iban&state=wrong&language=en; state=all puts every state of a type side by side.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../runtime/elements/form.ts';
import type { PattoForm } from '../../runtime/elements/form.ts';
import { controls, dressPage, tokens } from '../../runtime/elements/kit/styles.ts';
import type { FieldSamples, FieldWords } from '../../runtime/fields/contract.ts';
import { folders } from '../../runtime/fields/index.ts';
import { loadSamples, loadWords } from '../../runtime/fields/load.ts';
import {
  context,
  localeOf,
  sampleForm,
  sampleRemote,
  states,
  type SampleForm,
  type SampleState,
} from './fields/sample-form.ts';

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
    long: 'Testi lunghi',
    rtl: 'Da destra a sinistra',
    all: 'Tutti',
    allTypes: 'Tutti i tipi',
    allStates: 'Tutti gli stati di questo tipo',
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
    long: 'Long texts',
    rtl: 'Right to left',
    all: 'All',
    allTypes: 'All types',
    allStates: 'Every state of this type',
    locked: 'Locked',
    read: 'Read-only',
  },
} as const;
type Language = keyof typeof said;

type Shown = SampleState | 'all';
const shown: readonly Shown[] = [...states, 'all'];
const asked = new URLSearchParams(location.search);
const oneOf = <Value extends string>(name: string, values: readonly Value[], otherwise: Value): Value =>
  values.find((value) => value === asked.get(name)) ?? otherwise;

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
      .sheet {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 24px 32px;
        align-items: start;
      }
      .sheet > section {
        min-width: 0;
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

  @state() private state = oneOf('state', shown, 'empty');
  @state() private language: Language = oneOf('language', ['it', 'en'] as const, 'it');
  /** the only type to be shown; '': all */
  @state() private only: string = oneOf('type', ['', ...folders], '');
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
    for (const form of this.renderRoot.querySelectorAll<PattoForm>('patto-form[data-state=wrong]'))
      void form.updateComplete.then(() => form.validate());
    const now = { type: this.only, state: this.state, language: this.language };
    const address = new URLSearchParams(Object.entries(now).filter(([, value]) => value !== ''));
    history.replaceState(null, '', `?${address}${location.hash}`);
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
            shown,
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
            ${this.only ? html`<button @click=${() => (this.only = '')}>${words.allTypes}</button>` : nothing}
            ${this.types().map(
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
                    this.types(),
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

  private types(): readonly string[] {
    return this.only ? [this.only] : folders;
  }

  private type(type: string) {
    const samples = this.samples.get(type);
    if (!samples) return nothing;
    const words = said[this.language];
    const side = this.state === 'all' ? states : [this.state];
    return html`<article class="card" id=${type}>
      <h2 tabindex="-1">${this.name(type)}</h2>
      <p class="hint">${this.words.get(type)?.about[this.language]}</p>
      ${
        this.state === 'all'
          ? nothing
          : html`<p><a href="?type=${type}&state=all&language=${this.language}">${words.allStates}</a></p>`
      }
      <div class=${side.length > 1 ? 'sheet' : nothing}>
        ${repeat(
          side,
          (state) => state,
          (state) =>
            html`<section>
              ${side.length > 1 ? html`<h3>${words[state]}</h3>` : nothing} ${this.form(samples, type, state)}
            </section>`,
        )}
      </div>
    </article>`;
  }

  private form(samples: FieldSamples, type: string, state: SampleState) {
    const { definition, answers } = this.made(`${type} ${state}`, () => sampleForm(samples, type, state));
    return html`<patto-form
      bare
      data-state=${state}
      locale=${localeOf(state, this.language)}
      view=${state === 'read' ? 'read' : 'fill'}
      .context=${context}
      .definition=${definition}
      .value=${answers}
      .remote=${sampleRemote}
    ></patto-form>`;
  }

  /** One definition per type and state, so that a form that is being tried is not begun anew. */
  readonly #made = new Map<string, SampleForm>();
  private made(key: string, make: () => SampleForm): SampleForm {
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }
}
