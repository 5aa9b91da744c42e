// SPDX-License-Identifier: AGPL-3.0-or-later
// createApp(deps): the routes of the registry behind the gates, in this order: host, headers, rate, origin, person,
// rule and object, body, action. Every refusal is a problem document; an unexpected failure shows only a number.
import { randomUUID } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rules } from './access.ts';
import { answer } from './answer.ts';
import { sendReply, sendRefusal } from './send.ts';
import type { Deps } from './deps.ts';
import { commonHeaders, openHeaders } from './headers.ts';
import { localeOf, refuse } from './problems.ts';
import { limiters } from './limiters.ts';
import { registry } from './routes/index.ts';
import type { Route } from './routes/contract.ts';
import { StoreFailure } from './storage/failure.ts';

/** The application over its dependencies; listening and closing are main's. */
export function createApp(deps: Deps, routes: readonly Route[] = registry): Express {
  for (const route of routes)
    if (!Object.hasOwn(rules, route.access))
      throw new Error(`${route.method} ${route.path} has no access rule`);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.config.proxies);
  app.set('case sensitive routing', true);
  const common = commonHeaders(deps.config.url?.startsWith('https:') ?? false);
  app.use((request: Request, response: Response, next: NextFunction) => {
    response.set(common);
    if (!hostFits(request, deps)) return sendRefusal(request, response, refuse('wrong-host'), deps);
    next();
  });
  const limited = limiters(deps);
  app.use(limited('any'));
  const paths = new Map<string, Route[]>();
  for (const route of routes) paths.set(route.path, [...(paths.get(route.path) ?? []), route]);
  for (const route of routes) {
    const path = expressPath(route.path);
    if (route.cors) app.options(path, (_request, response) => preflight(response));
    const gates = route.rate ? [limited(route.rate)] : [];
    app[route.method.toLowerCase() as 'get'](path, ...gates, async (request: Request, response: Response) => {
      if (route.cors) response.set(openHeaders);
      const result = await answer(route, request, deps);
      if (result.ok) sendReply(request, response, result, route.status);
      else sendRefusal(request, response, result, deps);
    });
  }
  for (const path of paths.keys())
    app.all(expressPath(path), (request: Request, response: Response) => {
      response.set('Allow', (paths.get(path) ?? []).map((route) => route.method).join(', '));
      sendRefusal(request, response, refuse('method-not-allowed'), deps);
    });
  app.use((request: Request, response: Response) =>
    sendRefusal(request, response, refuse('not-found'), deps),
  );
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    if (response.headersSent) return response.destroy();
    if (error instanceof StoreFailure)
      return sendRefusal(request, response, { ok: false, problem: error.problem }, deps);
    // A path that cannot be decoded names nothing.
    if (error instanceof URIError) return sendRefusal(request, response, refuse('not-found'), deps);
    const number = randomUUID().slice(0, 8);
    // Not the message: it may quote what somebody wrote.
    const frames = (error instanceof Error ? (error.stack ?? '') : '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line));
    const place = frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' ');
    const kind = error instanceof Error ? error.name : typeof error;
    deps.log('unexpected', {
      number,
      method: request.method,
      route: request.route ? String(request.route.path) : '',
      kind,
      place,
    });
    sendRefusal(request, response, refuse('unexpected', { number }), deps);
  });
  return app;
}

/** {id} → :id, {path...} → *path */
const expressPath = (path: string): string =>
  path
    .replace(/\{(\w+)\.\.\.\}/g, '*$1')
    .replace(/\{(\w+)\}/g, ':$1')
    .replace(/@(?=:)/g, '@');

/** The demonstration answers only to names of this machine, so that no other site's name can be pointed at it. */
function hostFits(request: Request, deps: Deps): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  if (deps.config.demo) return ['127.0.0.1', 'localhost', '[::1]'].includes(host);
  return (
    host === new URL(deps.config.url ?? 'http://localhost').hostname ||
    ['127.0.0.1', 'localhost'].includes(host)
  );
}

function preflight(response: Response): void {
  response
    .set(openHeaders)
    // paths with parameters overlap, so the answer is the same for all that other origins may call
    .set('Access-Control-Allow-Methods', 'GET, POST, PUT')
    .set(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, Idempotency-Key, If-Match, Accept-Language, X-Patto-Name',
    )
    .set('Access-Control-Max-Age', '600')
    .status(204)
    .end();
}

export { localeOf };
