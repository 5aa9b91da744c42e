// SPDX-License-Identifier: AGPL-3.0-or-later
// The start page: where each part is, and what it is for.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { currentSession, samplePeople, type Session } from '../../runtime/elements/kit/session.ts';
import { controls, dressPage, tokens } from '../../runtime/elements/kit/styles.ts';

interface Place {
  readonly href: string;
  readonly title: string;
  readonly text: string;
}
const parts: readonly Place[] = [
  {
    href: '/builder',
    title: 'Moduli',
    text: 'Costruire moduli, griglie e patti senza scrivere codice, provarli e pubblicarli.',
  },
  {
    href: '/desk',
    title: 'Pratiche',
    text: 'Accogliere le richieste, compilare con la famiglia, stampare il patto, registrare le firme.',
  },
  {
    href: '/accounts',
    title: 'Accessi',
    text: 'Chi può entrare, con quale ruolo, in quali comuni e fino a quando.',
  },
  {
    href: '/verify',
    title: 'Verifica un documento',
    text: 'Controllare un patto dal file o dal codice stampato. Per chiunque, senza accesso.',
  },
];
const samples: readonly Place[] = [
  {
    href: '/demo',
    title: 'Pagina di un comune',
    text: 'La domanda incorporata in una pagina che non è nostra, con la politica di sicurezza più severa.',
  },
  {
    href: '/fields',
    title: 'Tipi di domanda',
    text: 'Ogni tipo con i suoi esempi: vuoto, compilato, sbagliato, in sola lettura.',
  },
  {
    href: '/openapi.json',
    title: 'Interfaccia per programmi',
    text: 'La descrizione OpenAPI 3.1 di tutto ciò che il server offre.',
  },
];

@customElement('patto-start')
export class Start extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      main {
        max-width: 1040px;
        margin: 0 auto;
        padding: 40px 20px 72px;
      }
      .brand {
        color: var(--patto-primary);
        font-size: 46px;
        margin: 0;
      }
      .lead {
        font-size: 20px;
        max-width: 40em;
        margin-block-end: 28px;
      }
      a.card {
        color: inherit;
        text-decoration: none;
        display: block;
      }
      a.card:hover {
        border-color: var(--patto-primary);
      }
      a.card strong {
        display: block;
        color: var(--patto-primary);
        font-size: 19px;
        margin-block-end: 4px;
      }
      h2 {
        margin-block: 32px 12px;
      }
      .notice {
        margin-block-end: 24px;
      }
      /* four abreast where there is room: no card stands alone in a line */
      .grid {
        grid-template-columns: repeat(auto-fill, minmax(min(230px, 100%), 1fr));
      }
    `,
  ];
  @state() private session: Session | undefined;
  @state() private demo = false;

  override connectedCallback(): void {
    super.connectedCallback();
    dressPage();
    void currentSession().then((answer) => {
      if (answer.ok) this.session = answer.value;
    });
    void samplePeople().then((answer) => {
      this.demo = answer.ok && answer.value.items.length > 0;
    });
  }

  private cards(places: readonly Place[]) {
    return html`<div class="grid">
      ${places.map((place) => html`<a class="card" href=${place.href}><strong>${place.title}</strong>${place.text}</a>`)}
    </div>`;
  }

  override render() {
    return html`<main>
      <h1 class="brand">Patto</h1>
      <p class="lead">Dal modulo al patto firmato: per i servizi di inclusione sociale dei distretti.</p>
      ${
        this.demo
          ? html`<p class="notice">
              È una dimostrazione: persone, famiglie e documenti sono inventati. Si entra scegliendo una
              persona di esempio, senza password.
            </p>`
          : nothing
      }
      ${this.session ? html`<p class="hint">Accesso in corso: ${this.session.account.name}, ${this.session.district.name}.</p>` : nothing}
      ${this.cards(parts)}
      ${
        this.demo
          ? html`<h2>Da vedere</h2>
              ${this.cards(samples)}`
          : nothing
      }
    </main>`;
  }
}
