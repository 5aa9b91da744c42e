// SPDX-License-Identifier: AGPL-3.0-or-later
// What a case shows beside its path, documents, terms, household and timeline: one line each, loaded with the first case.
import { html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../../../runtime/elements/kit/session.ts';
import type { CaseView } from '../api.ts';

/** What a section is told; it sends `patto-changed` when the case is to be read again. */
export interface Shown {
  readonly id: string;
  readonly view: CaseView;
  readonly session: Session | undefined;
  readonly locale: string;
  /** with which the case was opened, where it is not the person's: goes with every call of the section */
  readonly reason: string | undefined;
}

export interface Section {
  /** where it stands, after what is there already */
  readonly column: 'wide' | 'narrow';
  load(): Promise<unknown>;
  /** a card of its own, or nothing where it does not concern the person */
  show(shown: Shown): TemplateResult | typeof nothing;
}

/** Who sees a case and no pact. */
const withoutPacts: readonly string[] = ['front-office', 'meeting-registrar'];

export const sections: readonly Section[] = [
  {
    column: 'wide',
    load: () => import('../agenda/case-appointments.ts'),
    show: ({ id, view, session, locale, reason }) =>
      html`<patto-case-appointments
        case-id=${id}
        .kase=${view}
        .session=${session}
        .locale=${locale}
        .reason=${reason}
      ></patto-case-appointments>`,
  },
  {
    column: 'wide',
    load: () => import('../pact/pact.ts'),
    show: ({ id, view, session, locale, reason }) =>
      session?.account.roles.some((role) => !withoutPacts.includes(role))
        ? html`<patto-case-pact
            case-id=${id}
            .view=${view}
            .locale=${locale}
            .reason=${reason}
          ></patto-case-pact>`
        : nothing,
  },
  {
    column: 'wide',
    load: () => import('../file/diary.ts'),
    show: ({ id, session, locale, reason }) =>
      html`<patto-diary-card
        case-id=${id}
        .session=${session}
        .locale=${locale}
        .reason=${reason}
      ></patto-diary-card>`,
  },
  {
    column: 'narrow',
    load: () => import('../file/attachments.ts'),
    show: ({ id, session, locale, reason }) =>
      html`<patto-case-attachments
        case-id=${id}
        .session=${session}
        .locale=${locale}
        .reason=${reason}
      ></patto-case-attachments>`,
  },
  {
    column: 'narrow',
    load: () => import('./custody.ts'),
    show: ({ id, session, locale }) =>
      session?.account.roles.includes('coordinator')
        ? html`<patto-case-custody case-id=${id} .locale=${locale}></patto-case-custody>`
        : nothing,
  },
  {
    column: 'wide',
    load: () => import('./case-past.ts'),
    show: ({ id, view, locale, reason }) =>
      view.case.origin
        ? html`<patto-case-past case-id=${id} .locale=${locale} .reason=${reason}></patto-case-past>`
        : nothing,
  },
  {
    column: 'narrow',
    load: () => import('./case-life.ts'),
    show: ({ id, view, session, locale }) =>
      session?.account.roles.includes('coordinator')
        ? html`<patto-case-life case-id=${id} .view=${view} .locale=${locale}></patto-case-life>`
        : nothing,
  },
];
