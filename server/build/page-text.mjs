// SPDX-License-Identifier: AGPL-3.0-or-later
// What a page need not carry, taken out of a compiled module before it is bundled: indentation of templates and
// style sheets, and of a field type's facts what only publishing asks for.
import { transform } from 'esbuild';

const escaped = /\\[\s\S]/y;
const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\/\/.*|\/\*[\s\S]*?\*\//y;
const pattern = /\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

const taken = (expression, text, at) => {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
};

/** The template that begins after the back quote before `at`, its runs of blanks as one, and where it ends. */
function template(text, at, blanks) {
  let out = '';
  let own = '';
  const flush = () => {
    out += blanks ? own.replace(/\s+/g, ' ') : own;
    own = '';
  };
  for (;;) {
    const skipped = taken(escaped, text, at);
    if (at >= text.length) throw new Error('a template without an end');
    if (skipped) {
      own += skipped;
      at += skipped.length;
    } else if (text[at] === '`') {
      flush();
      return [`${out}\``, at + 1];
    } else if (text.startsWith('${', at)) {
      flush();
      const [inner, end] = code(text, at + 2, '}');
      out += `\${${inner}`;
      at = end;
    } else own += text[at++];
  }
}

/** After this, does a stroke begin a regular expression? Else it divides. */
const begins = (before) => /(?:^|[(,=:?&|![{};>]|\breturn)\s*$/.test(before.slice(-40));

/** Code up to the brace that closes it (or the end), templates of `html` in it without indentation. */
function code(text, at, close) {
  let out = '';
  let depth = 0;
  while (at < text.length) {
    const whole =
      taken(quoted, text, at) ?? (text[at] === '/' && begins(out) ? taken(pattern, text, at) : undefined);
    if (whole) {
      out += whole;
      at += whole.length;
    } else if (text[at] === '`') {
      const [inner, end] = template(text, at + 1, /\bhtml ?$/.test(out));
      out += `\`${inner}`;
      at = end;
    } else {
      const one = text[at++];
      out += one;
      if (one === '{') depth++;
      if (one === '}' && depth-- === 0 && close) return [out, at];
    }
  }
  if (close) throw new Error('an expression without an end');
  return [out, at];
}

/** Blanks in html templates collapse as a browser would collapse them; style sheets are minified. */
export async function withoutIndentation(text) {
  let out = /\bhtml ?`/.test(text) ? code(text, 0)[0] : text;
  for (const [whole, sheet] of out.matchAll(/\bcss ?`([^`$\\]*)`/g)) {
    const { code: small } = await transform(sheet, { loader: 'css', minify: true, target: 'es2022' });
    out = out.replace(whole, () => `css\`${small.trim().replaceAll('\\', '\\\\')}\``);
  }
  return out;
}

/** Members of the compiled `facts` of a field type that no page calls: `answer` (publishing), `codes`, `reads` (the builder). */
export function withoutPublishing(text) {
  return text.replace(/^ {4}(answer|codes|reads)\b(?:.*\n)(?: {5,}.*\n| {4}[\]})].*\n)*/gm, '');
}

/** What a function of formulas gives is a question of publishing alone: it stands last in its signature, or before `needs`. */
export function withoutGiven(text) {
  return text.replace(/(signature: \{[^\n]*?),? gives: '\w+'/, '$1');
}

/** Lit opens its insides to what draws on a server; of them a page asks for the part of a child, to keep lists in order. */
export function withoutServing(text) {
  const out = text.replace(/=\{M:\w+,[^{}]*\bI:(\w+)[^{}]*\}/, '={I:$1}');
  if (out === text) throw new Error('the insides of Lit are not where they were');
  return out;
}
