// SPDX-License-Identifier: AGPL-3.0-or-later
import { LitElement, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { Session } from '../runtime/elements/kit/session.ts';
import { spoken } from '../runtime/elements/kit/language.ts';
import '../runtime/elements/kit/shell.ts';
import { controls, tokens } from '../runtime/elements/kit/styles.ts';
import '../runtime/elements/form.ts';
import './district/district.ts';
import './lease.ts';
import './list.ts';
import { looks } from './look/index.ts';
import type { Language } from './words.ts';

const ofDistrict = 'district:';
/** '#/domanda' → 'domanda'; '' is the list. */
const nameIn = (hash: string): string => decodeURIComponent(hash.replace(/^#\/?/, ''));

/** The administrators' screen: the list of definitions, one definition in its editor at `#/<id>`, the district's own data at
 * `#/district:<part>`. */
@customElement('patto-builder')
export class PattoBuilder extends LitElement {
  static override styles = [tokens, controls, ...looks];
  @property() language: Language = spoken();
  @state() private name = nameIn(location.hash);
  @state() private session: Session | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.moved);
  }

  private readonly moved = (): void => {
    this.name = nameIn(location.hash);
  };

  private open(id: string): void {
    location.hash = `#/${id}`;
  }

  override render() {
    const readonly = !this.session?.account.roles.includes('form-admin');
    const { language, name } = this;
    return html`<patto-shell
      current="builder"
      roles="form-admin coordinator"
      locale=${language}
      languages
      @patto-language=${(event: CustomEvent<Language>) => {
        this.language = event.detail;
      }}
      @patto-session=${(event: CustomEvent<Session>) => {
        this.session = event.detail;
      }}
      @builder-open=${(event: CustomEvent<{ id: string }>) => this.open(event.detail.id)}
    >
      ${
        this.session === undefined
          ? ''
          : name === ''
            ? html`<patto-builder-list .language=${language} .readonly=${readonly}></patto-builder-list>`
            : name.startsWith(ofDistrict)
              ? html`<patto-builder-district
                  .name=${name.slice(ofDistrict.length)}
                  .today=${this.session.today}
                  .language=${language}
                  .readonly=${readonly}
                ></patto-builder-district>`
              : keyed(
                  name,
                  html`<patto-builder-lease
                    .name=${name}
                    .today=${this.session.today}
                    .language=${language}
                    .may=${!readonly}
                  ></patto-builder-lease>`,
                )
      }
    </patto-shell>`;
  }
}
