// SPDX-License-Identifier: AGPL-3.0-or-later
import { signIn, signInAs, type SignedIn } from '../actions/people/sign-in.ts';
import { useLink } from '../actions/people/use-link.ts';
import { fillAsked } from '../demo.ts';
import type { Deps } from '../deps.ts';
import { limits } from '../guard.ts';
import { refuse, type Refusal } from '../problems.ts';
import { cookie, end, endAll, idle, whoIs, type Person } from '../sessions.ts';
import type { Asked, Reply, Route } from './contract.ts';
import { object, list, text } from './schema.ts';

const sessionSchema = object({
  account: object({ id: text(), name: text(), profile: text(), roles: list(text()), comuni: list(text()) }),
  district: object({ id: text(), name: text(), notice: text(), asked: { type: 'boolean' } }, ['id', 'name']),
  demo: { type: 'boolean' },
  today: text('date'),
  expiresAt: text('date-time'),
});

function show(person: Pick<Person, 'district' | 'account' | 'endsAt'>, deps: Deps) {
  const { name, profile, roles, comuni } = person.account.value;
  const district = deps.catalogue.districts.get(person.district);
  return {
    account: { id: person.account.id, name, profile, roles, comuni },
    district: {
      id: person.district,
      name: district?.name ?? person.district,
      ...(district?.notice ? { notice: district.notice } : {}),
      ...(district?.demonstration === 'asked' ? { asked: true } : {}),
    },
    demo: deps.config.demo,
    today: deps.clock.today(),
    expiresAt: new Date(person.endsAt).toISOString(),
  };
}

async function enter(asked: Asked, deps: Deps): Promise<Reply | Refusal> {
  const body = asked.body as { as?: string; email?: string; password?: string };
  let done: SignedIn;
  if (body.as !== undefined) {
    if (!deps.config.demo || !asked.near) return refuse('demo-only');
    await fillAsked(deps, body.as);
    done = await signInAs(deps, body.as);
  } else done = await signIn(deps, body.email ?? '', body.password ?? '');
  if (!done.ok) return done;
  // A session that this browser had before ends here: the id is always a new one.
  const before = await whoIs(deps, { headers: { cookie: asked.cookie } } as never);
  if (before) await end(deps, before.district, before.session);
  return {
    ok: true,
    body: show({ district: done.district, account: done.account, endsAt: deps.clock.now() + idle }, deps),
    headers: { 'Set-Cookie': cookie(deps, done.cookie) },
  };
}

export const sessionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/session',
    summary: 'Who is signed in; with ?quiet=1 nobody is an empty answer',
    access: 'anyone',
    query: { quiet: text() },
    answer: sessionSchema,
    async run(asked, deps) {
      if (asked.person) return { ok: true, body: show(asked.person, deps) };
      return asked.query['quiet'] ? { ok: true, status: 204 } : refuse('sign-in-needed');
    },
  },
  {
    method: 'POST',
    path: '/api/session',
    summary: 'Signs in with address and password; in the demonstration as a sample person',
    access: 'anyone',
    rate: 'sign-in',
    body: {
      limit: limits.request,
      schema: {
        type: 'object',
        oneOf: [
          object({ as: { type: 'string', minLength: 1, maxLength: 120 } }),
          object({
            email: { type: 'string', minLength: 3, maxLength: 200 },
            password: { type: 'string', minLength: 1, maxLength: 1000 },
          }),
        ],
      },
    },
    answer: sessionSchema,
    run: enter,
  },
  {
    method: 'DELETE',
    path: '/api/session',
    summary: 'Signs out; with ?all=1 ends every session of the account',
    access: 'signed-in',
    query: { all: text() },
    status: 204,
    async run(asked, deps) {
      const person = asked.person;
      if (!person) return refuse('sign-in-needed');
      if (asked.query['all']) await endAll(deps, person.district, person.account.id);
      else await end(deps, person.district, person.session);
      await deps.store.audit(
        { district: person.district, actor: person.account.id },
        { action: 'session.end', object: person.account.id, result: 'done' },
      );
      return { ok: true, status: 204, headers: { 'Set-Cookie': cookie(deps, '') } };
    },
  },
  {
    method: 'GET',
    path: '/api/session/end',
    summary: 'When the session ends if nobody does anything more; asking does not prolong it',
    access: 'signed-in',
    still: true,
    answer: object({ expiresAt: text('date-time') }),
    run(asked) {
      const { person } = asked;
      return person
        ? { ok: true, body: { expiresAt: new Date(person.endsAt).toISOString() } }
        : refuse('sign-in-needed');
    },
  },
  {
    method: 'GET',
    path: '/api/session/people',
    summary: 'The sample people of the demonstration; none anywhere else',
    access: 'anyone',
    answer: object({
      items: list(
        object({
          id: text(),
          name: text(),
          profile: text(),
          roles: list(text()),
          district: text(),
          districtName: text(),
          notice: text(),
          asked: { type: 'boolean' },
        }),
      ),
    }),
    run(asked, deps) {
      // Not a refusal: the sign-in screen asks everywhere, and elsewhere there is nobody to choose from.
      if (!deps.config.demo || !asked.near) return { ok: true, body: { items: [] } };
      const all = [...deps.catalogue.districts.values()].flatMap((district) =>
        (district.staff ?? []).map(({ id, name, profile, roles }) => ({
          id,
          name,
          profile,
          roles,
          district: district.id,
          districtName: district.name,
          notice: district.notice ?? '',
          // its definitions are published when somebody enters
          asked: district.demonstration === 'asked',
        })),
      );
      const unique = (id: string) => all.filter((one) => one.id === id).length === 1;
      return {
        ok: true,
        body: {
          items: all.map((one) => ({ ...one, id: unique(one.id) ? one.id : `${one.district}/${one.id}` })),
        },
      };
    },
  },
  {
    method: 'POST',
    path: '/api/session/link',
    summary: 'Sets the password of an account with its one-time link',
    access: 'anyone',
    rate: 'link',
    body: {
      limit: limits.request,
      schema: object({
        token: { type: 'string', maxLength: 200 },
        password: { type: 'string', maxLength: 1000 },
      }),
    },
    status: 204,
    async run(asked, deps) {
      const { token, password } = asked.body as { token: string; password: string };
      const done = await useLink(deps, token, password);
      return done.ok ? { ok: true, status: 204 } : done;
    },
  },
];
