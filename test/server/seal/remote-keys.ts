// SPDX-License-Identifier: AGPL-3.0-or-later
// A trust service for tests, on the loopback: the Cloud Signature Consortium's interface, version 2, for one person.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authority } from './authority.ts';

export interface RemoteKeys {
  /** base address */
  readonly address: string;
  /** what it was asked */
  readonly seen: readonly { readonly path: string; readonly body: { readonly [key: string]: unknown } }[];
  /** what a signature waits for, after the one-time password was accepted */
  hold: (() => Promise<void>) | undefined;
  close(): void;
}
export const bearer = 'gettone';
export const otp = '731902';

export async function newRemoteKeys(person: ReturnType<Authority['person']>): Promise<RemoteKeys> {
  const seen: { readonly path: string; readonly body: { readonly [key: string]: unknown } }[] = [];
  const service: { -readonly [part in keyof RemoteKeys]: RemoteKeys[part] } = {
    address: '',
    seen,
    hold: undefined,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  const server = createServer((request, response) => {
    void (async () => {
      let said = '';
      for await (const part of request) said += String(part);
      const body = JSON.parse(said) as { readonly [key: string]: unknown };
      seen.push({ path: request.url ?? '', body });
      const answer = (status: number, told: object) => response.writeHead(status).end(JSON.stringify(told));
      if (request.headers.authorization !== `Bearer ${bearer}`)
        return answer(401, { error: 'invalid_token' });
      const [hashed] = (body['hashes'] ?? []) as readonly string[];
      const calls: { readonly [path: string]: () => unknown } = {
        '/csc/v2/credentials/info': () =>
          answer(200, {
            cert: {
              certificates: [person.certificate, ...person.issuers].map((one) =>
                Buffer.from(one).toString('base64'),
              ),
            },
          }),
        '/csc/v2/credentials/getChallenge': () => response.writeHead(204).end(),
        '/csc/v2/credentials/authorize': () =>
          JSON.stringify(body['authData']).includes(otp)
            ? answer(200, { SAD: `per ${hashed}` })
            : answer(400, { error: 'invalid_otp' }),
        '/csc/v2/signatures/signHash': async () => {
          if (body['SAD'] !== `per ${hashed}`) return answer(400, { error: 'invalid_request' });
          await service.hold?.();
          // A service sees a hash and nothing else: it wraps and signs it (PKCS #1).
          const info = Buffer.concat([
            Buffer.from('3031300d060960864801650304020105000420', 'hex'),
            Buffer.from(hashed ?? '', 'base64'),
          ]);
          const signature = execFileSync(
            'openssl',
            ['pkeyutl', '-sign', '-inkey', person.files.key, '-pkeyopt', 'rsa_padding_mode:pkcs1'],
            { input: info },
          );
          return answer(200, { signatures: [signature.toString('base64')] });
        },
      };
      await (calls[request.url ?? ''] ?? (() => answer(404, {})))();
    })().catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  service.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/csc/v2`;
  return service;
}
