// SPDX-License-Identifier: BSD-3-Clause
// Proposals beside a list: taking one puts its rows, linked among themselves, into their lists. They stay like any others.
// Published forms have none: the screens that fill in a case bring this part along.
import { LitElement, css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { linkedRows, proposedFor, type Proposed } from '../engine/proposals.ts';
import { learn } from '../words/index.ts';
import { chrome } from '../words/it-proposals.ts';
import { dress } from './css.ts';
import { type FormStore, storeOf } from './form-store.ts';
import { newRowId } from './row-changes.ts';

learn({ chrome });

const sheet = css`
  .proposals {
    margin-block: 0.75em 1em;
    padding: 0.75em 1em;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--primary-soft);
  }
  .proposals > summary {
    min-height: 1.75em;
    font-weight: 600;
    cursor: pointer;
  }
  .proposals ul {
    margin: 0.5em 0 0;
    padding: 0;
    list-style: none;
  }
  .proposals li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block: 0.75em;
    border-block-start: 1px solid var(--line);
  }
  .proposals li > div {
    flex: 1 1 16em;
    min-width: 0;
  }
  .proposals small {
    display: block;
    color: var(--muted);
    font-size: 0.9375em;
  }
  @media print {
    .proposals {
      display: none;
    }
  }
`;

/** A row as people name it: its first text. */
const textOf = ({ rows }: Proposed): string =>
  String(Object.values(rows[0]?.row ?? {}).find((value) => typeof value === 'string') ?? '');

export class PattoProposals extends LitElement {
  declare store: FormStore;
  #end: (() => void) | undefined;
  #watched = '';
  #said = '';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    this.store = storeOf(this);
    super.connectedCallback();
    dress(this.getRootNode(), sheet);
    this.#watched = '';
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#end?.();
  }

  /** The list that it stands over; '' where that is only a part of one. */
  get path(): string {
    const rows = this.parentElement as (HTMLElement & { readonly path?: string; readonly among?: unknown }) | null; // prettier-ignore
    return (!rows?.among && rows?.path) || '';
  }

  protected override willUpdate() {
    const { path } = this;
    if (path === this.#watched) return;
    this.#watched = path;
    this.#end?.();
    this.#end = this.store.watch(path, () => this.requestUpdate());
  }

  /** The other lists that it writes in, with how many rows: "Risultati attesi 2, Sostegni 1". */
  #with({ rows }: Proposed): string {
    const lists = [...new Set(rows.slice(1).map(({ to }) => to))];
    return lists
      .map((to) => `${this.store.titleAt(to)} ${rows.filter((row) => row.to === to).length}`)
      .join(', ');
  }

  #take(one: Proposed) {
    const { store } = this;
    if (one.taken) return;
    for (const { to, row } of linkedRows(one, newRowId)) {
      const rows = store.value(to);
      const kept = { row, typing: [], touched: [], from: {} };
      store.rowChanges.insert(to, Array.isArray(rows) ? rows.length : 0, kept);
    }
    this.#said = store.sayings.say('proposalDone', { what: textOf(one) });
    this.requestUpdate();
  }

  protected override render() {
    const { store, path } = this;
    const { sayings } = store;
    if (!path || store.locked(path)) return nothing;
    const all = proposedFor(path, store.outline, store.now.answers, store.context);
    if (all.length === 0) return nothing;
    const open = all.some(({ taken }) => !taken);
    const { maxItems = Infinity } = store.node(path)!.schema;
    const full = store.rows.of(path).length >= maxItems;
    return html`<details class="proposals" ?open=${open}>
        <summary>${sayings.say('proposals')} (${all.length})</summary>
        <p class="hint">${sayings.say('proposalsHint')}</p>
        <ul>
          ${repeat(
            all,
            ({ id }) => id,
            (one, place) => {
              const id = `f${store.key(path)}-p${place}`;
              return html`<li>
                <div id=${id}>
                  <small>${one.need}</small>${textOf(one)}
                  <small>${sayings.say('proposalRows', { rows: this.#with(one) })}</small>
                </div>
                <button
                  type="button"
                  part="button add"
                  aria-disabled=${one.taken || full ? 'true' : nothing}
                  aria-describedby=${id}
                  @click=${() => full || this.#take(one)}
                >
                  ${sayings.say(one.taken ? 'proposalTaken' : 'proposalTake')}
                </button>
              </li>`;
            },
          )}
        </ul>
      </details>
      <p class="hidden-text" role="status">${this.#said}</p>`;
  }
}

if (!customElements.get('patto-proposals')) customElements.define('patto-proposals', PattoProposals);
