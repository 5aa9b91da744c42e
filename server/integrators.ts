// SPDX-License-Identifier: AGPL-3.0-or-later
// Programs of others: a key stands for what an administrator let it read, until its last day, from its addresses.
import { timingSafeEqual } from 'node:crypto';
import { BlockList, isIP } from 'node:net';
import type { Request } from 'express';
import { digest } from './clock.ts';
import type { Deps } from './deps.ts';
import { refuse, type Refusal } from './problems.ts';
import type { KeptKey } from './records.ts';
import type { Kept, Scope } from './storage/contract.ts';

/** A program with its key. */
export interface Integrator {
  readonly district: string;
  readonly key: Kept<KeptKey>;
}
/** how late `usedAt` may be, milliseconds */
const touch = 3_600_000;

export const actorOf = (id: string): string => `key:${id}`;

/** How a key is written: its district, its name, its secret. */
export const keyText = (district: string, id: string, secret: string): string =>
  `patto.${district}.${id}.${secret}`;

/** The program behind `Authorization: Bearer`; whatever is wrong with the key, the answer is the same. */
export async function integratorOf(
  request: Request,
  deps: Pick<Deps, 'store' | 'clock'>,
): Promise<{ readonly ok: true; readonly value: Integrator } | Refusal> {
  const [, district, id, secret] =
    /^Bearer patto\.([a-z][a-z0-9]{1,29})\.([\w-]{22})\.([\w-]{43})$/.exec(
      request.headers.authorization ?? '',
    ) ?? [];
  if (!district || !id || !secret) return refuse('key-refused');
  const scope: Scope = { district, actor: actorOf(id) };
  const kept = await deps.store.get<KeptKey>(scope, 'keys', id);
  const given = Buffer.from(digest(secret));
  if (!kept || !timingSafeEqual(given, Buffer.from(kept.value.hash))) return refuse('key-refused');
  const { revoked, expires, addresses } = kept.value;
  if (revoked || expires < deps.clock.today() || !comesFrom(request.ip, addresses)) {
    await deps.store.audit(scope, { action: 'integrator.refused', object: id, result: 'refused' });
    return refuse('key-refused');
  }
  const now = deps.clock.instant();
  if (Date.parse(now) - Date.parse(kept.value.usedAt ?? '1970-01-01T00:00:00Z') > touch)
    // Two requests at once: the one that comes second finds a newer revision and needs to do nothing.
    await deps.store.replace(scope, 'keys', id, { ...kept.value, usedAt: now }, kept.rev);
  return { ok: true, value: { district, key: kept } };
}

/** An address, or a net as 192.0.2.0/24; IPv4 may come wrapped in IPv6. */
export function isNet(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  return (
    family !== 0 &&
    rest.length === 0 &&
    (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128)))
  );
}

function comesFrom(ip: string | undefined, nets: readonly string[]): boolean {
  if (nets.length === 0) return true;
  const address = (ip ?? '').replace(/^::ffff:(?=\d+\.)/, '');
  const family = isIP(address);
  if (family === 0) return false;
  const list = new BlockList();
  for (const net of nets) {
    const [base = '', bits] = net.split('/');
    const kind = isIP(base) === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(base, kind);
    else list.addSubnet(base, Number(bits), kind);
  }
  return list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
