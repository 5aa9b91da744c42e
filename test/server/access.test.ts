// SPDX-License-Identifier: AGPL-3.0-or-later
// Every route × everybody who might ask × own, foreign and missing objects: made from the registry, so that a new route
// is in it by itself. Personal data carries a marker; whoever must not see it must not find the marker in any answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { may, rules, workingRole, type Rule } from '../../server/access.ts';
import { createApp } from '../../server/app.ts';
import { digest } from '../../server/clock.ts';
import { registry } from '../../server/routes/index.ts';
import type { Route } from '../../server/routes/contract.ts';
import type { Account } from '../../schemas/types.ts';
import { caseOf, createWorld, people, tokenOf, type World } from './world.ts';

const marker = 'Segnaprezioso';
interface Objects {
  readonly case: string;
  readonly draft: string;
  readonly submission: string;
  readonly document: string;
  readonly job: string;
  readonly request: string;
}

let world: World;
const own: Record<string, Objects> = {};

/** A case with a draft, a submission and an issued act, of one district. */
async function furnish(district: string): Promise<Objects> {
  const kase = await caseOf(world, district, marker + district);
  const cookie = await world.signIn(district === 'alfa' ? 'segue' : 'fuori');
  const draftOf = async (definition: string) =>
    (await world.ask('POST', `/api/cases/${kase}/drafts`, { cookie, body: { definition } })).json
      .id as string;
  const draft = await draftOf('scheda');
  const pact = await draftOf('accordo');
  const sent = await world.ask('POST', `/api/drafts/${pact}/submit`, {
    cookie,
    body: { answers: { testo: marker + district } },
  });
  const body = { kind: 'pact', submission: sent.json.id };
  const issued = await world.ask('POST', `/api/cases/${kase}/documents`, { cookie, body });
  const jobs = await world.deps.store.list({ district, actor: 'system' }, 'jobs');
  const job = jobs.items[0]?.id;
  assert.ok(job);
  const [request] = (
    await world.deps.store.list({ district, actor: 'system' }, 'requests', { where: { case: kase } })
  ).items;
  assert.ok(request);
  return {
    case: kase,
    draft,
    submission: sent.json.id,
    document: issued.json.act.id,
    job: job ?? '',
    request: request.id,
  };
}

before(async () => {
  world = await createWorld();
  own['alfa'] = await furnish('alfa');
  own['beta'] = await furnish('beta');
});
after(() => world.close());

/** Headers of everybody who might ask. */
async function actors(): Promise<Map<string, { cookie?: string; headers?: { [name: string]: string } }>> {
  const all = new Map<string, { cookie?: string; headers?: { [name: string]: string } }>();
  all.set('anonymous', {});
  all.set('token', { headers: await tokenOf(world) });
  const made = await world.ask('POST', '/api/keys', {
    cookie: await world.signIn('chiavi'),
    body: {
      name: 'Programma',
      purpose: 'statistica regionale',
      definitions: true,
      submissions: ['accordo'],
      asks: { names: false, texts: false },
      comuni: [],
      expires: '2026-12-31',
      addresses: [],
    },
  });
  assert.equal(made.status, 201, made.text);
  all.set('key', { headers: { Authorization: `Bearer ${made.json.key}` } });
  for (const { id } of Object.values(people).flat()) all.set(id, { cookie: await world.signIn(id) });
  const revoked = await world.signIn('segue');
  await world.ask('DELETE', '/api/session', { cookie: revoked });
  all.set('revoked', { cookie: revoked });
  const expired = await world.signIn('segue');
  const id = digest(expired.split('.')[1] ?? '');
  const scope = { district: 'alfa', actor: 'system' };
  const kept = await world.deps.store.get<{ seenAt: number }>(scope, 'sessions', id);
  assert.ok(kept);
  await world.deps.store.replace(
    scope,
    'sessions',
    id,
    { ...kept.value, seenAt: kept.value.seenAt - 31 * 60_000 },
    kept.rev,
  );
  all.set('expired', { cookie: expired });
  all.set('forged', { cookie: `patto=alfa.${'A'.repeat(43)}` });
  all.set('moved', { cookie: (await world.signIn('fuori')).replace('beta.', 'alfa.') });
  return all;
}

const account = (id: string): { district: string; value: Account } | undefined => {
  for (const [district, staff] of Object.entries(people)) {
    const found = staff.find((one) => one.id === id);
    if (found) return { district, value: { ...found, email: '', state: 'active' } as unknown as Account };
  }
  return undefined;
};

