// SPDX-License-Identifier: AGPL-3.0-or-later
// A key held by a trust service, which signs hashes: the interface of the Cloud Signature Consortium, version 2.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Outcome } from '../../storage/contract.ts';
import { hash, type Digest } from '../algorithms.ts';
import { mannerOf } from '../cms.ts';
import { problem } from '../prepare.ts';
import type { SignerKind } from '../signer.ts';

type Json = { readonly [key: string]: unknown };

const seconds = 30;
/** dotted identifiers, as the interface wants them */
const hashIds: { readonly [digest in Digest]?: string } = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
};
const algorithmIds: { readonly [name: string]: string } = {
  rsa: '1.2.840.113549.1.1.1',
  'ecdsa-sha256': '1.2.840.10045.4.3.2',
  'ecdsa-sha384': '1.2.840.10045.4.3.3',
};

async function call(address: string, bearer: string, said: Json): Promise<Outcome<Json>> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(seconds * 1000),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      body: JSON.stringify(said),
    });
    if (answer.status >= 500) return problem('signer-unreachable');
    if (answer.status === 204) return { ok: true, value: {} };
    const told: unknown = await answer.json();
    if (!answer.ok || typeof told !== 'object' || told === null) return problem('signer-refused');
    return { ok: true, value: told as Json };
  } catch {
    return problem('signer-unreachable');
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** `service`: its base address, e.g. https://…/csc/v2; `credential`; `tokenFile`: where the access token stands; `pin`: `asked` where the service wants one beside the one-time password. */
export const remote: SignerKind = {
  kind: 'remote',
  asks: ({ pin }) => (pin === 'asked' ? ['pin', 'otp'] : ['otp']),
  async open(settings, home) {
    const { service, credential, tokenFile } = settings;
    if (!service || !credential || !tokenFile) return problem('signer-refused');
    const bearer = await readFile(resolve(home, tokenFile), 'utf8').then(
      (text) => text.trim(),
      () => undefined,
    );
    if (bearer === undefined) return problem('signer-unreachable');
    const ask = (path: string, said: Json): Promise<Outcome<Json>> =>
      call(`${service.replace(/\/$/, '')}/${path}`, bearer, { credentialID: credential, ...said });
    const info = await ask('credentials/info', { certificates: 'chain', certInfo: false });
    if (!info.ok) return info;
    const held = info.value['cert'] as Json | undefined;
    const [certificate, ...issuers] = textsIn(held?.['certificates']).map((one) =>
      Buffer.from(one, 'base64'),
    );
    const manner = certificate && mannerOf(certificate);
    if (!certificate || !manner) return problem('key-unfit');
    return {
      ok: true,
      value: {
        certificate,
        issuers,
        async ask() {
          const sent = await ask('credentials/getChallenge', {});
          return sent.ok ? { ok: true, value: undefined } : sent;
        },
        async sign(attributes, secret) {
          const what = {
            hashes: [hash(manner.digest, attributes).toString('base64')],
            hashAlgorithmOID: hashIds[manner.digest],
          };
          const authData = [
            ...(secret?.pin === undefined ? [] : [{ id: 'PIN', value: secret.pin }]),
            ...(secret?.otp === undefined ? [] : [{ id: 'OTP', value: secret.otp }]),
          ];
          const allowed = await ask('credentials/authorize', { numSignatures: 1, ...what, authData });
          if (!allowed.ok) return allowed;
          const signed = await ask('signatures/signHash', {
            SAD: allowed.value['SAD'],
            ...what,
            signAlgo: algorithmIds[manner.name],
          });
          if (!signed.ok) return signed;
          const [signature] = textsIn(signed.value['signatures']);
          return signature === undefined
            ? problem('signer-refused')
            : { ok: true, value: Buffer.from(signature, 'base64') };
        },
      },
    };
  },
};
