// SPDX-License-Identifier: AGPL-3.0-or-later
// Rate limits by address (IPv6 by its /56) and, where it says more, by form or account.
import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Deps } from './deps.ts';
import { refuse } from './problems.ts';
import { rates, type Rates } from './rates.ts';
import { sendRefusal } from './send.ts';

/** A maker of limits by name; each name counts by itself. */
export function limiters(deps: Deps): (name: keyof Rates) => RequestHandler {
  const made = new Map<string, RequestHandler>();
  return (name) => {
    const known = made.get(name);
    if (known) return known;
    const { limit, seconds } = { ...rates, ...deps.rates }[name];
    const handler = rateLimit({
      windowMs: seconds * 1000,
      limit,
      standardHeaders: false,
      legacyHeaders: false,
      validate: false,
      keyGenerator: (request: Request) =>
        `${ipKeyGenerator(request.ip ?? '', 56)} ${request.params['form'] ?? ''}`,
      handler: (request: Request, response) =>
        sendRefusal(request, response, refuse('too-many', { seconds: retryAfter(request, seconds) }), deps),
    });
    made.set(name, handler);
    return handler;
  };
}

function retryAfter(request: Request, otherwise: number): number {
  const info = (request as Request & { rateLimit?: { resetTime?: Date } }).rateLimit;
  const left = info?.resetTime ? Math.ceil((info.resetTime.getTime() - Date.now()) / 1000) : otherwise;
  return Math.max(1, left);
}
