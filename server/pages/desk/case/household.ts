// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { CaseView } from '../api.ts';
import type { Composition } from './case-work-api.ts';
import { caseWorkWords } from './case-work-words.ts';
import { dayOf, isoOf } from '../dates.ts';

type Member = Composition['members'][number];
const nameOf = (member: Member): string =>
  [member['nome'], member['cognome']].filter((one) => typeof one === 'string').join(' ') || '–';

/** Who came and who left between two compositions; rows keep their id, and a person whose row is new keeps the name. */
export function changesOf(
  before: Composition | undefined,
  now: Composition,
): { readonly came: readonly Member[]; readonly left: readonly Member[] } {
  if (!before) return { came: [], left: [] };
  const same = (one: Member, other: Member): boolean =>
    one.id === other.id || (nameOf(one) !== '–' && nameOf(one) === nameOf(other));
  const without = (all: readonly Member[], others: readonly Member[]): Member[] =>
    all.filter((one) => !others.some((other) => same(one, other)));
  return { came: without(now.members, before.members), left: without(before.members, now.members) };
}

/** The household of a day, and how it has changed. */
@customElement('patto-case-household')
export class CaseHousehold extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      ul,
      ol {
        list-style: none;
        margin: 0 0 12px;
        padding: 0;
      }
      li {
        padding-block: 4px;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: end;
      }
      form div {
        flex: 1 1 140px;
      }
    `,
  ];
  @property() locale = 'it';
  @property() today = '';
  @property({ attribute: false }) view: CaseView | undefined;
  @state() private day = '';
  @state() private wrong = false;

  private choose = (event: SubmitEvent): void => {
    event.preventDefault();
    const written = String(new FormData(event.currentTarget as HTMLFormElement).get('day') ?? '').trim();
    const iso = written === '' ? '' : isoOf(written);
    this.wrong = iso === undefined;
    if (iso !== undefined) this.day = iso;
  };

  override render() {
    const say = caseWorkWords(this.locale);
    const all = this.view?.case.household ?? [];
    const on = this.day || this.today;
    const shown = all.findLast(({ from }) => from <= on) ?? all[0];
    const change = this.changeForm();
    return html`<section class="card" aria-labelledby="household">
      <h2 id="household">${say.household}</h2>
      ${
        shown
          ? html`<p class="hint" role="status">
                ${this.day ? html`${say.householdOn} ${dayOf(this.day)} · ` : nothing}${say.from}
                ${dayOf(shown.from)}${shown.reason ? html` · ${shown.reason}` : nothing}
              </p>
              <ul data-members>
                ${shown.members.map((member) => html`<li>${nameOf(member)}</li>`)}
              </ul>`
          : html`<p class="hint">${say.noHousehold}</p>`
      }
      ${all.length > 1 ? this.past(all) : nothing} ${change ? html`<p>${change}</p>` : nothing}
    </section>`;
  }

  private past(all: readonly Composition[]) {
    const say = caseWorkWords(this.locale);
    return html`<details>
      <summary>${say.allCompositions} (${all.length})</summary>
      <form @submit=${this.choose}>
        <div>
          <label for="day">${say.householdOn}</label
          ><input
            id="day"
            name="day"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby="day-hint"
            aria-invalid=${this.wrong}
          />
        </div>
        <button>${say.show}</button>
      </form>
      <small class="hint" id="day-hint">${this.wrong ? say.notADay : say.householdHint}</small>
      <ol>
        ${all
          .map((one, place) => ({ one, ...changesOf(all[place - 1], one) }))
          .toReversed()
          .map(
            ({ one, came, left }) =>
              html`<li>
                <strong class="numbers">${say.from} ${dayOf(one.from)}</strong
                >${one.reason ? html` · ${one.reason}` : nothing}
                ${came.map((member) => html`<div>+ ${nameOf(member)} <span class="hint">${say.came}</span></div>`)}
                ${left.map((member) => html`<div>− ${nameOf(member)} <span class="hint">${say.left}</span></div>`)}
              </li>`,
          )}
      </ol>
    </details>`;
  }
  /** The form that tells a change: the one of the district that says from when a household counts. */
  private changeForm() {
    const say = caseWorkWords(this.locale);
    const forms = (this.view?.phases ?? []).flatMap(({ definitions }) => definitions);
    const one = forms.find(
      ({ changesHousehold, published, fills }) => changesHousehold && published !== null && fills,
    );
    if (!one) return undefined;
    return html`<button
      class="small"
      @click=${() =>
        this.dispatchEvent(new CustomEvent('patto-start', { detail: one.id, bubbles: true, composed: true }))}
    >
      ${say.change}
    </button>`;
  }
}
