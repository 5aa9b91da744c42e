// SPDX-License-Identifier: AGPL-3.0-or-later
// /invite#TOKEN: a person chooses the password of the own account, once. The token stays in the fragment, out of logs.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ask } from '../../runtime/elements/kit/http.ts';
import { controls, dressPage, forms, tokens } from '../../runtime/elements/kit/styles.ts';

@customElement('patto-invite')
export class Invite extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      main {
        max-width: 560px;
        margin: 48px auto;
        padding: 0 16px;
      }
    `,
  ];
  @state() private problem = '';
  @state() private done = false;

  override connectedCallback(): void {
    super.connectedCallback();
    dressPage();
  }
  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const password = String(data.get('password'));
    if (password !== data.get('again')) {
      this.problem = 'Le due password non sono uguali.';
      return;
    }
    const answer = await ask<unknown>('/api/session/link', {
      body: { token: decodeURIComponent(location.hash.slice(1)), password },
    });
    if (answer.ok) {
      history.replaceState(null, '', location.pathname);
      this.done = true;
      location.assign('/');
    } else this.problem = answer.problem.title;
  }
  override render() {
    return html`<main>
      <div class="card">
        <h1>Scelga la sua password</h1>
        <p>
          Il collegamento vale una volta sola. La password la conosce solo lei: almeno 12 caratteri, anche una
          frase.
        </p>
        ${this.problem ? html`<p class="notice bad" role="alert">${this.problem}</p>` : nothing}
        ${this.done ? html`<p class="notice good" role="status">Password salvata. La porto all’inizio…</p>` : nothing}
        <form @submit=${this.submit}>
          <div>
            <label for="password">Password</label
            ><input
              id="password"
              name="password"
              type="password"
              required
              minlength="12"
              maxlength="128"
              autocomplete="new-password"
            />
          </div>
          <div>
            <label for="again">Ancora la stessa</label
            ><input
              id="again"
              name="again"
              type="password"
              required
              minlength="12"
              maxlength="128"
              autocomplete="new-password"
            />
          </div>
          <div><button class="primary">Salva ed entra</button></div>
        </form>
      </div>
    </main>`;
  }
}
