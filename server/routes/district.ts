// SPDX-License-Identifier: AGPL-3.0-or-later
import { districtData, saveDistrict } from '../actions/definitions/save-district.ts';
import { limits } from '../guard.ts';
import { refuse } from '../problems.ts';
import { personOf, scopeOf, type Route } from './contract.ts';
import { anything, grammar, list, object, text, whole } from './schema.ts';

export const districtRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/district',
    summary: 'The district of the session: comuni, offices, phases, registers',
    access: 'signed-in',
    answer: grammar('district'),
    run(asked, deps) {
      const district = deps.catalogue.districts.get(personOf(asked).district);
      if (!district) return refuse('not-found');
      const { staff: _staff, ...rest } = district;
      return { ok: true, body: rest };
    },
  },
  {
    method: 'GET',
    path: '/api/district/data',
    summary:
      'The data of the district as a whole; `rev` 0: as it came. `changed`: properties that are its own',
    access: 'district: read',
    answer: object(
      {
        rev: whole,
        district: grammar('district'),
        changed: list(text()),
        lists: anything,
        inherited: anything,
      },
      ['rev', 'district', 'changed', 'lists'],
    ),
    async run(asked, deps) {
      const data = await districtData(deps, scopeOf(asked), asked.locale);
      return data ? { ok: true, rev: data.rev, body: data } : refuse('not-found');
    },
  },
  {
    method: 'PUT',
    path: '/api/district/data',
    summary:
      'Changes properties of the district as a whole; null: as it came. If-Match "0" where none was changed',
    access: 'district: write',
    needs: ['rev'],
    body: { schema: object({ changes: { type: 'object' } }), limit: limits.definition },
    answer: object({ rev: whole }),
    async run(asked, deps) {
      const { changes } = asked.body as { changes: { readonly [property: string]: unknown } };
      const done = await saveDistrict(deps, scopeOf(asked), asked.rev ?? 0, changes);
      return done.ok ? { ok: true, rev: done.rev, body: { rev: done.rev } } : done;
    },
  },
];
