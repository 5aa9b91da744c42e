// SPDX-License-Identifier: AGPL-3.0-or-later
// Replies and refusals as HTTP.
import type { Request, Response } from 'express';
import type { Deps } from './deps.ts';
import { pack } from './packed.ts';
import { localeOf, problemDocument, statusOf, type Refusal } from './problems.ts';
import type { Reply } from './routes/contract.ts';

/** Sends what an action gave. */
export function sendReply(request: Request, response: Response, reply: Reply, status = 200): void {
  response.status(reply.status ?? status);
  if (reply.rev !== undefined) response.set('ETag', `"${reply.rev}"`);
  if (reply.headers) response.set(reply.headers);
  if (reply.framed) response.removeHeader('X-Frame-Options');
  if (reply.stream) void sendStream(response, reply.stream, reply.type);
  else if (reply.bytes !== undefined && reply.open) sendOpen(request, response, reply);
  else if (reply.bytes !== undefined) {
    const bytes =
      typeof reply.bytes === 'string'
        ? Buffer.from(reply.bytes)
        : Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength);
    response
      .set('Content-Type', reply.type ?? 'application/octet-stream')
      .set('Content-Length', String(bytes.length));
    response.end(request.method === 'HEAD' ? undefined : bytes);
  } else if (reply.body === undefined) response.status(reply.status ?? 204).end();
  else response.set('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(reply.body));
}

/** As fast as whoever reads takes it; what breaks off is seen to have broken off. */
async function sendStream(
  response: Response,
  stream: AsyncIterable<Uint8Array>,
  type = 'application/octet-stream',
): Promise<void> {
  response.set('Content-Type', type);
  response.flushHeaders();
  try {
    for await (const chunk of stream) {
      if (response.destroyed) return;
      if (!response.write(chunk))
        await new Promise<void>((go) => {
          response.once('drain', go).once('close', go);
        });
    }
    response.end();
  } catch {
    response.destroy();
  }
}

/** What anybody may keep and compare: compressed, with an entity tag, 304 where it has not changed. */
function sendOpen(request: Request, response: Response, reply: Reply): void {
  const type = reply.type ?? 'application/octet-stream';
  const bytes =
    typeof reply.bytes === 'string' ? Buffer.from(reply.bytes) : (reply.bytes ?? new Uint8Array());
  const packed = pack(bytes, type, String(request.headers['accept-encoding'] ?? ''));
  const tag = `W/"${packed.tag}"`;
  response.set('ETag', tag).set('Vary', 'Accept-Encoding').set('Content-Type', type);
  if (String(request.headers['if-none-match'] ?? '').includes(packed.tag))
    return void response.status(304).end();
  if (packed.encoding) response.set('Content-Encoding', packed.encoding);
  response
    .set('Content-Length', String(packed.bytes.length))
    .end(request.method === 'HEAD' ? undefined : packed.bytes);
}

/** Sends a refusal as application/problem+json, in the language of the request. */
export function sendRefusal(
  request: Request,
  response: Response,
  refusal: Refusal,
  deps: Pick<Deps, 'sentences'>,
): void {
  const locale = localeOf(request.headers['accept-language']);
  const document = problemDocument(refusal, deps.sentences, locale);
  const status = statusOf(refusal.problem.code);
  response
    .status(status)
    .set('Content-Type', 'application/problem+json; charset=utf-8')
    .set('Content-Language', locale);
  if (status === 429) response.set('Retry-After', String(refusal.problem.params['seconds'] ?? 60));
  if (status === 401) response.set('WWW-Authenticate', 'Session');
  // The rest of a body that nobody will read ends with the connection.
  if (!request.complete && request.headers['content-length'] !== undefined)
    response.set('Connection', 'close');
  response.end(JSON.stringify(document));
}
