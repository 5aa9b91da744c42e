// SPDX-License-Identifier: AGPL-3.0-or-later
// /accounts: who may sign in, for the district's administrator.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../../runtime/elements/kit/dialog.ts';
import type { PattoDialog } from '../../runtime/elements/kit/dialog.ts';
import { ask, newKey, type HttpProblem } from '../../runtime/elements/kit/http.ts';
import '../../runtime/elements/kit/shell.ts';
import { controls, forms, tokens } from '../../runtime/elements/kit/styles.ts';
import { stacked } from './look.ts';
import type { Account, Role } from '../../schemas/types.ts';
import './accounts/keys.ts';

type Row = Account & { readonly id: string; readonly rev: number };

const roles: readonly (readonly [Role, string])[] = [
  ['admin', 'Amministratore di Ambito (accessi)'],
  ['form-admin', 'Amministratore dei moduli'],
  ['coordinator', 'Coordinatore'],
  ['case-manager', 'Assistente sociale, case manager'],
  ['family-worker', 'Assistente sociale del Centro Famiglia'],
  ['educator', 'Educatore'],
  ['psychologist', 'Psicologo'],
  ['team-member', 'Altro componente dell’équipe'],
  ['front-office', 'Sportello e segretariato'],
  ['back-office', 'Back office'],
  ['fund-manager', 'Referente dei fondi'],
  ['meeting-registrar', 'Registratore degli incontri'],
  ['partner', 'Ente o scuola del progetto'],
  ['dpo', 'DPO, lettura del registro'],
  ['auditor', 'Revisore'],
];
const states = {
  invited: ['Invitata', 'warn'],
  active: ['Attiva', 'good'],
  blocked: ['Bloccata', 'bad'],
} as const;
const day = (iso: string): string => iso.split('-').reverse().join('/');
/** gg/mm/aaaa → ISO; the server says so when there is no such day */
const isoOf = (text: string): string =>
  text
    .split('/')
    .map((part) => part.padStart(2, '0'))
    .reverse()
    .join('-');

@customElement('patto-accounts')
export class Accounts extends LitElement {
  static override styles = [
    tokens,
    controls,
    forms,
    css`
      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(240px, 100%), 1fr));
        gap: 0 16px;
      }
      code {
        display: block;
        padding: 12px;
        background: var(--patto-ground);
        border-radius: var(--patto-radius);
        overflow-wrap: anywhere;
        font: 15px/1.5 var(--patto-mono);
      }
      @media (min-width: 1100px) {
        td .cluster {
          flex-wrap: nowrap;
        }
      }
      td .hint {
        overflow-wrap: anywhere;
      }
    `,
    stacked,
  ];
  @state() private rows: readonly Row[] | undefined;
  @state() private comuni: readonly { readonly id: string; readonly name: string }[] = [];
  @state() private shares: readonly { readonly id: string; readonly title: string }[] = [];
  /** the role of who reads a part of pacts alone is chosen */
  @state() private partner = false;
  @state() private edited: Row | undefined;
  @state() private problem: HttpProblem | undefined;
  @state() private link:
    | { readonly link: string; readonly expiresAt: string; readonly name: string }
    | undefined;
  @state() private copied = false;
  @query('#edit') private editDialog!: PattoDialog;
  @query('#link') private linkDialog!: PattoDialog;
  private key = newKey();

  private async load(): Promise<void> {
    const [accounts, district, shares] = await Promise.all([
      ask<{ items: readonly Row[] }>('/api/accounts'),
      ask<{ comuni: readonly { id: string; name: string }[] }>('/api/district'),
      ask<{ items: readonly { id: string; title: string }[] }>('/api/shares'),
    ]);
    if (accounts.ok) {
      this.rows = accounts.value.items;
      this.problem = undefined;
    } else this.problem = accounts.problem;
    if (district.ok) this.comuni = district.value.comuni;
    if (shares.ok) this.shares = shares.value.items;
  }

