// SPDX-License-Identifier: BSD-3-Clause
import { provide } from '@lit/context';
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  currentSession,
  samplePeople,
  signIn,
  signInAs,
  signOut,
  type SamplePerson,
  type Session,
  sessionContext,
} from './session.ts';
import { speak } from './language.ts';
import { controls, dressPage, forms, tokens } from './styles.ts';

const words = {
  it: {
    skip: 'Vai al contenuto',
    signOut: 'Esci',
    demo: 'Dimostrazione con dati inventati. Oggi è il',
    signIn: 'Accedi',
    email: 'Indirizzo e-mail',
    password: 'Password',
    who: 'Chi entra?',
    whoHint: 'È una dimostrazione: scelga una persona di esempio. Nessuna password.',
    wait: 'Un momento…',
    denied: 'Questa parte non rientra nel suo ruolo.',
    deniedHint: 'Se le serve, ne parli con chi amministra gli accessi del distretto.',
    start: 'Inizio',
    desk: 'Pratiche',
    builder: 'Moduli',
    accounts: 'Accessi',
    verify: 'Verifica',
    nav: 'Parti del programma',
  },
  en: {
    skip: 'Skip to content',
    signOut: 'Sign out',
    demo: 'Demonstration with invented data. Today is',
    signIn: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    who: 'Who is signing in?',
    whoHint: 'This is a demonstration: choose a sample person. No password.',
    wait: 'One moment…',
    denied: 'This part is not within your role.',
    deniedHint: 'If you need it, speak to whoever manages access in the district.',
    start: 'Start',
    desk: 'Cases',
    builder: 'Forms',
    accounts: 'Access',
    verify: 'Verify',
    nav: 'Parts of the application',
  },
} as const;

/**
 * The frame of every signed-in screen: district, navigation, person, demonstration banner, sign-in.
 * The default slot is shown once somebody with one of `roles` has signed in; `patto-session` with the Session tells so.
 */