/** Path with the object in place; harmless values for the rest. */
function pathOf(route: Route, id: string): string {
  const values: { readonly [name: string]: string } = {
    id,
    number: '1',
    code: '0000-0000-0000',
    district: 'alfa',
    form: 'domanda',
    file: 'domanda.js',
  };
  return route.path.replace(/\{(\w+)(?:\.\.\.)?\}/g, (_all, name: string) => values[name] ?? 'x');
}

/** What the table says before any body is looked at: a status, or `in`. */
function expected(rule: Rule, actor: string, owner: 'alfa' | 'beta' | 'missing'): number | 'in' {
  if (rule.who === 'anyone') return 'in';
  if (rule.who === 'token') return actor === 'token' ? 'in' : 401;
  if (rule.who === 'key') return actor === 'key' ? 'in' : 401;
  const who = account(actor);
  if (!who) return 401;
  if (
    rule.who !== 'signed-in' &&
    !who.value.roles.some((role) => (rule.who as readonly string[]).includes(role))
  )
    return 403;
  if (!rule.object) return 'in';
  if (owner === 'missing' || owner !== who.district) return 404;
  const assigned = owner === 'alfa' ? ['segue'] : ['fuori'];
  const things = {
    case: 'case',
    draft: 'grid',
    submission: 'pact',
    document: 'document',
    job: 'document',
    request: 'form',
  } as const;
  const thing = rule.thing ?? things[rule.object];
  const answer = may(who.value, actor, { comune: `${owner}centro`, assigned }, thing, rule.right ?? 'v');
  return answer === 'yes' ? 'in' : answer === 'hidden' ? 404 : 403;
}

test('a route without an access rule does not start', () => {
  const route = {
    method: 'GET',
    path: '/x',
    summary: 'x',
    access: 'nothing of the kind',
    run: () => ({ ok: true }),
  } as unknown as Route;
  assert.throws(() => createApp(world.deps, [route]), /no access rule/);
  for (const one of registry) assert.ok(Object.hasOwn(rules, one.access), `${one.method} ${one.path}`);
});