  private edit(row: Row | undefined): void {
    this.edited = row;
    this.partner = row?.roles.includes('partner') ?? false;
    this.problem = undefined;
    this.key = newKey();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLFormElement>('#edit form')?.reset();
      return this.editDialog.show();
    });
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const account: Account = {
      name: text('name'),
      email: text('email'),
      profile: text('profile'),
      ...(text('employer') ? { employer: text('employer') } : {}),
      ...(text('phone') ? { phone: text('phone') } : {}),
      roles: data.getAll('roles') as Role[],
      comuni: data.getAll('comuni') as string[],
      ...(this.partner && text('share') ? { share: text('share') } : {}),
      ...(text('until') ? { until: isoOf(text('until')) } : {}),
      state: this.edited?.state ?? 'invited',
    };
    const answer = this.edited
      ? await ask<unknown>(`/api/accounts/${encodeURIComponent(this.edited.id)}`, {
          method: 'PUT',
          body: account,
          rev: this.edited.rev,
        })
      : await ask<{ id: string; link?: string; expiresAt?: string }>('/api/accounts', {
          body: account,
          key: this.key,
        });
    if (!answer.ok) {
      this.problem = answer.problem;
      return;
    }
    this.editDialog.hide();
    await this.load();
    const made = answer.value as { link?: string; expiresAt?: string } | undefined;
    if (!this.edited && made?.link)
      await this.showLink({ link: made.link, expiresAt: made.expiresAt ?? '', name: account.name });
  }

  private async setState(row: Row, state: Account['state']): Promise<void> {
    const { id, rev, ...account } = row;
    const answer = await ask<unknown>(`/api/accounts/${encodeURIComponent(id)}`, {
      method: 'PUT',
      body: { ...account, state },
      rev,
    });
    if (!answer.ok) this.problem = answer.problem;
    await this.load();
  }

  private async makeLink(row: Row): Promise<void> {
    const answer = await ask<{ link: string; expiresAt: string }>(
      `/api/accounts/${encodeURIComponent(row.id)}/link`,
      { method: 'POST', body: {} },
    );
    if (answer.ok) await this.showLink({ ...answer.value, name: row.name });
    else this.problem = answer.problem;
  }
  private async showLink(link: { link: string; expiresAt: string; name: string }): Promise<void> {
    this.link = link;
    this.copied = false;
    await this.updateComplete;
    await this.linkDialog.show();
  }
  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.link?.link ?? '');
    this.copied = true;
  }

  private form() {
    const it = this.edited;
    return html`<form @submit=${this.save}>
      ${this.problem ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
      <div>
        <label for="name">Nome e cognome</label
        ><input id="name" name="name" required maxlength="120" value=${it?.name ?? ''} autocomplete="off" />
      </div>
      <div>
        <label for="email">E-mail personale di lavoro</label
        ><input
          id="email"
          name="email"
          type="email"
          required
          maxlength="200"
          value=${it?.email ?? ''}
          autocomplete="off"
        />
      </div>
      <div>
        <label for="profile">Profilo professionale</label
        ><input id="profile" name="profile" required maxlength="120" value=${it?.profile ?? ''} />
      </div>
      <div>
        <label for="employer">Ente di appartenenza</label
        ><input id="employer" name="employer" maxlength="120" value=${it?.employer ?? ''} />
      </div>
      <div>
        <label for="phone">Telefono dell’ufficio</label
        ><input id="phone" name="phone" maxlength="40" value=${it?.phone ?? ''} />
      </div>
      <fieldset>
        <legend>Ruoli</legend>
        ${roles.map(([id, title]) => html`<label><input type="checkbox" name="roles" value=${id} ?checked=${it?.roles.includes(id) ?? false} @change=${this.chosen} /> ${title}</label>`)}
      </fieldset>
      ${this.partner ? this.share(it?.share) : nothing}
      <fieldset>
        <legend>Comuni <span class="hint">(nessuno: tutto il distretto)</span></legend>
        ${this.comuni.map(
          (comune) =>
            html`<label
              ><input
                type="checkbox"
                name="comuni"
                value=${comune.id}
                ?checked=${it?.comuni.includes(comune.id) ?? false}
              />
              ${comune.name}</label
            >`,
        )}
      </fieldset>
      <div>
        <label for="until">Ultimo giorno di lavoro</label
        ><input
          id="until"
          name="until"
          inputmode="numeric"
          pattern="\\d{1,2}/\\d{1,2}/\\d{4}"
          placeholder="gg/mm/aaaa"
          value=${it?.until ? day(it.until) : ''}
        />
        <span class="hint">Dal giorno dopo non entra più. Vuoto: senza scadenza.</span>
      </div>
    </form>`;
  }

  private chosen = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    if (value === 'partner') this.partner = checked;
  };
  private share(now: string | undefined) {
    return html`<div>
      <label for="share">Che cosa legge del patto</label
      ><select id="share" name="share" required aria-describedby="share-hint">
        <option value="">—</option>
        ${this.shares.map(({ id, title }) => html`<option value=${id} ?selected=${id === now}>${title}</option>`)}
      </select>
      <span class="hint" id="share-hint">
        Solo le righe di questa parte, delle famiglie che le vengono affidate; nient’altro della pratica.
        L’ente di appartenenza va scritto come sta nel patto.
      </span>
    </div>`;
  }

  private table() {
    if (!this.rows) return html`<p role="status">Un momento…</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Persone">
      <table>
        <thead>
          <tr>
            <th scope="col">Persona</th>
            <th scope="col">Ruoli</th>
            <th scope="col">Fino al</th>
            <th scope="col">Stato</th>
            <th scope="col">Azioni</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows.map((row) => {
            const [word, tone] = states[row.state];
            return html`<tr>
              <td>
                <strong>${row.name}</strong><br /><span class="hint">${row.profile} · ${row.email}</span>
              </td>
              <td>${row.roles.map((role) => roles.find(([id]) => id === role)?.[1] ?? role).join(', ')}</td>
              <td class="numbers" data-title="Fino al">${row.until ? day(row.until) : ''}</td>
              <td><span class="badge ${tone}">${word}</span></td>
              <td>
                <div class="cluster">
                  <button class="small" @click=${() => this.edit(row)} aria-label="Modifica ${row.name}">
                    Modifica
                  </button>
                  <button
                    class="small"
                    @click=${() => this.makeLink(row)}
                    aria-label="Collegamento per la password di ${row.name}"
                  >
                    Collegamento
                  </button>
                  ${
                    row.state === 'blocked'
                      ? html`<button
                          class="small"
                          @click=${() => this.setState(row, 'active')}
                          aria-label="Sblocca ${row.name}"
                        >
                          Sblocca
                        </button>`
                      : html`<button
                          class="small danger"
                          @click=${() => this.setState(row, 'blocked')}
                          aria-label="Blocca ${row.name}"
                        >
                          Blocca
                        </button>`
                  }
                </div>
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    return html`<patto-shell current="accounts" roles="admin" @patto-session=${() => this.load()}>
      <div class="stack">
        <div class="spread">
          <h1>Accessi</h1>
          <button class="primary" @click=${() => this.edit(undefined)}>Aggiungi una persona</button>
        </div>
        <p class="hint">
          Ogni persona ha il suo accesso. La password la sceglie lei, da un collegamento che vale una volta
          sola: qui non si vede mai.
        </p>
        ${this.problem && !this.edited ? html`<p class="notice bad" role="alert">${this.problem.title}</p>` : nothing}
        <section class="card">${this.table()}</section>
        ${this.rows ? html`<patto-keys .comuni=${this.comuni}></patto-keys>` : nothing}
      </div>
      <patto-dialog
        id="edit"
        heading=${this.edited ? `Modifica ${this.edited.name}` : 'Aggiungi una persona'}
      >
        ${this.form()}
        <button slot="actions" @click=${() => this.editDialog.hide()}>Annulla</button>
        <button
          slot="actions"
          class="primary"
          @click=${() => this.renderRoot.querySelector<HTMLFormElement>('#edit form')?.requestSubmit()}
        >
          Salva
        </button>
      </patto-dialog>
      <patto-dialog id="link" heading="Collegamento per la password">
        <p>Consegni questo collegamento a ${this.link?.name}. Vale una volta sola, per 24 ore.</p>
        <code>${this.link?.link}</code>
        <p role="status">${this.copied ? 'Copiato.' : ''}</p>
        <button slot="actions" @click=${() => this.linkDialog.hide()}>Chiudi</button>
        <button slot="actions" class="primary" @click=${this.copy}>Copia</button>
      </patto-dialog>
    </patto-shell>`;
  }
}
