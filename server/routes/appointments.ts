// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  appointmentFile,
  appointmentsOf,
  registerAppointment,
  type Registered,
} from '../actions/agenda/appointments.ts';
import { dropFeed, feedsOf, makeFeed, readFeed } from '../actions/agenda/feeds.ts';
import { mostCalled, repeatAppointment, type Turn } from '../actions/agenda/repeat-appointment.ts';
import { showAgenda } from '../actions/agenda/show-agenda.ts';
import { isDay } from '../calendar.ts';
import { limits } from '../guard.ts';
import { refuse } from '../problems.ts';
import { caseOf } from './cases.ts';
import { personOf, type Route } from './contract.ts';
import { list, object, text, whole } from './schema.ts';

const short = { type: 'string', minLength: 1, maxLength: 200 } as const;
const note = { type: 'string', maxLength: 1000 } as const;
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' };
const yes = { type: 'boolean' };
const named = list(object({ id: text(), title: text() }));
const rows = list(
  object({ id: text(), title: text(), badge: text(), past: yes, failed: yes, reasons: named }, [
    'id',
    'title',
  ]),
);
const registered = { by: text(), at: text('date-time'), note: text() };
const appointment = object(
  {
    id: text(),
    rev: whole,
    definition: text(),
    day,
    time: text(),
    minutes: whole,
    where: text(),
    office: text(),
    place: text(),
    people: text(),
    with: text(),
    by: text(),
    at: text('date-time'),
    delivery: text(),
    message: object({ text: text(), length: whole }),
    delivered: object({ code: text(), date: day, ...registered }, ['code', 'date', 'by', 'at']),
    outcome: object({ code: text(), reason: text(), ...registered }, ['code', 'by', 'at']),
    overlaps: yes,
    met: yes,
  },
  [
    'id',
    'rev',
    'definition',
    'day',
    'time',
    'minutes',
    'place',
    'people',
    'with',
    'by',
    'at',
    'overlaps',
    'met',
  ],
);
const calendar = (file: string, name: string) =>
  ({
    ok: true,
    bytes: file,
    type: 'text/calendar; charset=utf-8',
    headers: { 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' },
  }) as const;

export const appointmentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/agenda',
    summary: 'Appointments of some days, of the cases that the person has a title to',
    access: 'agenda: read',
    query: { from: day, days: { type: 'integer', minimum: 1, maximum: 42 }, with: text(), office: text() },
    answer: object({
      items: list(
        object(
          {
            id: text(),
            case: text(),
            number: text(),
            name: text(),
            day,
            time: text(),
            minutes: whole,
            with: text(),
            office: text(),
            where: text(),
            delivered: text(),
            overlaps: yes,
            met: yes,
            outcome: object({ title: text(), badge: text() }),
          },
          ['id', 'case', 'number', 'name', 'day', 'time', 'minutes', 'with', 'overlaps', 'met'],
        ),
      ),
      operators: list(object({ id: text(), name: text() })),
      offices: list(object({ id: text(), name: text() })),
    }),
    async run(asked, deps) {
      const { from, days, with: operator, office } = asked.query;
      const many = /^\d{1,2}$/.test(days ?? '') ? Number(days) : 7;
      const body = await showAgenda(deps, personOf(asked), {
        from: from !== undefined && isDay(from) ? from : deps.clock.today(),
        days: Math.min(42, Math.max(1, many)),
        ...(operator ? { with: operator } : {}),
        ...(office ? { office } : {}),
      });
      return { ok: true, body };
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/appointments',
    summary: 'Appointments of a case, and what can be registered of them',
    access: 'appointments: read',
    answer: object({
      items: list(appointment),
      definitions: named,
      outcomes: rows,
      deliveries: rows,
      writes: yes,
    }),
    run: async (asked, deps) => ({
      ok: true,
      body: await appointmentsOf(deps, personOf(asked), caseOf(asked), asked.locale),
    }),
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/appointments/{appointment}',
    summary: 'Registers how an appointment went, how its summons was delivered, or who sees the family',
    access: 'appointments: register',
    body: {
      limit: limits.request,
      schema: {
        type: 'object',
        oneOf: [
          object({ outcome: object({ code: short, reason: short, note }, ['code']) }),
          object({ delivered: object({ code: short, date: day, note }, ['code', 'date']) }),
          object({ with: short }),
        ],
      },
    },
    answer: object({ ok: { const: true } }),
    async run(asked, deps) {
      const id = asked.path['appointment'] ?? '';
      const done = await registerAppointment(
        deps,
        personOf(asked),
        caseOf(asked),
        id,
        asked.body as Registered,
        asked.rev,
      );
      return done.ok ? { ok: true, body: { ok: true } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/cases/{id}/appointments/{appointment}/calendar',
    summary: 'One appointment for a telephone’s calendar; neither the person nor the case is named',
    access: 'appointments: read',
    async run(asked, deps) {
      const id = asked.path['appointment'] ?? '';
      const made = await appointmentFile(deps, personOf(asked), caseOf(asked), id);
      return made.ok ? calendar(made.file, 'appuntamento.ics') : made;
    },
  },
  {
    method: 'POST',
    path: '/api/cases/{id}/appointments/{appointment}/repeat',
    summary: 'The same summons for other cases, each with its hour; nothing of one family goes to another',
    access: 'appointments: register',
    body: {
      limit: limits.request,
      schema: object({
        items: {
          type: 'array',
          minItems: 1,
          maxItems: mostCalled,
          items: object({
            case: short,
            day,
            time: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
          }),
        },
      }),
    },
    answer: object({
      items: list(
        object({ case: text(), number: text(), appointment: text(), draft: text() }, ['case', 'number']),
      ),
    }),
    async run(asked, deps) {
      const id = asked.path['appointment'] ?? '';
      const { items } = asked.body as { items: readonly Turn[] };
      const wrong = items.findIndex((one) => !isDay(one.day));
      if (wrong >= 0) return refuse('bad-request', {}, `/items/${wrong}/day`);
      const done = await repeatAppointment(deps, personOf(asked), caseOf(asked), id, items, asked.locale);
      return done.ok ? { ok: true, body: { items: done.items } } : done;
    },
  },
  {
    method: 'GET',
    path: '/api/feeds',
    summary: 'Calendars that the person reads elsewhere; their addresses are not known any more',
    access: 'signed-in',
    answer: object({ items: list(object({ id: text(), at: text('date-time') })) }),
    run: async (asked, deps) => ({ ok: true, body: { items: await feedsOf(deps, personOf(asked)) } }),
  },
  {
    method: 'POST',
    path: '/api/feeds',
    summary: 'A new address of the person’s calendar, told this once',
    access: 'agenda: subscribe',
    body: { schema: object({}), limit: limits.request },
    status: 201,
    answer: object({ address: text() }),
    async run(asked, deps) {
      const made = await makeFeed(deps, personOf(asked));
      return made.ok ? { ok: true, status: 201, body: { address: made.address } } : made;
    },
  },
  {
    method: 'DELETE',
    path: '/api/feeds/{id}',
    summary: 'Takes an address back: the calendar under it is gone at once',
    access: 'agenda: subscribe',
    status: 204,
    async run(asked, deps) {
      const done = await dropFeed(deps, personOf(asked), asked.path['id'] ?? '');
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
  {
    method: 'GET',
    path: '/calendar/{file}',
    summary: 'Terms and appointments of one account as a calendar: numbers of cases, nothing of a person',
    access: 'anyone',
    rate: 'calendar',
    async run(asked, deps) {
      const made = await readFeed(deps, asked.path['file'] ?? '');
      return made.ok ? calendar(made.file, 'patto.ics') : made;
    },
  },
];
