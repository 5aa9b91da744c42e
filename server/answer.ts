// SPDX-License-Identifier: AGPL-3.0-or-later
// One request through the gates to its action.
import type { Request } from 'express';
import { rules, type Rule } from './access.ts';
import { authorize, roleIn } from './authorize.ts';
import { bodyCheck } from './bodies.ts';
import type { Deps } from './deps.ts';
import { readBytes, readJson } from './guard.ts';
import { guestOf } from './guests.ts';
import { localeOf, refuse, type Refusal } from './problems.ts';
import { integratorOf } from './integrators.ts';
import { scopeOf, type Asked, type Reply, type Route } from './routes/contract.ts';
import { whoIs } from './sessions.ts';

/** ids in paths: nothing else is ever looked up */
const id = /^[A-Za-z0-9_-][A-Za-z0-9._@-]{0,119}$/;
const forwarding = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** Takes a request of a route through rule, body and action. */
export async function answer(route: Route, request: Request, deps: Deps): Promise<Reply | Refusal> {
  const rule: Rule = rules[route.access];
  const path: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.params)) {
    const text = Array.isArray(value) ? value.join('/') : String(value);
    if (!text.split('/').every((part) => id.test(part) && !part.includes('..'))) return refuse('not-found');
    path[name] = text;
  }
  const safe = route.method === 'GET';
  const tokens = rule.who === 'token' || rule.who === 'key' || (rule.who === 'anyone' && route.cors === true);
  if (!safe && !tokens && !ownPage(request, deps)) return refuse('other-origin');
  const person = tokens ? undefined : await whoIs(deps, request, route.still);
  const guest = rule.who === 'token' ? await guestOf(request, deps) : undefined;
  if (guest && !guest.ok) return guest;
  const program = rule.who === 'key' ? await integratorOf(request, deps) : undefined;
  if (program && !program.ok) return program;
  const integrator = program?.value;
  const reason = readReason(request.headers['x-patto-reason']);
  const decided = await authorize(
    { rule, id: path['id'], person, guest: guest?.value, integrator, reason },
    deps,
  );
  if (!decided.ok) return decided;
  if (!safe && decided.found.case?.value.closed && !route.evenClosed) return refuse('case-closed');
  if (route.needs?.includes('case') && !decided.found.case) return refuse('no-case');
  const rev = readRev(request.headers['if-match']);
  const key = readKey(request.headers['idempotency-key']);
  if (route.needs?.includes('rev') && rev === undefined) return refuse('rev-needed');
  if (route.needs?.includes('key') && key === undefined) return refuse('key-needed');
  const body = await readBody(route, request);
  if (!body.ok) return body;
  const asked: Asked = {
    path,
    query: readQuery(request),
    body: body.value,
    locale: localeOf(request.headers['accept-language']),
    rev,
    key,
    reason,
    fileName: readText(request.headers['x-patto-name']),
    origin: request.headers.origin,
    near:
      /^(::1|127\.\d+\.\d+\.\d+|::ffff:127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '') &&
      !forwarding.some((name) => request.headers[name] !== undefined),
    cookie: request.headers.cookie,
    person,
    guest: guest?.value,
    integrator,
    found: decided.found,
  };
  if (rule.reads && person) {
    // Nothing is shown that is not written down first.
    await deps.store.audit(
      { district: person.district, actor: person.account.id },
      {
        action: rule.reads,
        object: path['id'] ?? rule.reads.split('.')[0] ?? '',
        role: roleIn(person),
        result: 'done',
        ...(reason ? { reason } : {}),
      },
    );
  }
  if (rule.reads && integrator)
    await deps.store.audit(scopeOf(asked), {
      action: rule.reads,
      object: integrator.key.id,
      result: 'done',
    });
  return route.run(asked, deps);
}

/** The rule against forged requests: made by our own page, as the browser says it. */
function ownPage(request: Request, deps: Deps): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const origin = request.headers.origin;
  if (deps.config.url) return origin === deps.config.url;
  return origin === `http://${request.headers.host ?? ''}`;
}

async function readBody(
  route: Route,
  request: Request,
): Promise<{ readonly ok: true; readonly value: unknown } | Refusal> {
  if (route.file) return readBytes(request, route.file.type, route.file.limit);
  if (!route.body) return { ok: true, value: undefined };
  const bytes = await readBytes(request, 'application/json', route.body.limit);
  if (!bytes.ok) return bytes;
  const json = readJson(bytes.value, route.body.depth);
  if (!json.ok) return json;
  return bodyCheck(route, json.value);
}

function readQuery(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.query))
    if (typeof value === 'string') query[name] = value.slice(0, 200);
  return query;
}

function readRev(header: string | undefined): number | undefined {
  const digits = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readKey(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w.:~-]{8,100}$/.test(header) ? header : undefined;
}

function readReason(header: string | string[] | undefined): string | undefined {
  const text = readText(header)?.trim();
  return text !== undefined && text.length >= 5 ? text : undefined;
}

/** A header's text, percent-encoded; at most 500 characters of it. */
function readText(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header).slice(0, 500);
  } catch {
    return undefined;
  }
}