test('the whole matrix: nobody gets in who must not, foreign is as if missing, no marker leaks', async () => {
  const everybody = await actors();
  let checks = 0;
  const leaks: string[] = [];
  const seen = new Map<string, string[]>();
  const wrong: string[] = [];
  // Signing in and out would change who asks; those have tests of their own.
  const routes = registry.filter(({ path }) => !path.startsWith('/api/session'));
  for (const route of routes) {
    const rule: Rule = rules[route.access];
    const owners = rule.object ? (['alfa', 'beta', 'missing'] as const) : (['alfa'] as const);
    for (const [actor, by] of everybody) {
      const told = new Map<string, string>();
      for (const owner of owners) {
        const kind = rule.object;
        const id = kind ? (own[owner]?.[kind] ?? 'AAAAAAAAAAAAAAAAAAAAAA') : 'nessuno';
        const safe = route.method === 'GET';
        const site = rule.who === 'token' || route.cors ? 'cross-site' : 'same-origin';
        const headers = {
          'If-Match': '"999999"',
          'Idempotency-Key': 'matrice-0001',
          ...by.headers,
          'Sec-Fetch-Site': site,
        };
        const answer = await world.ask(route.method, pathOf(route, id), {
          ...(by.cookie ? { cookie: by.cookie } : {}),
          headers,
          // A body that no action can do anything with.
          ...(safe ? {} : { body: { questo: 'non esiste' } }),
        });
        checks += 1;
        const at = `${route.method} ${route.path} by ${actor} on ${owner}: ${answer.status} ${answer.json?.code ?? ''}`;
        const should = expected(rule, actor, owner);
        if (
          should === 'in'
            ? [401, 403].includes(answer.status) && answer.json?.code !== 'other-origin'
            : answer.status !== should
        )
          wrong.push(`${at}, expected ${should}`);
        if (answer.status >= 500) wrong.push(at);
        if (owner === 'alfa' && answer.text.includes(`${marker}alfa`))
          seen.set(route.path, [...(seen.get(route.path) ?? []), actor]);
        const sees = should === 'in' && rule.who !== 'anyone';
        if (!sees && answer.text.includes(marker)) leaks.push(at);
        if (should === 404) told.set(owner, answer.text);
      }
      if (told.size > 1)
        assert.equal(new Set(told.values()).size, 1, `${route.path} tells foreign from missing to ${actor}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(leaks, []);
  // Said here once more, by hand, so that the table itself is held to something.
  for (const all of seen.values()) all.sort();
  assert.deepEqual(Object.fromEntries(seen), {
    '/api/cases': ['banco', 'capo', 'segue', 'uffici'],
    '/api/cases/{id}': ['banco', 'capo', 'segue', 'uffici'],
    // names of the household, to say who took part or whom a paper is about
    '/api/cases/{id}/attachments': ['banco', 'capo', 'segue', 'uffici'],
    '/api/cases/{id}/diary': ['banco', 'capo', 'segue', 'uffici'],
    '/api/deadlines': ['banco', 'capo', 'segue', 'uffici'],
    '/api/counter/requests': ['banco', 'capo', 'uffici'],
    '/api/counter/requests/{id}': ['banco', 'capo', 'segue', 'uffici'],
    '/api/drafts/{id}': ['segue'],
    '/api/submissions/{id}': ['capo', 'segue', 'uffici'],
  });
  assert.ok(checks > 800, `${checks} checks`);
  console.log(
    `# ${checks} checks over ${routes.length} routes and ${everybody.size} actors, ${leaks.length} leaks`,
  );
});

test('what nobody may set by writing it', async () => {
  const cookie = await world.signIn('segue');
  const path = `/api/drafts/${own['alfa']?.draft}`;
  const { json } = await world.ask('GET', path, { cookie });
  for (const [name, value] of [
    ['by', 'altri'],
    ['code', 'x'],
    ['origin', 'x'],
    ['district', 'beta'],
    ['rev', 9],
    ['state', 'x'],
  ] as const) {
    const told = await world.ask('PUT', path, {
      cookie,
      headers: { 'If-Match': `"${json.rev}"` },
      body: { ...json.draft, [name]: value },
    });
    assert.equal(told.status, 400, name);
  }
  const moved = await world.ask('PUT', path, {
    cookie,
    headers: { 'If-Match': `"${json.rev}"` },
    body: { ...json.draft, case: own['beta']?.case, savedAt: '1999-01-01T00:00:00Z' },
  });
  assert.equal(moved.status, 200);
  const after = await world.ask('GET', path, { cookie });
  assert.deepEqual(
    [after.json.draft.case, after.json.draft.savedAt.slice(0, 4)],
    [own['alfa']?.case, '2026'],
  );
});

test('the list of cases shows what is in scope and no more', async () => {
  const names = async (who: string) =>
    (await world.ask('GET', '/api/cases', { cookie: await world.signIn(who) })).json.items.map(
      (one: { name: string }) => one.name,
    );
  assert.deepEqual(await names('segue'), [`${marker}alfa`]);
  assert.deepEqual(await names('capo'), [`${marker}alfa`]);
  assert.deepEqual(await names('altra'), ['S.']);
  assert.deepEqual(await names('mare'), []);
  assert.deepEqual(await names('fuori'), [`${marker}beta`]);
});

test('who may: role, comune, assignment', () => {
  const account = (roles: string[], comuni: string[] = []) => ({ roles, comuni }) as unknown as Account;
  const kase = { comune: 'a', assigned: ['io'] };
  assert.equal(may(account(['case-manager']), 'io', kase, 'pact', 'e'), 'yes');
  assert.equal(may(account(['case-manager']), 'altro', kase, 'pact', 'v'), 'reason');
  assert.equal(may(account(['case-manager'], ['b']), 'altro', kase, 'pact', 'v'), 'hidden');
  // Who builds the project writes drafts; closing them is for who follows the case.
  assert.equal(may(account(['educator']), 'io', kase, 'grid', 'd'), 'yes');
  assert.equal(may(account(['educator']), 'io', kase, 'grid', 'e'), 'no');
  assert.equal(may(account(['educator']), 'io', kase, 'pact', 'e'), 'no');
  assert.equal(may(account(['coordinator']), 'altro', kase, 'grid', 'v'), 'yes');
  assert.equal(may(account(['coordinator']), 'altro', kase, 'grid', 'e'), 'no');
  assert.equal(may(account(['coordinator', 'case-manager']), 'altro', kase, 'grid', 'e'), 'reason');
  assert.equal(may(account(['front-office']), 'altro', kase, 'grid', 'v'), 'no');
  assert.equal(may(account(['form-admin', 'admin']), 'altro', kase, 'case', 'v'), 'no');
  // A partner of the project is never titled, not even where the case names them.
  for (const thing of ['case', 'form', 'grid', 'pact', 'document', 'reserved'] as const)
    assert.equal(may(account(['partner']), 'io', kase, thing, 'v'), 'no');
});

test('who comes to a case through its comune does not see it with the eyes of a role that needs assignment', () => {
  const both = { roles: ['coordinator', 'case-manager'] } as unknown as Account;
  assert.deepEqual([workingRole(both, true), workingRole(both, false)], ['case-manager', 'coordinator']);
  const only = { roles: ['case-manager'] } as unknown as Account;
  assert.equal(workingRole(only, false), 'case-manager');
});
