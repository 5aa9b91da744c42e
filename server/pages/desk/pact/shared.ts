// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { HttpProblem } from '../../../../runtime/elements/kit/http.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import { entries } from '../../look.ts';
import { dayOf } from '../dates.ts';
import { listShared, type SharedFamily, type SharedRow } from './shared-api.ts';
import { sharedWords } from './shared-words.ts';

/** #/shared: for a school or another partner of the project, their part of the pacts in force, family by family. */
@customElement('patto-desk-shared')
export class Shared extends LitElement {
  static override styles = [
    tokens,
    controls,
    entries,
    css`
      h3 {
        margin-block: 20px 0;
      }
      li p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      dl {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 20px;
        margin: 4px 0 0;
      }
      dt {
        display: inline;
        color: var(--patto-muted);
      }
      dd {
        display: inline;
        margin: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property() locale = 'it';
  @state() private items: readonly SharedFamily[] | undefined;
  @state() private problem: HttpProblem | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }
  private async load(): Promise<void> {
    const answer = await listShared();
    this.problem = answer.ok ? undefined : answer.problem;
    if (answer.ok) this.items = answer.value.items;
  }

  override render() {
    const say = sharedWords(this.locale);
    return html`<div class="stack">
      <div>
        <h1>${say.title}</h1>
        <p class="hint">${say.hint}</p>
      </div>
      ${
        this.problem
          ? html`<p class="notice bad" role="alert">${this.problem.title}</p>
              <p><button @click=${() => this.load()}>${say.retry}</button></p>`
          : nothing
      }
      ${this.items?.length === 0 ? html`<p class="card" data-none>${say.none}</p>` : nothing}
      ${this.items?.map((one) => this.family(one))}
      ${!this.items && !this.problem ? html`<p role="status">${say.loading}</p>` : nothing}
    </div>`;
  }

  private family({ number, people, begins, ends, contacts, parts }: SharedFamily) {
    const say = sharedWords(this.locale);
    const names = people.join(', ');
    return html`<section class="card" aria-label=${names || `${say.case} ${number}`} data-shared=${number}>
      <h2>${names || `${say.case} ${number}`}</h2>
      <dl>
        ${names ? this.fact(say.case, number) : nothing}
        ${
          begins
            ? this.fact(say.runs, `${say.from} ${dayOf(begins)}${ends ? ` ${say.to} ${dayOf(ends)}` : ''}`)
            : nothing
        }
        ${
          contacts.length === 0
            ? this.fact(say.call, say.nobody)
            : contacts.map(({ name, profile, phone }) =>
                this.fact(say.call, html`${name}, ${profile}${phone ? `, tel. ${phone}` : ''}`),
              )
        }
      </dl>
      ${parts.length === 0 ? html`<p>${say.nothing}</p>` : nothing}
      ${parts.map(
        ({ title, rows }) =>
          html`<h3>${title}</h3>
            <ul>
              ${rows.map((row) => this.row(row, people.length > 1))}
            </ul>`,
      )}
    </section>`;
  }
  private fact(name: string, value: unknown) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }
  /** `whose`: there are several whom it may concern */
  private row({ says: [first, ...rest], people }: SharedRow, whose: boolean) {
    const say = sharedWords(this.locale);
    return html`<li>
      <p>${first?.text}</p>
      ${
        rest.length > 0 || whose
          ? html`<dl>
              ${rest.map(({ label, text }) => this.fact(label, text))}
              ${whose ? this.fact(say.of, people.join(', ')) : nothing}
            </dl>`
          : nothing
      }
    </li>`;
  }
}
