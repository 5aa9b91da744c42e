// SPDX-License-Identifier: AGPL-3.0-or-later
import Handlebars from 'handlebars';
import { boundedEach, Spent } from './bounds.ts';
import { shapeOf } from './check-paths.ts';
import { withBlanks, type Shape } from './fields.ts';
import type { Data, Margin, TemplateText } from './contract.ts';

/** Helpers that a template may call; all are Handlebars' own block helpers. */
export const helpers = ['if', 'unless', 'each'] as const;

// Everything else that Handlebars brings is taken away: `lookup` reads by computed name, `log` writes.
const knownHelpers = {
  signature: true,
  helperMissing: false,
  blockHelperMissing: false,
  log: false,
  lookup: false,
  with: false,
} as unknown as KnownHelpers;

/** Text inside a CSS string: everything but plain letters, digits and spaces as a code point. */
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:·/-]/gu, (c) => `\\${(c.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

function marginRules(margin: Margin): string {
  const [before, between] = margin.page;
  const style = `font: 9.5pt 'Titillium Web', 'Noto Sans'; color: #44546a; vertical-align: top; padding-top: 3mm; white-space: nowrap`;
  const right = margin.right === '' ? before : `${margin.right} · ${before}`;
  return [
    `@page { @bottom-left { content: ${cssText(margin.left)}; ${style} }`,
    `@bottom-right { content: ${cssText(right)} counter(page) ${cssText(between)} counter(pages); ${style} } }`,
  ].join('\n');
}

/** The browser that prints may load nothing: what is not inlined is not there. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; form-action 'none'";

/** Chromium leaves empty cells out of the structure, and a row would lack them: they get a space that counts. */
function withFullCells(body: string): string {
  return body.replace(/(<t([dh])(?:\s[^<>]*)?>)\s*(?=<\/t\2>)/g, '$1&nbsp;');
}

export function escapeHtml(text: string): string {
  return Handlebars.Utils.escapeExpression(text);
}

/** What the address of a place to sign begins with; finishing makes a signature field of it. */
export const signaturePlace = 'patto-signature:';

/** `{{signature id name}}`: a place to sign. Its field is called by the id, and described by the name to who cannot see it. */
function place(id: unknown, name: unknown): Handlebars.SafeString {
  const address = `${signaturePlace}${encodeURIComponent(String(id))}?${encodeURIComponent(String(name))}`;
  return new Handlebars.SafeString(`<a class="place" href="${escapeHtml(address)}">&nbsp;</a>`);
}

/** Compiling costs more than drawing: the last few templates stay ready. */
interface Ready {
  readonly draw: HandlebarsTemplateDelegate;
  /** what it names of the answers, and which conditions */
  readonly fields: Shape;
  readonly holds: Shape;
}
const ready = new Map<string, Ready>();
const most = 40;

function compiled(template: TemplateText): Ready {
  const key = JSON.stringify([template.source, template.partials]);
  const known = ready.get(key);
  if (known) return known;
  const own = Handlebars.create();
  own.unregisterHelper('lookup');
  own.unregisterHelper('with');
  own.unregisterHelper('log');
  own.registerHelper('signature', place);
  own.registerHelper('each', boundedEach(Handlebars.helpers['each']!));
  for (const [name, text] of Object.entries(template.partials)) own.registerPartial(name, text);
  const draw = own.compile(template.source, {
    knownHelpers,
    knownHelpersOnly: true,
    strict: true,
    noEscape: false,
    preventIndent: true,
  });
  if (ready.size >= most) ready.delete(ready.keys().next().value ?? '');
  const { fields = {}, holds = {} } = shapeOf([template.source], template.partials);
  const fresh = { draw, fields, holds };
  ready.set(key, fresh);
  return fresh;
}

/**
 * The whole HTML page of a document. Pure: same input, same text.
 * The template must have passed `checkTemplate`; one that goes beyond its bounds throws a TemplateLimit; the data is plain JSON (it is copied, so nothing but JSON gets through).
 */
export function render(template: TemplateText, data: Data, margin: Margin): string {
  const { draw, fields, holds } = compiled(template);
  const plain = JSON.parse(JSON.stringify(data)) as { fields?: Data; holds?: Data };
  if (plain.fields !== undefined) plain.fields = withBlanks(plain.fields, fields);
  if (plain.holds !== undefined) plain.holds = withBlanks(plain.holds, holds);
  const body = draw(plain, {
    data: { spent: new Spent() },
    allowProtoPropertiesByDefault: false,
    allowProtoMethodsByDefault: false,
  });
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(margin.language)}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    `<title>${escapeHtml(margin.title)}</title>`,
    `<style>${template.css}\n${marginRules(margin)}</style></head>`,
    `<body>${withFullCells(body)}</body></html>`,
  ].join('\n');
}
