// SPDX-License-Identifier: AGPL-3.0-or-later
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Condition, Definition } from '../../../schemas/types.ts';
import type { Catalogue } from '../../edit/contract.ts';
import { addNamed, removeNamed, renameNamed, setNamed, spoken } from '../../edit/named.ts';
import { usesOf } from '../../edit/rules.ts';
import '../../parts/clauses.ts';
import { Part } from '../../parts/part.ts';
import { ruleSentence, ruleTitle } from '../../parts/rule-phrase.ts';
import { keepOrCancel } from '../../parts/keep-or-cancel.ts';

/** Conditions with a name: made, changed, renamed, where they are used, taken away. */
@customElement('patto-builder-named')
export class PattoBuilderNamed extends Part {
  @property({ attribute: false }) definition!: Definition;
  @property({ attribute: false }) catalogue!: Catalogue;
  @property({ type: Boolean }) readonly = false;
  @state() private fresh: { readonly title: string; readonly condition?: Condition } | undefined;
  /** the one that is asked about before it goes */
  @state() private going = '';

  private takeAway(name: string): void {
    this.going = '';
    this.tell('builder-edit', { edited: removeNamed(this.definition, name) });
  }

  private rename(name: string, event: Event): void {
    const input = event.target as HTMLInputElement;
    const title = input.value.trim();
    if (title !== '' && title !== spoken(name))
      this.tell('builder-edit', { edited: renameNamed(this.definition, name, title) });
    else input.value = spoken(name);
  }

  private keep(): void {
    const { title = '', condition } = this.fresh ?? {};
    if (!condition || title.trim() === '') return;
    const edited = addNamed(this.definition, title, condition);
    this.tell('builder-edit', { edited });
    if (!('refused' in edited)) this.fresh = undefined;
  }

  private clauses(
    id: string,
    condition: Condition | undefined,
    inside: string | undefined,
    change: (now: Definition, next: Condition | undefined) => ReturnType<typeof setNamed>,
  ): TemplateResult {
    return html`<patto-builder-clauses
      needed
      .definition=${this.definition}
      .catalogue=${this.catalogue}
      .condition=${condition}
      .inside=${inside}
      .name=${id}
      .intro=${this.say('named.holds')}
      .readonly=${this.readonly}
      .language=${this.language}
      .change=${change}
    ></patto-builder-clauses>`;
  }

  private uses(name: string): TemplateResult {
    const { say, definition } = this;
    const uses = usesOf(definition, name);
    if (uses.length === 0) return html`<p class="hint">${say('named.unused')}</p>`;
    return html`<details>
      <summary>${say(uses.length === 1 ? 'named.used-once' : 'named.used', { count: uses.length })}</summary>
      <ul>
        ${uses.map(
          (rule) =>
            html`<li>
              ${ruleSentence(definition, rule, this.catalogue, this.language)}
              ${
                rule.by === ''
                  ? nothing
                  : html`<button
                      class="quiet small"
                      aria-label=${say('problem.go', { title: ruleTitle(definition, rule, this.language) })}
                      @click=${() => this.tell('builder-go', { handle: rule.by.replace(/\/\*$/, '') })}
                    >
                      ${say('rules.go')}
                    </button>`
              }
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private one(name: string, condition: Condition, place: number): TemplateResult {
    const { say, definition } = this;
    const count = usesOf(definition, name).length;
    const title = spoken(name);
    return html`<li class="check" data-named=${name}>
      <label class="label" for="named-${place}">${say('named.name')}</label>
      <input
        id="named-${place}"
        maxlength="60"
        ?readonly=${this.readonly}
        .value=${title}
        @change=${(event: Event) => this.rename(name, event)}
      />
      <div class="condition">
        ${this.clauses(`named-${place}`, condition, name, (now, next) => setNamed(now, name, next))}
      </div>
      ${this.uses(name)}
      ${
        this.readonly
          ? nothing
          : this.going === name
            ? html`<p role="alert">
                  ${say(count === 0 ? 'named.going-unused' : 'named.going', { name: title, count })}
                </p>
                <div class="cluster">
                  <button class="small primary" data-confirm @click=${() => this.takeAway(name)}>
                    ${say('named.remove-now')}
                  </button>
                  <button
                    class="quiet small"
                    @click=${() => {
                      this.going = '';
                    }}
                  >
                    ${say('cancel')}
                  </button>
                </div>`
            : html`<button
                class="quiet small"
                data-remove
                aria-label=${say('named.remove-of', { name: title })}
                @click=${() => {
                  this.going = name;
                }}
              >
                ${say('named.remove')}
              </button>`
      }
    </li>`;
  }

  private drafting(fresh: { readonly title: string; readonly condition?: Condition }): TemplateResult {
    const { say } = this;
    return html`<div class="check">
      <label class="label" for="named-new">${say('named.name')}</label>
      <input
        id="named-new"
        maxlength="60"
        .value=${fresh.title}
        @input=${(event: Event) => {
          this.fresh = { ...fresh, title: (event.target as HTMLInputElement).value };
        }}
      />
      <div class="condition">
        ${this.clauses('named-fresh', fresh.condition, undefined, (_now, condition) => {
          this.fresh = { title: this.fresh?.title ?? '', ...(condition && { condition }) };
          const step = { code: 'named', params: { name: '' } };
          return { definition: this.definition, step, select: '' };
        })}
      </div>
      ${keepOrCancel(
        say,
        'named',
        say('condition.save-name'),
        Boolean(fresh.condition) && fresh.title.trim() !== '',
        () => this.keep(),
        () => {
          this.fresh = undefined;
        },
      )}
    </div>`;
  }

  private async begin(): Promise<void> {
    this.fresh = { title: '' };
    await this.updateComplete;
    this.querySelector<HTMLElement>('#named-new')?.focus();
  }

  override render() {
    const { say, fresh } = this;
    const all = Object.entries(this.definition.conditions ?? {});
    return html`<section class="card named" aria-labelledby="named-title">
      <h2 id="named-title">${say('named.title')}</h2>
      <p class="hint">${say('named.about')}</p>
      <ul class="checks">
        ${repeat(
          all,
          ([name]) => name,
          ([name, condition], place) => this.one(name, condition, place),
        )}
      </ul>
      ${fresh ? this.drafting(fresh) : nothing}
      ${
        this.readonly || fresh
          ? nothing
          : html`<button class="small" data-add-named @click=${this.begin}>${say('named.add')}</button>`
      }
    </section>`;
  }
}
