// SPDX-License-Identifier: BSD-3-Clause
// Bytes to the server with their progress, which fetch does not tell.
import type { FileSending } from './remote.ts';

export interface Uploaded {
  readonly status: number;
  readonly body: { readonly [key: string]: unknown; readonly code?: string; readonly title?: string };
  readonly rev: undefined;
}

/** Sends one file; throws when the server is not reached or the sending is cancelled. */
export function upload(
  address: string,
  file: File,
  { field, sha256, signal, told }: FileSending,
  headers: { readonly [name: string]: string },
): Promise<Uploaded> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${address}?${new URLSearchParams({ field, sha256 }).toString()}`);
    // The name goes in a header: addresses end up in logs.
    const all = {
      ...headers,
      'Content-Type': 'application/octet-stream',
      'X-Patto-Name': encodeURIComponent(
        [...file.name]
          .slice(-120)
          .join('')
          .replace(/\p{Cs}/gu, ''),
      ),
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    const stop = () => request.abort();
    signal.addEventListener('abort', stop);
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total > 0 ? loaded / total : 0));
    request.addEventListener('loadend', () => {
      signal.removeEventListener('abort', stop);
      if (request.status === 0) return fail(new Error('not reached'));
      let body: Uploaded['body'] = {};
      try {
        body = JSON.parse(request.responseText) as Uploaded['body'];
      } catch {
        // a proxy's error page
      }
      done({ status: request.status, body, rev: undefined });
    });
    request.send(file);
  });
}
