// SPDX-License-Identifier: AGPL-3.0-or-later
// /desk: what operators work on; its screens are in desk/places.ts.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../runtime/elements/kit/dialog.ts';
import type { Session } from '../../runtime/elements/kit/session.ts';
import '../../runtime/elements/kit/shell.ts';
import { tokens } from '../../runtime/elements/kit/styles.ts';
import { keepFocus } from './desk/focus-kept.ts';
import { places } from './desk/places.ts';
import { deskWords } from './desk/words.ts';

/** Who works on cases: the bar's entries that name no roles are theirs. */
const workers =
  'coordinator case-manager family-worker educator psychologist team-member front-office back-office meeting-registrar';
const roles = `${workers} dpo fund-manager partner`;

@customElement('patto-desk')
export class Desk extends LitElement {
  // it takes the focus when the place changes; a ring around a whole screen says nothing
  static override styles = [
    tokens,
    css`
      #screen {
        outline: none;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
        margin-block: -8px 16px;
        border-block-end: 1px solid var(--patto-line);
      }
      nav a {
        padding: 10px 2px;
        min-height: 44px;
        box-sizing: border-box;
        color: var(--patto-primary);
        text-decoration: none;
        border-block-end: 3px solid transparent;
      }
      nav a[aria-current] {
        border-color: var(--patto-primary);
        font-weight: 600;
      }
      /* on a telephone a line to be pushed aside, not four lines before every screen */
      @media (max-width: 640px) {
        nav {
          flex-wrap: nowrap;
          overflow-x: auto;
          scrollbar-width: thin;
        }
        nav a {
          flex: none;
        }
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];
  @property() locale = 'it';
  @state() private session: Session | undefined;
  @state() private place: readonly string[] = [];
  private letGo: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.follow);
    this.follow();
    this.letGo = keepFocus(this);
  }
  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.follow);
    this.letGo?.();
    super.disconnectedCallback();
  }
  private follow = (): void => {
    const moved = this.place.length > 0;
    this.place = location.hash.replace(/^#\/?/, '').split('/');
    void this.current.load();
    // A new screen begins at its top, for eyes and for screen readers.
    if (moved)
      void this.updateComplete.then(
        () => (scrollTo(0, 0), this.renderRoot.querySelector<HTMLElement>('#screen')?.focus()),
      );
  };
  override updated(changed: Map<string, unknown>): void {
    if (!changed.has('place') && !changed.has('session')) return;
    const nav = this.renderRoot.querySelector('nav');
    const here = nav?.querySelector<HTMLElement>('[aria-current]');
    if (nav && here)
      nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }
  /** Who has no list of cases begins where the first entry of their bar leads. */
  private get current() {
    const first = (this.session && this.shown[0]) || places[0]!;
    return this.place[0] ? (places.find(({ name }) => name === this.place[0]) ?? first) : first;
  }
  private get shown() {
    const own: readonly string[] = this.session?.account.roles ?? [];
    return places.filter(
      ({ menu }) => menu && (menu.roles ?? workers.split(' ')).some((role) => own.includes(role)),
    );
  }

  private bar() {
    const shown = this.shown.flatMap(({ name, menu }) => (menu ? [{ name, menu }] : []));
    const locale = this.locale.startsWith('en') ? 'en' : 'it';
    return html`<nav aria-label=${deskWords(this.locale).places}>
      ${shown.map(
        ({ name, menu }) =>
          html`<a
            href="#/${name}"
            aria-current=${name === this.current.name ? 'page' : name === this.current.under ? 'true' : nothing}
            >${menu[locale]}</a
          >`,
      )}
    </nav>`;
  }

  override render() {
    return html`<patto-shell
      current="desk"
      roles=${roles}
      @patto-session=${(event: CustomEvent<Session>) => {
        this.session = event.detail;
        void this.current.load();
      }}
    >
      ${
        this.session
          ? html`${this.bar()}
              <div id="screen" tabindex="-1">${this.current.screen(this.place.slice(1), this.session)}</div>`
          : nothing
      }
    </patto-shell>`;
  }
}
