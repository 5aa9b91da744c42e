// SPDX-License-Identifier: AGPL-3.0-or-later
// An authority for tests, on the loopback: certificates, time-stamps, OCSP, revocation lists. All made by openssl,
// so that what is read here was written by somebody else.
import { execFileSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Signer } from '../../../server/seal/signer.ts';
import { keySigner } from '../../../server/seal/signers/key.ts';
import type { Stamper } from '../../../server/seal/time-stamp.ts';

const keyKinds = {
  rsa: ['rsa', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'p-256': ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  'p-384': ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
} as const;
export type KeyKind = keyof typeof keyKinds;

export interface Authority {
  readonly folder: string;
  readonly address: string;
  /** root certificate (DER): what a verifier trusts */
  readonly root: Uint8Array;
  readonly rootFile: string;
  readonly stamper: Stamper;
  /** how often each service was asked */
  readonly asked: { [service: string]: number };
  /** services that answer nothing */
  readonly down: Set<string>;
  /** a new person with a certificate of this authority */
  person(
    name: string,
    kind?: KeyKind,
    more?: string,
  ): Signer & { readonly files: { readonly key: string; readonly certificate: string } };
  revoke(signer: Signer): void;
  close(): void;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** `silent`: its certificates name no service that could be asked about them. */
export async function newAuthority(name = 'Autorità di prova', silent = false): Promise<Authority> {
  const folder = mkdtempSync(join(tmpdir(), 'patto-authority-'));
  const at = (file: string): string => join(folder, file);
  const openssl = (...args: readonly string[]): void =>
    void execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const asked: { [service: string]: number } = {};
  const down = new Set<string>();

  const services: { readonly [service: string]: (body: Buffer) => Buffer } = {
    tsa(query) {
      writeFileSync(at('query.tsq'), query);
      openssl('ts', '-reply', '-config', 'ts.cnf', '-queryfile', 'query.tsq', '-out', 'answer.tsr');
      return readFileSync(at('answer.tsr'));
    },
    ocsp(query) {
      writeFileSync(at('query.ocsp'), query);
      openssl(
        'ocsp',
        '-index',
        'index.txt',
        '-CA',
        'office.crt',
        '-rsigner',
        'ocsp.crt',
        '-rkey',
        'ocsp.key',
        '-reqin',
        'query.ocsp',
        '-respout',
        'answer.ocsp',
        '-ndays',
        '2',
      );
      return readFileSync(at('answer.ocsp'));
    },
    crl() {
      openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'root.crl');
      return readFileSync(at('root.crl'));
    },
  };
  const server = createServer((request, response) => {
    const service = request.url?.slice(1) ?? '';
    asked[service] = (asked[service] ?? 0) + 1;
    const run = down.has(service) ? undefined : services[service];
    if (!run) return void response.writeHead(503).end();
    void bodyOf(request).then((body) => response.end(run(body)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const newKey = (file: string, kind: KeyKind): void =>
    openssl('genpkey', '-algorithm', ...keyKinds[kind], '-out', `${file}.key`);
  const issue = (file: string, subject: string, kind: KeyKind, by: string, extensions: string): void => {
    newKey(file, kind);
    writeFileSync(at(`${file}.ext`), extensions);
    openssl(
      'req',
      '-new',
      '-utf8',
      '-key',
      `${file}.key`,
      '-subj',
      `/C=IT/O=${name}/CN=${subject}`,
      '-out',
      `${file}.csr`,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${file}.csr`,
      '-CA',
      `${by}.crt`,
      '-CAkey',
      `${by}.key`,
      '-CAcreateserial',
      '-days',
      '800',
      '-sha256',
      '-extfile',
      `${file}.ext`,
      '-out',
      `${file}.crt`,
    );
  };
  newKey('root', 'p-256');
  openssl(
    'req',
    '-x509',
    '-new',
    '-utf8',
    '-key',
    'root.key',
    '-subj',
    `/C=IT/O=${name}/CN=Radice`,
    '-days',
    '3000',
    '-sha256',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
    '-out',
    'root.crt',
  );
  const ca = `basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n`;
  issue(
    'office',
    'Ufficio certificati',
    'p-256',
    'root',
    silent ? ca : `${ca}crlDistributionPoints=URI:${address}/crl\n`,
  );
  issue(
    'tsa',
    'Marca temporale',
    'p-256',
    'root',
    `keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\ncrlDistributionPoints=URI:${address}/crl\n`,
  );
  issue(
    'ocsp',
    'Stato dei certificati',
    'p-256',
    'office',
    'keyUsage=critical,digitalSignature\nextendedKeyUsage=OCSPSigning\n',
  );
  writeFileSync(at('index.txt'), '');
  writeFileSync(at('index.txt.attr'), 'unique_subject = no\n');
  writeFileSync(at('crl.txt'), '');
  writeFileSync(at('serial'), '01\n');
  writeFileSync(
    at('ca.cnf'),
    '[ca]\ndefault_ca=root\n[root]\ndatabase=crl.txt\nprivate_key=root.key\ncertificate=root.crt\ndefault_md=sha256\ndefault_crl_days=3\n',
  );
  writeFileSync(
    at('ts.cnf'),
    '[tsa]\ndefault_tsa=t\n[t]\nserial=serial\nsigner_cert=tsa.crt\ncerts=root.crt\nsigner_key=tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4\ndigests=sha256,sha384,sha512\nordering=no\ntsa_name=no\ness_cert_id_chain=no\ness_cert_id_alg=sha256\n',
  );
  const der = (file: string): Uint8Array => new X509Certificate(readFileSync(at(file))).raw;
  const root = der('root.crt');
  let people = 0;
  const entry = (mark: string, serial: string): string =>
    `${mark}\t300101000000Z\t${mark === 'R' ? '260101000000Z' : ''}\t${serial}\tunknown\t/CN=person\n`;
  return {
    folder,
    address,
    root,
    rootFile: at('root.crt'),
    stamper: { address: `${address}/tsa`, anchors: [root] },
    asked,
    down,
    person(called, kind = 'p-256', more = '') {
      people += 1;
      const file = `person${people}`;
      issue(
        file,
        called,
        kind,
        'office',
        `keyUsage=critical,nonRepudiation\n${silent ? '' : `authorityInfoAccess=OCSP;URI:${address}/ocsp\n`}${more}`,
      );
      const own = new X509Certificate(readFileSync(at(`${file}.crt`)));
      appendFileSync(at('index.txt'), entry('V', own.serialNumber));
      return {
        ...keySigner(createPrivateKey(readFileSync(at(`${file}.key`))), own.raw, [der('office.crt')]),
        files: { key: at(`${file}.key`), certificate: at(`${file}.crt`) },
      };
    },
    revoke(signer) {
      const { serialNumber } = new X509Certificate(signer.certificate);
      const lines = readFileSync(at('index.txt'), 'utf8').split('\n');
      const changed = lines.map((line) =>
        line.includes(`\t${serialNumber}\t`) ? entry('R', serialNumber).trimEnd() : line,
      );
      writeFileSync(at('index.txt'), changed.join('\n'));
    },
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