@customElement('patto-shell')
export class PattoShell extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      :host {
        display: block;
        min-height: 100vh;
        background: var(--patto-ground);
      }
      @media print {
        :host {
          background: none;
        }
        .skip,
        .demo,
        .bar {
          display: none;
        }
      }
      .skip {
        position: absolute;
        inset-inline-start: -9999px;
      }
      .skip:focus {
        inset-inline-start: 8px;
        top: 8px;
        z-index: 10;
      }
      .demo {
        background: #17324d;
        color: #fff;
        text-align: center;
        padding: 6px 16px;
        font-size: 15px;
      }
      .bar {
        background: var(--patto-surface);
        border-block-end: 1px solid var(--patto-line);
      }
      .inner {
        max-width: 1360px;
        margin: 0 auto;
        padding: 10px 20px;
        display: flex;
        flex-wrap: wrap;
        gap: 6px 24px;
        align-items: center;
      }
      .brand {
        font-weight: 700;
        font-size: 22px;
        color: var(--patto-primary);
        text-decoration: none;
      }
      .district {
        color: var(--patto-muted);
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-inline-start: auto;
      }
      nav a {
        padding: 10px 14px;
        min-height: 44px;
        border-radius: var(--patto-radius);
        text-decoration: none;
        font-weight: 600;
      }
      nav a:hover {
        background: var(--patto-primary-soft);
      }
      nav a[aria-current] {
        background: var(--patto-primary-soft);
        color: var(--patto-primary-strong);
      }
      .person {
        display: flex;
        gap: 10px;
        align-items: center;
        font-size: 15px;
      }
      .person small {
        display: block;
        color: var(--patto-muted);
        font-size: 14px;
        line-height: 1.2;
      }
      main {
        max-width: 1360px;
        margin: 0 auto;
        padding: 24px 20px 64px;
      }
      .door {
        max-width: 720px;
        margin: 32px auto;
      }
      .more summary h2 {
        display: inline;
      }
      .people {
        display: grid;
        gap: 8px;
        grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr));
        margin: 0 0 20px;
        padding: 0;
        list-style: none;
      }
      .people button {
        width: 100%;
        height: 100%;
        justify-content: flex-start;
        text-align: start;
        color: inherit;
        border-color: var(--patto-line);
      }
      .people small {
        display: block;
        font-weight: 400;
        color: var(--patto-muted);
      }
      @media (max-width: 600px) {
        .inner {
          padding: 8px 12px;
        }
        nav {
          margin-inline-start: 0;
          order: 3;
          width: 100%;
        }
        nav a {
          padding: 8px 10px;
        }
        .person {
          width: 100%;
        }
        .person span {
          flex: 1;
        }
        .demo {
          padding: 4px 12px;
          font-size: 14px;
        }
        main {
          padding: 16px 12px 48px;
        }
      }
    `,
  ];
  /** which part is current: desk, builder, accounts */
  @property() current = '';
  /** roles that may be here, separated by spaces; empty: anybody signed in */
  @property() roles = '';
  @property() locale: 'it' | 'en' = 'it';
  /** can the screen change its language while it stands? Then it is offered; `patto-language` says which was chosen */
  @property({ type: Boolean }) languages = false;
  @provide({ context: sessionContext }) @state() private session: Session | undefined;
  @state() private people: readonly SamplePerson[] = [];
  @state() private phase: 'wait' | 'door' | 'in' = 'wait';
  @state() private problem = '';
  /** account of who was here last, in this life of the page */
  private last = '';

  override connectedCallback(): void {
    super.connectedCallback();
    dressPage();
    void this.look();
  }

  /** Asks again who is signed in; screens call it when an answer was 401. */
  async look(): Promise<void> {
    const answer = await currentSession();
    if (answer.ok && answer.value) return this.enter(answer.value);
    this.session = undefined;
    const people = await samplePeople();
    this.people = people.ok ? people.value.items : [];
    this.problem = answer.ok ? '' : answer.problem.title;
    this.phase = 'door';
  }

  private enter(session: Session): void {
    // What stands open belongs to whoever opened it.
    if (this.last && this.last !== session.account.id) return location.reload();
    this.last = session.account.id;
    this.session = session;
    void import('./expiry.ts');
    this.phase = 'in';
    this.problem = '';
    if (!this.allowed()) return;
    this.dispatchEvent(
      new CustomEvent<Session>('patto-session', { detail: session, bubbles: true, composed: true }),
    );
  }

  private async as(id: string): Promise<void> {
    const answer = await signInAs(id);
    if (answer.ok) this.enter(answer.value);
    else this.problem = answer.problem.title;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const answer = await signIn(String(data.get('email')), String(data.get('password')));
    if (answer.ok) this.enter(answer.value);
    else this.problem = answer.problem.title;
  }

  private async leave(): Promise<void> {
    const { eraseDevice } = await import('../device-records.ts');
    await signOut();
    await eraseDevice();
    location.assign('/');
  }

  private allowed(): boolean {
    const roles = this.roles.split(' ').filter(Boolean);
    return roles.length === 0 || roles.some((role) => this.session?.account.roles.includes(role));
  }

  /** People of one district; those of a district to be looked at beside the sample ones stay folded. */
  private peopleOf(district: string) {
    const people = this.people.filter((person) => person.districtName === district);
    const list = html`<ul class="people">
      ${people.map(
        (person) =>
          html`<li>
            <button data-person=${person.id} @click=${() => this.as(person.id)}>
              <span>${person.name}<small>${person.profile}</small></span>
            </button>
          </li>`,
      )}
    </ul>`;
    const [first] = people;
    if (!first?.asked)
      return html`<h2>${district}</h2>
        ${list}`;
    return html`<details class="more">
      <summary><h2>${district}</h2></summary>
      <p class="hint">${first.notice}</p>
      ${list}
    </details>`;
  }

  private door() {
    const say = words[this.locale];
    const districts = [...new Set(this.people.map((person) => person.districtName))];
    return html`<div class="door card stack">
      <h1>${this.people.length ? say.who : say.signIn}</h1>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
      ${
        this.people.length
          ? html`<p class="hint">${say.whoHint}</p>
              ${districts.map((district) => this.peopleOf(district))}`
          : html`<form @submit=${this.submit}>
              <div>
                <label for="email">${say.email}</label
                ><input id="email" name="email" type="email" autocomplete="username" required />
              </div>
              <div>
                <label for="password">${say.password}</label
                ><input
                  id="password"
                  name="password"
                  type="password"
                  autocomplete="current-password"
                  required
                />
              </div>
              <div><button class="primary">${say.signIn}</button></div>
            </form>`
      }
    </div>`;
  }

  private content() {
    const say = words[this.locale];
    if (this.phase === 'wait') return html`<p role="status">${say.wait}</p>`;
    if (this.phase === 'door') return this.door();
    if (!this.allowed())
      return html`<div class="door card">
        <h1>${say.denied}</h1>
        <p>${say.deniedHint}</p>
      </div>`;
    return html`<slot></slot>`;
  }

  override render() {
    const say = words[this.locale];
    const roles = this.session?.account.roles ?? [];
    const parts = [
      {
        id: 'desk',
        href: '/desk',
        title: say.desk,
        show: roles.some((role) => !['admin', 'form-admin'].includes(role)),
      },
      {
        id: 'builder',
        href: '/builder',
        title: say.builder,
        show: roles.includes('form-admin') || roles.includes('coordinator'),
      },
      { id: 'accounts', href: '/accounts', title: say.accounts, show: roles.includes('admin') },
      { id: 'verify', href: '/verify', title: say.verify, show: true },
    ];
    const today = this.session ? this.session.today.split('-').reverse().join('/') : '';
    return html`
      <header class="bar">
        <button class="skip" @click=${this.skip}>${say.skip}</button>
        ${
          this.session?.demo
            ? html`<div class="demo" role="note">
                ${say.demo}
                ${today}${this.session.district.asked ? html`. ${this.session.district.notice}` : nothing}
              </div>`
            : nothing
        }
        <div class="inner">
          <a class="brand" href="/">Patto</a>
          <span class="district">${this.session?.district.name ?? ''}</span>
          <nav aria-label=${say.nav}>
            ${parts
              .filter((part) => part.show && this.session)
              .map(
                (part) =>
                  html`<a href=${part.href} aria-current=${part.id === this.current ? 'page' : nothing}
                    >${part.title}</a
                  >`,
              )}
          </nav>
          ${
            this.session
              ? html`<div class="person">
                  <span>${this.session.account.name}<small>${this.session.account.profile}</small></span>
                  ${this.otherLanguage()}
                  <button class="small" @click=${this.leave}>${say.signOut}</button>
                </div>`
              : nothing
          }
        </div>
      </header>
      <main id="main" tabindex="-1">${this.content()}</main>
      ${
        this.session
          ? html`<patto-expiry
              locale=${this.locale}
              expires-at=${this.session.expiresAt}
              @patto-ended=${() => void this.look()}
            ></patto-expiry>`
          : nothing
      }
    `;
  }

  /** In the other language's own words, so that who needs it can read it. */
  private otherLanguage() {
    if (!this.languages) return nothing;
    const other = this.locale === 'it' ? 'en' : 'it';
    return html`<button
      class="small quiet"
      data-language=${other}
      lang=${other}
      @click=${() => this.turnTo(other)}
    >
      ${other === 'en' ? 'English' : 'Italiano'}
    </button>`;
  }

  private turnTo(language: 'it' | 'en'): void {
    speak(language);
    this.dispatchEvent(new CustomEvent('patto-language', { detail: language }));
  }

  private skip(): void {
    this.renderRoot.querySelector('main')?.focus();
  }
}
