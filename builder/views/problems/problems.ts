// SPDX-License-Identifier: AGPL-3.0-or-later
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { applied } from '../../../runtime/analysis/apply.ts';
import type { Definition } from '../../../schemas/types.ts';
import type { SaidFinding } from '../../api.ts';
import { saidAnswers, saidSight } from '../../edit/answers.ts';
import type { Catalogue } from '../../edit/contract.ts';
import { handleOf } from '../../edit/locate.ts';
import { titleOf } from '../../edit/references.ts';
import { Part } from '../../parts/part.ts';

const levels = ['error', 'warning'] as const;
/** Of one code, so many are shown at first. */
const mostOfOne = 3;

/** What is wrong with the definition, each with a way to it. */
@customElement('patto-builder-problems')
export class PattoBuilderProblems extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue: Catalogue | undefined;
  @property({ attribute: false }) findings: readonly SaidFinding[] = [];
  @property({ type: Boolean }) readonly = false;
  /** without heading, card and fixes, inside a dialog */
  @property({ type: Boolean }) bare = false;

  /** codes of which every finding is shown */
  @state() private whole: ReadonlySet<string> = new Set();

  /** The first few of each code, the others on demand: one thing wrong in many places is one thing. */
  private few(list: readonly SaidFinding[]): {
    few: readonly SaidFinding[];
    more: ReadonlyMap<string, number>;
  } {
    const counts = new Map<string, number>();
    const few = list.filter(({ code }) => {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return count <= mostOfOne || this.bare || this.whole.has(code);
    });
    const more = [...counts].filter(
      ([code, count]) => count > mostOfOne && !this.whole.has(code) && !this.bare,
    );
    return { few, more: new Map(more.map(([code, count]) => [code, count - mostOfOne])) };
  }

  private async showAll(code: string, place: number): Promise<void> {
    this.whole = new Set([...this.whole, code]);
    await this.goOn(place);
  }

  /** Puts it right in one step, and goes on to the next problem. */
  private fix(finding: SaidFinding & { readonly fix: NonNullable<SaidFinding['fix']> }, place: number): void {
    const definition = applied(this.definition, finding.fix);
    const select = handleOf(this.definition, finding);
    this.tell('builder-edit', {
      edited: definition
        ? { definition, step: { code: 'fixed', params: { fix: finding.fix.message } }, select }
        : { refused: { code: 'fix-too-late', params: {} } },
    });
    void this.goOn(place);
  }

  private async goOn(place: number): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    await this.updateComplete;
    const left = this.querySelectorAll<HTMLElement>('.findings li[data-code]');
    const next = left[Math.min(place, left.length - 1)]?.querySelector<HTMLElement>('button');
    (next ?? this.querySelector<HTMLElement>('[tabindex="-1"]'))?.focus();
  }

  private witness({ witness }: SaidFinding): TemplateResult | typeof nothing {
    const { say, definition, catalogue } = this;
    if (!witness || !catalogue) return nothing;
    const answers = saidAnswers(definition, witness.answers, catalogue, say, this.language);
    const seen = witness.sees.map((sight) => saidSight(definition, sight, say)).join(' ');
    return html`<span class="witness"
      >${say(answers.length === 0 ? 'witness.without-answers' : 'witness.answers')}
      ${answers.map(
        ({ title, text }, place) => html`${place > 0 ? ', ' : ''}${title} <b>${text}</b>`,
      )}${seen === '' ? '' : html` → ${seen}`}</span
    >`;
  }

  private one(finding: SaidFinding, place: number): TemplateResult {
    const { say, definition } = this;
    const handle = handleOf(definition, finding);
    const title = handle === '' ? say('problem.form') : titleOf(definition, handle);
    const { fix } = finding;
    return html`<li data-code=${finding.code}>
      <span class="sentence"
        >${finding.message.includes(title) ? nothing : html`<b>${title}</b> `}${finding.message}
        ${this.witness(finding)}</span
      >
      <span class="cluster actions">
        ${
          fix && !this.bare && !this.readonly
            ? html`<button class="small" data-fix @click=${() => this.fix({ ...finding, fix }, place)}>
                ${say('problem.fix', { fix: fix.message })}
              </button>`
            : nothing
        }
        ${
          handle === ''
            ? nothing
            : html`<button
                class="small quiet"
                data-jump=${handle}
                @click=${() => this.tell('builder-go', { handle })}
              >
                ${say('problem.go', { title })}
              </button>`
        }
      </span>
    </li>`;
  }

  override render() {
    const { say, bare, definition } = this;
    // What has just been put right is gone before the server has looked again.
    const open = this.findings.filter(({ fix }) => !fix || applied(definition, fix) !== undefined);
    const lists = levels.map((level) => ({ level, list: open.filter((each) => each.level === level) }));
    let before = 0;
    const list = lists.map(({ level, list: those }) => {
      const from = before;
      const { few, more } = this.few(those);
      before += few.length;
      if (those.length === 0) return nothing;
      const heading = html`<span class="badge ${level === 'error' ? 'bad' : 'warn'}">${those.length}</span>
        ${say(`problems.${level}`)}`;
      return html`${bare ? html`<p>${heading}</p>` : html`<h3>${heading}</h3>`}
        <ul class="findings">
          ${few.map((finding, place) => {
            const count = few[place + 1]?.code === finding.code ? undefined : more.get(finding.code);
            return html`${this.one(finding, from + place)}${
              count === undefined
                ? nothing
                : html`<li class="more">
                    <button class="small quiet" @click=${() => this.showAll(finding.code, from + place + 1)}>
                      ${say('problems.more', { count })}
                    </button>
                  </li>`
            }`;
          })}
        </ul>`;
    });
    if (bare) return list;
    if (open.length === 0)
      return html`<p class="card" role="status" tabindex="-1">${say('problems-none')}</p>`;
    return html`<section class="card problems" aria-labelledby="problems-title">
      <h2 id="problems-title" tabindex="-1">${say('problems')}</h2>
      ${list}
    </section>`;
  }
}
