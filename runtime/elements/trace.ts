// SPDX-License-Identifier: BSD-3-Clause
// How an outcome and its scores come about, for whoever wants to know. Fetched for forms that decide something.
import { LitElement, css, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Definition, ReadTrace, RuleTrace, ScoreTrace } from '../../schemas/types.ts';
import { spell } from '../engine/explain.ts';
import { decides, trace } from '../engine/trace.ts';
import { chrome } from '../words/it-trace.ts';
import { type ChromeKey, learn } from '../words/index.ts';
import { dress } from './css.ts';
import { inWords } from './in-words.ts';
import { type FormStore, storeOf } from './form-store.ts';
import type { Page } from './layout.ts';

learn({ chrome });

const sheet = css`
  .trace {
    margin-block: 1.5em;
    padding: 0.875em 1.25em;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) + 4px);
    background: var(--surface);
  }
  .trace summary {
    font-weight: 600;
    cursor: pointer;
  }
  .trace h4 {
    margin-block: 1.25em 0.375em;
  }
  .trace ol {
    display: grid;
    gap: 0.75em;
    margin-block: 0.5em 0;
    padding-inline-start: 1.5em;
  }
  .trace .rule {
    padding-inline-start: 0.25em;
  }
  .trace .verdict {
    display: inline-block;
    margin-inline-end: 0.5em;
    padding: 0 0.5em;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    color: var(--muted);
    font-size: 0.875em;
    font-weight: 600;
  }
  .trace .held .verdict {
    border-color: var(--success);
    background: var(--success-soft);
    color: var(--success);
  }
  .trace ul {
    margin-block: 0.25em 0;
    padding-inline-start: 1.25em;
    color: var(--muted);
  }
  .trace .points {
    overflow-x: auto;
  }
  .trace table {
    width: 100%;
    border-collapse: collapse;
  }
  .trace th,
  .trace td {
    padding: 0.375em 0.5em;
    border-block-end: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  .trace .points + p {
    margin-block: 0.5em 1em;
  }
  .trace .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;

/** The field, with stars, that shows the suggested outcome. */
const showing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'outcome' in value;

export class PattoTrace extends LitElement {
  static override properties: PropertyDeclarations = {
    pages: { attribute: false },
    last: { type: Boolean },
    open: { type: Boolean },
  };
  declare store: FormStore;
  /** pages that are drawn; what shows the outcome may stand on another */
  declare pages: readonly Page[] | undefined;
  /** the last page of the form is among them */
  declare last: boolean;
  declare open: boolean;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    this.store.addEventListener('change', this.#changed);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.store.removeEventListener('change', this.#changed);
  }

  readonly #changed = () => {
    if (this.open) this.requestUpdate();
  };

  /** Does it stand here? Beside the field that shows the outcome; where there is none, at the end. */
  get #here(): boolean {
    const { pages, store } = this;
    const fields = store.outline.fields.filter(
      (node) => showing(node.value) && node.schema['x-drawn'] !== false,
    );
    if (!pages || fields.length === 0) return !pages || this.last;
    return pages.some((page) =>
      store.fieldsOfPage(page).some((path) => fields.some((node) => node.pointer === path)),
    );
  }

  #say(key: ChromeKey, params?: { readonly [name: string]: unknown }): string {
    return this.store.sayings.say(key, params);
  }

  protected override render() {
    const { store } = this;
    const { definition } = store.outline;
    if (!decides(store.outline) || !this.#here) return nothing;
    return html`<details
      class="trace"
      part="trace"
      .open=${this.open}
      @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}
    >
      <summary part="summary">${this.#say(definition.outcome ? 'trace' : 'traceScores')}</summary>
      ${this.open ? this.#inside(definition) : nothing}
    </details>`;
  }

  #inside(definition: Definition) {
    const { store } = this;
    const found = trace(store.outline, store.now, store.context);
    if (!found) return nothing;
    const none = definition.outcome && (store.now.outcome?.row ?? -1) < 0;
    return html`${found.scores.map((score) => this.#score(score))}
    ${
      definition.outcome
        ? html`<p>${this.#say('traceRules')}</p>
            <ol>
              ${found.rules.map((rule) => this.#rule(rule))}
            </ol>`
        : nothing
    }
    ${none ? html`<p>${this.#say('traceNone')} ${definition.outcome?.otherwise}</p>` : nothing}`;
  }

  #rule({ reason, gives, holds, reads }: RuleTrace): TemplateResult {
    return html`<li class=${holds ? 'rule held' : 'rule'}>
      <span class="verdict">${this.#say(holds ? 'traceHolds' : 'traceHoldsNot')}</span>
      ${reason}
      ${holds ? html`<strong>${this.#say('traceGives', { outcome: this.#outcome(gives) })}</strong>` : nothing}
      ${
        reads.length
          ? html`<ul aria-label=${this.#say('traceReads')}>
              ${reads.map((read) => html`<li>${this.#title(read)}: ${this.#value(read)}</li>`)}
            </ul>`
          : nothing
      }
    </li>`;
  }

  #score({ at, title, points, band, items }: ScoreTrace): TemplateResult {
    const { locale } = this.store.sayings;
    const number = (value: number): string => spell(value, locale.startsWith('en') ? 'en' : 'it');
    return html`<h4>${at === '' ? this.store.sayings.formTitle() : this.#title({ at, title })}</h4>
      <div class="points" tabindex="0" role="region" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${this.#say('traceItem')}</th>
              <th scope="col">${this.#say('traceAnswer')}</th>
              <th scope="col" class="number">${this.#say('tracePoints')}</th>
              <th scope="col" class="number">${this.#say('traceWeight')}</th>
              <th scope="col" class="number">${this.#say('traceCounts')}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map(
              (item) =>
                html`<tr>
                  <th scope="row">${this.#title(item)}</th>
                  <td>${this.#value(item)}</td>
                  <td class="number">${number(item.points)}</td>
                  <td class="number">${number(item.weight)}</td>
                  <td class="number">${number(Math.round(item.points * item.weight * 1e6) / 1e6)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p>
        ${
          points === undefined
            ? this.#say('traceWaiting')
            : html`<strong>${this.#say('traceTotal')}: ${number(points)}</strong>`
        }${band ? html` · ${this.#say('traceBand', { band: band.title })}` : nothing}
      </p>`;
  }

  /** In the language at hand, with the groups around it. */
  #title({ at, title }: Pick<ReadTrace, 'at' | 'title'>): string {
    const { store } = this;
    const node = store.node(at);
    if (!node) return title;
    const own = store.sayings.title(node);
    if (node.parent?.type.nests === 'group')
      return `${store.titleAt(at.slice(0, at.lastIndexOf('/')))}: ${own}`;
    const [, path = '', index = ''] = /^(.*)\/(\d+)\/[^/]+$/.exec(at) ?? [];
    const row = path && (store.raw(`${path}/${index}`) as { readonly id: string } | undefined);
    return row ? `${store.rows.label(path, row, +index)}: ${own}` : own;
  }

  #value({ at, value }: ReadTrace): string {
    const { store } = this;
    const node = store.node(at);
    if (value === undefined || !node) return this.#say('notYet') || '…';
    if (typeof value === 'boolean') return this.#say(value ? 'traceYes' : 'traceNo');
    if (node.type.nests) return this.#say('traceRows', { n: value });
    return inWords(store, node, value, at);
  }

  /** The outcome by its title where a question names it. */
  #outcome(gives: RuleTrace['gives']): string {
    const { store } = this;
    const node = store.outline.fields.find(({ value, schema }) => showing(value) && schema.oneOf);
    return node ? inWords(store, node, gives, node.pointer) : String(gives);
  }
}

if (!customElements.get('patto-trace')) customElements.define('patto-trace', PattoTrace);
