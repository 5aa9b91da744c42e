// SPDX-License-Identifier: AGPL-3.0-or-later
// Sample families of the demonstration come in by the road of everybody: a public form, then the desk.
import type { Account, Answers, District } from '../schemas/types.ts';
import { openCase } from './actions/open-case.ts';
import { submitPublic } from './actions/public-submission.ts';
import { newestVersion } from './actions/definitions.ts';
import { createClock } from './clock.ts';
import type { Deps } from './deps.ts';
import { guestOfToken, issueToken, publicScope } from './guests.ts';
import { sentence } from './problems.ts';

/** Requests of the sample families, and one case that is already open, when the district has none yet. */
export async function fillFamilies(deps: Deps, district: District): Promise<void> {
  const scope = publicScope(district.id);
  const form = district.publicForms?.[0];
  const [family] = deps.catalogue.families(district.id);
  const sample = family?.submissions.find(({ definition }) => definition === form);
  if (!form || !sample) return;
  if ((await deps.store.list(scope, 'submissions', { limit: 1 })).total > 0) return;
  const earlier = await send(deps, district, form, another(sample.answers), '2026-01-14');
  if (earlier) await open(deps, district, earlier, '2026-01-15');
  await send(deps, district, form, sample.answers, sample.day);
}

/** An hour at which people fill in forms. */
const morningOf = (day: string) => createClock(day, () => Date.parse(`${day}T09:40:00Z`));

async function send(
  deps: Deps,
  district: District,
  form: string,
  answers: Answers,
  day: string,
): Promise<string | undefined> {
  const then: Deps = { ...deps, clock: morningOf(day) };
  const version = await newestVersion(deps, publicScope(district.id), form);
  if (!version) return undefined;
  const { token } = await issueToken(then, district.id, form, 'https://comune.example');
  const guest = await guestOfToken(then, token, 'https://comune.example');
  if (!guest.ok) return undefined;
  const sent = { definition: form, version: version.number, answers };
  const done = await submitPublic(then, guest.value, sent, `sample-${day}`, 'it');
  if (done.ok) return done.id;
  const why = (done.problems ?? [done.problem]).map(
    (one) => `${one.at} ${sentence(one, deps.sentences, 'it')}`,
  );
  deps.log('sample-family-refused', { form, why: why.slice(0, 5).join(' | ') });
  return undefined;
}

async function open(deps: Deps, district: District, submission: string, day: string): Promise<void> {
  const id = district.staff?.find(({ roles }) => roles.includes('case-manager'))?.id ?? '';
  const account = await deps.store.get<Account>(publicScope(district.id), 'accounts', id);
  if (!account) return;
  const person = { district: district.id, account, session: '', endsAt: 0 };
  const done = await openCase({ ...deps, clock: morningOf(day) }, person, { submission }, undefined);
  if (!done.ok) deps.log('sample-case-refused', { why: sentence(done.problem, deps.sentences, 'it') });
}

/** The same answers as given by a person who lives alone. */
function another(answers: Answers): Answers {
  const [first] = Array.isArray(answers['nucleo']) ? (answers['nucleo'] as Answers[]) : [];
  const unknown = { declined: 'unknown' };
  const person = { cognome: 'Bastieri', nome: 'Ornella', codice_fiscale: unknown };
  return {
    ...answers,
    ...person,
    telefono: '0999 555014',
    indirizzo: 'Piazza della Prova 3',
    nucleo: [{ ...first, ...person, id: 'ornella0001', nascita: '1962-05-18' }],
    isee: 381_200,
    reddito: 120_000,
    dsu: 'INPS-ISEE-2026-07654321B-00',
    dsu_data: '2026-01-08',
    pad: '2026-01-14',
    canone: 35_000,
  };
}
