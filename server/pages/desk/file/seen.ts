// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import { controls, tokens } from '../../../../runtime/elements/kit/styles.ts';
import type { AccessRow, Accesses } from '../../../../templates/documents/case-access/content.ts';
import { fileUrl } from '../api.ts';
import { dayOf, isoOf } from '../dates.ts';
import * as api from './seen-api.ts';
import { seenWords } from './seen-words.ts';

const ways = ['saw', 'printed', 'exported', 'wrote'] as const;

/** #/seen/<case>: who saw, printed, exported a case between two dates; and whether the audit is intact. */
@customElement('patto-desk-seen')
export class SeenScreen extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      form {
        display: grid;
        gap: 12px;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        align-items: start;
      }
      form > div:last-child {
        padding-block-start: 28px;
      }
      td ul {
        margin: 0;
        padding-inline-start: 18px;
      }
      .count {
        text-align: end;
      }
      @media (max-width: 800px) {
        form {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
        form > div:first-of-type,
        form > div:last-child {
          grid-column: 1 / -1;
          padding: 0;
        }
        table,
        tbody,
        tr,
        td,
        tbody th {
          display: block;
        }
        thead {
          display: none;
        }
        td,
        tbody th {
          border: 0;
          padding: 2px 0;
        }
        tr {
          border-block-end: 1px solid var(--patto-line);
          padding-block: 10px;
        }
        .count {
          text-align: start;
        }
        .count[data-none] {
          display: none;
        }
        .count::before {
          content: attr(data-title) ': ';
          color: var(--patto-muted);
        }
      }
    `,
  ];
  @property({ attribute: 'case-id' }) caseId = '';
  @property() locale = 'it';
  @property({ attribute: false }) session: Session | undefined;
  @state() private all: Accesses | undefined;
  @state() private problem = '';
  @state() private busy: '' | 'look' | 'chain' | 'pdf' = '';
  @state() private chain: api.Chain | undefined;
  @state() private made: { readonly id: string; readonly number: string } | undefined;
  @state() private told = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.caseId) void this.ask({ case: this.caseId });
  }
  private async ask(asked: api.Asked): Promise<void> {
    this.busy = 'look';
    this.made = undefined;
    this.told = '';
    const answer = await api.whoHasSeen(asked);
    this.busy = '';
    this.all = answer.ok ? answer.value : undefined;
    const unknown = !answer.ok && answer.problem.status === 404;
    this.problem = answer.ok ? '' : unknown ? seenWords(this.locale).noCase : answer.problem.title;
    await this.updateComplete;
    const form = this.renderRoot.querySelector('form');
    if (!form || !this.all) return;
    const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
    field('number').value = this.all.case;
    field('from').value = dayOf(this.all.from);
    field('to').value = dayOf(this.all.to);
  }
  private look(event: SubmitEvent): void {
    event.preventDefault();
    const say = seenWords(this.locale);
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const [from, to] = [isoOf(text('from')), isoOf(text('to'))];
    if (!text('number')) this.problem = say.numberMissing;
    else if ((text('from') && !from) || (text('to') && !to) || (from && to && from > to))
      this.problem = say.dateWrong;
    else void this.ask({ number: text('number'), ...(from ? { from } : {}), ...(to ? { to } : {}) });
  }
  private async verify(): Promise<void> {
    this.busy = 'chain';
    const answer = await api.verifyChain();
    this.busy = '';
    if (answer.ok) this.chain = answer.value;
    else this.problem = answer.problem.title;
  }
  private async issue(all: Accesses): Promise<void> {
    this.busy = 'pdf';
    const limited = (this.session?.account.comuni.length ?? 0) > 0;
    const { case: number, from, to, comune } = all;
    const answer = await api.issueAccess({ number, from, to }, limited ? [comune] : []);
    this.busy = '';
    if (!answer.ok) this.problem = answer.problem.title;
    else if (answer.value.act) this.made = answer.value.act;
    else this.told = seenWords(this.locale).queued;
  }

  private row(row: AccessRow) {
    const say = seenWords(this.locale);
    return html`<tr>
      <td class="numbers">${dayOf(row.day)}</td>
      <th scope="row">${row.name}<br /><span class="hint">${row.profile}</span></th>
      ${ways.map(
        (way) =>
          html`<td class="count numbers" data-title=${say[way]} ?data-none=${row[way] === 0}>
            ${row[way] === 0 ? '—' : row[way]}
          </td>`,
      )}
      <td>
        <ul>
          ${row.what.map((one) => html`<li>${one}</li>`)}
        </ul>
        ${row.reasons.map((one) => html`<p class="hint">${say.reason} ${one}</p>`)}
      </td>
    </tr>`;
  }
  private found(all: Accesses) {
    const say = seenWords(this.locale);
    const asked = { number: all.case, from: all.from, to: all.to };
    return html`<section class="card stack" aria-labelledby="found">
      <div class="spread">
        <h2 id="found">${say.case} ${all.case} · ${dayOf(all.from)} – ${dayOf(all.to)}</h2>
        <div class="cluster">
          ${(['csv', 'xlsx'] as const).map((as) => html`<a class="button small" href=${api.tableUrl(asked, as)} download aria-label="${say.save} ${as}">${as.toUpperCase()}</a>`)}
          <button class="small" ?disabled=${this.busy === 'pdf'} @click=${() => this.issue(all)} data-pdf>
            ${this.busy === 'pdf' ? say.issuing : say.pdf}
          </button>
        </div>
      </div>
      ${
        this.made
          ? html`<p class="notice good" role="status">
              ${say.issued}
              <a href=${fileUrl(this.made.id)} target="_blank" rel="noopener">${this.made.number}</a>
            </p>`
          : nothing
      }
      ${this.told ? html`<p class="notice" role="status">${this.told}</p>` : nothing}
      ${
        all.rows.length === 0
          ? html`<p>${say.nobody}</p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${say.day}</th>
                  <th scope="col">${say.who}</th>
                  ${ways.map((way) => html`<th scope="col" class="count">${say[way]}</th>`)}
                  <th scope="col">${say.what}</th>
                </tr>
              </thead>
              <tbody>
                ${all.rows.map((row) => this.row(row))}
              </tbody>
            </table>`
      }
    </section>`;
  }

  override render() {
    const say = seenWords(this.locale);
    const { chain } = this;
    return html`<div class="stack">
      ${this.caseId ? html`<p><a href="#/case/${this.caseId}">← ${say.backToCase}</a></p>` : nothing}
      <h1>${say.title}</h1>
      <p class="hint">${say.intro}</p>
      <section class="card">
        <form @submit=${this.look} novalidate>
          <div>
            <label for="number">${say.number}</label
            ><input id="number" name="number" autocomplete="off" aria-describedby="number-hint" />
            <span class="hint" id="number-hint">${say.numberHint}</span>
          </div>
          ${(['from', 'to'] as const).map(
            (name) =>
              html`<div>
                <label for=${name}>${say[name]}</label
                ><input
                  id=${name}
                  name=${name}
                  inputmode="numeric"
                  autocomplete="off"
                  placeholder=${say.dateHint}
                />
              </div>`,
          )}
          <div>
            <button class="primary" ?disabled=${this.busy === 'look'} data-look>
              ${this.busy === 'look' ? say.looking : say.look}
            </button>
          </div>
        </form>
      </section>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${this.all ? this.found(this.all) : nothing}
      <section class="card stack" aria-labelledby="chain">
        <h2 id="chain">${say.chain}</h2>
        <p class="hint">${say.chainText}</p>
        <div>
          <button ?disabled=${this.busy === 'chain'} @click=${this.verify} data-verify>
            ${this.busy === 'chain' ? say.verifying : say.verify}
          </button>
        </div>
        <div role="status">
          ${
            chain
              ? html`<p class="notice ${chain.ok ? 'good' : 'bad'}" data-chain=${chain.ok}>
                  ${(chain.ok ? say.whole : say.altered)
                    .replace('{entries}', String(chain.entries))
                    .replace('{firstBad}', String(chain.firstBad ?? ''))}
                </p>`
              : nothing
          }
        </div>
      </section>
    </div>`;
  }
}
