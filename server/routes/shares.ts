// SPDX-License-Identifier: AGPL-3.0-or-later
import { showShares } from '../actions/pact/show-shares.ts';
import { sharesOf } from '../pact/partners.ts';
import { personOf, scopeOf, type Route } from './contract.ts';
import { list, object, text } from './schema.ts';

const says = list(object({ label: text(), text: text() }));

export const shareRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/shared',
    summary: 'What a partner of the project reads: their part of the pacts in force that they were given to',
    access: 'pact: read part',
    answer: object({
      items: list(
        object(
          {
            number: text(),
            people: list(text()),
            begins: text('date'),
            ends: text('date'),
            contacts: list(object({ name: text(), profile: text(), phone: text() }, ['name', 'profile'])),
            parts: list(object({ title: text(), rows: list(object({ says, people: list(text()) })) })),
          },
          ['number', 'people', 'contacts', 'parts'],
        ),
      ),
    }),
    run: async (asked, deps) => ({
      ok: true,
      body: { items: await showShares(deps, personOf(asked), asked.locale) },
    }),
  },
  {
    method: 'GET',
    path: '/api/shares',
    summary: 'The parts of a pact that an account can be given to read',
    access: 'shares: read',
    answer: object({
      items: list(object({ id: text(), title: text(), title_en: text() }, ['id', 'title'])),
    }),
    run: (asked, deps) => ({ ok: true, body: { items: sharesOf(deps, scopeOf(asked).district) } }),
  },
];
