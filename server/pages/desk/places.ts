// SPDX-License-Identifier: AGPL-3.0-or-later
// The screens of the desk, one line each, loaded when somebody goes there. The place is in the fragment: `#/name/part/…`.
import { html, type TemplateResult } from 'lit';
import type { Session } from '../../../runtime/elements/kit/session.ts';
import type { Role } from '../../../schemas/types.ts';
import { meetsPeople } from './roles.ts';

export interface Place {
  /** first part of the fragment; '' is the start */
  readonly name: string;
  load(): Promise<unknown>;
  /** `parts`: what follows the name in the fragment */
  screen(parts: readonly string[], session: Session | undefined): TemplateResult;
  /** the place that one comes from: the bar shows it as where one is */
  readonly under?: string;
  /** how the bar of the desk calls it; absent: one comes to it from elsewhere */
  readonly menu?: { readonly it: string; readonly en: string; readonly roles?: readonly Role[] };
}

/** Who works on cases, and who keeps the funds. */
const countsToo: readonly Role[] = [
  'coordinator',
  'case-manager',
  'family-worker',
  'educator',
  'psychologist',
  'team-member',
  'front-office',
  'back-office',
  'meeting-registrar',
  'fund-manager',
];

export const places: readonly Place[] = [
  {
    name: '',
    load: () => import('./list.ts'),
    screen: () => html`<patto-case-list></patto-case-list>`,
    menu: { it: 'Pratiche', en: 'Cases' },
  },
  {
    name: 'queues',
    load: () => import('./queues.ts'),
    screen: () => html`<patto-desk-queues></patto-desk-queues>`,
    menu: { it: 'Code', en: 'Queues', roles: ['coordinator'] },
  },
  {
    name: 'openings',
    load: () => import('./file/openings.ts'),
    screen: () => html`<patto-desk-openings></patto-desk-openings>`,
    menu: { it: 'Aperture con motivo', en: 'Openings with a reason', roles: ['coordinator'] },
  },
  {
    name: 'cases',
    under: '',
    load: () => import('./list.ts'),
    screen: ([name = '', value = '']) =>
      html`<patto-case-list .first=${name && value ? { [name]: value } : {}}></patto-case-list>`,
  },
  {
    name: 'counter',
    load: () => import('./counter/counter.ts'),
    screen: (_, session) => html`<patto-desk-counter .session=${session}></patto-desk-counter>`,
    menu: { it: 'Sportello', en: 'Counter' },
  },
  {
    name: 'accesses',
    under: 'counter',
    load: () => import('./counter/accesses.ts'),
    screen: (_, session) => html`<patto-desk-accesses .session=${session}></patto-desk-accesses>`,
  },
  {
    name: 'requests',
    load: () => import('./counter/requests.ts'),
    screen: (_, session) => html`<patto-desk-requests .session=${session}></patto-desk-requests>`,
    menu: { it: 'Domande', en: 'Requests', roles: meetsPeople },
  },
  {
    name: 'request',
    under: 'requests',
    load: () => import('./counter/request.ts'),
    screen: ([id = '']) => html`<patto-desk-request request-id=${id}></patto-desk-request>`,
  },
  {
    name: 'deadlines',
    load: () => import('./agenda/deadlines.ts'),
    screen: (_, session) => html`<patto-desk-deadlines .session=${session}></patto-desk-deadlines>`,
    menu: { it: 'Scadenzario', en: 'Deadlines' },
  },
  {
    name: 'agenda',
    load: () => import('./agenda/agenda.ts'),
    screen: (_, session) => html`<patto-desk-agenda .session=${session}></patto-desk-agenda>`,
    menu: { it: 'Agenda', en: 'Agenda' },
  },
  {
    name: 'summon',
    under: '',
    load: () => import('./agenda/summon.ts'),
    screen: ([id = '', appointment = ''], session) =>
      html`<patto-desk-summon
        case-id=${id}
        appointment-id=${appointment}
        .session=${session}
      ></patto-desk-summon>`,
  },
  {
    name: 'reports',
    load: () => import('./reports/reports.ts'),
    screen: (_, session) => html`<patto-desk-reports .session=${session}></patto-desk-reports>`,
    menu: { it: 'Elenchi e rapporti', en: 'Lists and reports', roles: countsToo },
  },
  {
    name: 'registers',
    load: () => import('./registers/registers.ts'),
    screen: (parts, session) =>
      html`<patto-desk-registers .parts=${parts} .session=${session}></patto-desk-registers>`,
    menu: { it: 'Registri', en: 'Registers', roles: countsToo },
  },
  {
    name: 'series',
    load: () => import('./agenda/series.ts'),
    screen: () => html`<patto-desk-series></patto-desk-series>`,
    menu: { it: 'Documenti in serie', en: 'Documents in series' },
  },
  {
    name: 'case',
    under: '',
    load: () => import('./case/case.ts'),
    screen: ([id = '']) => html`<patto-case case-id=${id}></patto-case>`,
  },
  {
    name: 'draft',
    load: () => import('./fill.ts'),
    screen: ([id = '', mode = '']) =>
      html`<patto-desk-fill draft-id=${id} ?asks-paper=${mode === 'paper'}></patto-desk-fill>`,
  },
  {
    name: 'submission',
    load: () => import('./read.ts'),
    screen: ([id = '']) => html`<patto-desk-read submission-id=${id}></patto-desk-read>`,
  },
  {
    name: 'compare',
    under: '',
    load: () => import('./case/compare.ts'),
    screen: ([id = '', other = '']) =>
      html`<patto-desk-compare older=${id} newer=${other}></patto-desk-compare>`,
  },
  {
    name: 'document',
    load: () => import('./case/history.ts'),
    screen: ([id = '']) => html`<patto-document-history document-id=${id}></patto-document-history>`,
  },
  {
    name: 'transcription',
    under: '',
    load: () => import('./counter/transcription.ts'),
    screen: ([id = '']) => html`<patto-desk-transcription case-id=${id}></patto-desk-transcription>`,
  },
  {
    name: 'diary',
    under: '',
    load: () => import('./file/diary.ts'),
    screen: ([id = ''], session) =>
      html`<patto-desk-diary case-id=${id} .session=${session}></patto-desk-diary>`,
  },
  {
    name: 'seen',
    load: () => import('./file/seen.ts'),
    screen: ([id = ''], session) =>
      html`<patto-desk-seen case-id=${id} .session=${session}></patto-desk-seen>`,
    menu: { it: 'Chi ha visto', en: 'Who has seen', roles: ['dpo'] },
  },
  {
    name: 'exports',
    load: () => import('./file/exports.ts'),
    screen: () => html`<patto-desk-exports></patto-desk-exports>`,
    menu: {
      it: 'Esportazioni',
      en: 'Exports',
      roles: ['coordinator', 'case-manager', 'family-worker', 'back-office', 'dpo'],
    },
  },
  {
    name: 'archives',
    load: () => import('./file/archives.ts'),
    screen: ([id = ''], session) =>
      html`<patto-desk-archives case-id=${id} .session=${session}></patto-desk-archives>`,
    menu: { it: 'Archivi', en: 'Archives', roles: ['dpo', 'coordinator'] },
  },
  {
    name: 'shared',
    load: () => import('./pact/shared.ts'),
    screen: () => html`<patto-desk-shared></patto-desk-shared>`,
    menu: { it: 'Quello che la riguarda', en: 'What concerns you', roles: ['partner'] },
  },
];
