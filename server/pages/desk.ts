// SPDX-License-Identifier: AGPL-3.0-or-later
// /desk: what operators work on. The place is in the fragment: #/, #/case/ID, #/draft/ID, #/submission/ID, #/compare/ID/ID,
// #/series, #/reports, #/transcription/ID.
import { LitElement, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../runtime/elements/kit/dialog.ts';
import type { Session } from '../../runtime/elements/kit/session.ts';
import '../../runtime/elements/kit/shell.ts';
import './desk/case.ts';
import './desk/compare.ts';
import './desk/fill.ts';
import './desk/history.ts';
import './desk/list.ts';
import './desk/read.ts';
import './desk/reports.ts';
import './desk/series.ts';
import './desk/transcription.ts';

const roles =
  'coordinator case-manager family-worker educator psychologist team-member front-office back-office meeting-registrar';

@customElement('patto-desk')
export class Desk extends LitElement {
  // it takes the focus when the place changes; a ring around a whole screen says nothing
  static override styles = css`
    #screen {
      outline: none;
    }
  `;
  @state() private session: Session | undefined;
  @state() private place: readonly string[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.follow);
    this.follow();
  }
  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.follow);
    super.disconnectedCallback();
  }
  private follow = (): void => {
    const moved = this.place.length > 0;
    this.place = location.hash.replace(/^#\/?/, '').split('/');
    // A new screen begins at its top, for eyes and for screen readers.
    if (moved)
      void this.updateComplete.then(
        () => (scrollTo(0, 0), this.renderRoot.querySelector<HTMLElement>('#screen')?.focus()),
      );
  };

  private screen() {
    const [what, id = '', other = ''] = this.place;
    if (what === 'case') return html`<patto-case case-id=${id}></patto-case>`;
    if (what === 'draft') return html`<patto-desk-fill draft-id=${id}></patto-desk-fill>`;
    if (what === 'submission') return html`<patto-desk-read submission-id=${id}></patto-desk-read>`;
    if (what === 'reports') return html`<patto-desk-reports .session=${this.session}></patto-desk-reports>`;
    if (what === 'transcription')
      return html`<patto-desk-transcription case-id=${id}></patto-desk-transcription>`;
    if (what === 'series') return html`<patto-desk-series></patto-desk-series>`;
    if (what === 'compare') return html`<patto-desk-compare older=${id} newer=${other}></patto-desk-compare>`;
    if (what === 'document') return html`<patto-document-history document-id=${id}></patto-document-history>`;
    return html`<patto-case-list></patto-case-list>`;
  }

  override render() {
    return html`<patto-shell
      current="desk"
      roles=${roles}
      @patto-session=${(event: CustomEvent<Session>) => (this.session = event.detail)}
    >
      ${this.session ? html`<div id="screen" tabindex="-1">${this.screen()}</div>` : nothing}
    </patto-shell>`;
  }
}
