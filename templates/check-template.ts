// SPDX-License-Identifier: AGPL-3.0-or-later
import Handlebars from 'handlebars';
import type { Problem } from '../runtime/problem.ts';
import { checkMarkup, placeholder } from './check-markup.ts';
import { helpers } from './render.ts';

/** Handlebars hangs on deep nesting, so these are asked of the text before it is parsed. */
export const limits = { characters: 200_000, expressions: 1_000, depth: 20, loops: 4 } as const;

const plain = /^[a-z][A-Za-z0-9_]*$/;
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

function problem(code: string, params: Problem['params']): Problem {
  return { code, at: '', params, level: 'error' };
}

/**
 * What a template may not do, by allow-list: only escaped placeholders, `if`, `unless`, `each` over plain paths,
 * the named partials, known markup. Total: any text gives an answer. `params.line` says where.
 */
export function checkTemplate(source: string, partials: readonly string[] = []): Problem[] {
  if (source.length > limits.characters) return [problem('template-too-large', { limit: limits.characters })];
  const opens = source.match(/\{\{/g)?.length ?? 0;
  if (opens > limits.expressions) return [problem('template-too-many', { limit: limits.expressions })];
  if (deepest(source) > limits.depth) return [problem('template-too-deep', { limit: limits.depth })];

  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(source);
  } catch (error) {
    const line = Number(/line (\d+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? 1);
    return [problem('template-syntax', { line })];
  }
  const problems: Problem[] = [];
  const at = (node: hbs.AST.Node, code: string, what = ''): void => {
    problems.push(problem(code, { line: node.loc?.start.line ?? 1, what }));
  };
  const path = (node: hbs.AST.Node): void => {
    const one = node as hbs.AST.PathExpression;
    if (node.type !== 'PathExpression') return at(node, 'template-expression', node.type);
    const own = one.parts.every((part) => plain.test(part) && !reserved.has(part));
    if (one.data || !own) at(node, 'template-path', one.original);
  };
  /** the text with a mark for each placeholder, so that markup is seen as it will stand */
  const text: string[] = [];
  const lines: { readonly from: number; readonly line: number }[] = [];
  let length = 0;
  const write = (part: string, node: hbs.AST.Node): void => {
    lines.push({ from: length, line: node.loc?.start.line ?? 1 });
    text.push(part);
    length += part.length;
  };
  const visit = (block: hbs.AST.Program | undefined, loops: number): void => {
    for (const node of block?.body ?? []) statement(node, loops);
  };
  const statement = (node: hbs.AST.Statement, loops: number): void => {
    const kinds: { readonly [type: string]: () => void } = {
      ContentStatement: () => write((node as hbs.AST.ContentStatement).value, node),
      CommentStatement: () => undefined,
      MustacheStatement: () => {
        const one = node as hbs.AST.MustacheStatement;
        if (!one.escaped) at(node, 'template-raw');
        if (name(one.path) === 'signature') {
          // Markup of our own, around two plain paths: nobody writes its coordinates, nor anything else of it.
          if (one.params.length !== 2 || one.hash?.pairs.length > 0)
            at(node, 'template-expression', 'signature');
          for (const param of one.params) path(param);
          return;
        }
        if (one.params.length > 0 || one.hash?.pairs.length > 0) at(node, 'template-helper', name(one.path));
        path(one.path);
        write(placeholder, node);
      },
      BlockStatement: () => {
        const one = node as hbs.AST.BlockStatement;
        const helper = name(one.path);
        if (!(helpers as readonly string[]).includes(helper)) at(node, 'template-helper', helper);
        if (one.params.length !== 1 || one.hash?.pairs.length > 0 || one.program.blockParams?.length > 0) {
          at(node, 'template-expression', helper);
        }
        for (const param of one.params) path(param);
        const inner = loops + (helper === 'each' ? 1 : 0);
        if (inner > limits.loops) at(node, 'template-loops');
        visit(one.program, inner);
        visit(one.inverse, inner);
      },
      PartialStatement: () => {
        const one = node as hbs.AST.PartialStatement;
        const called =
          one.name.type === 'PathExpression' ? (one.name as hbs.AST.PathExpression).original : '';
        if (!partials.includes(called) || one.params.length > 0 || one.hash?.pairs.length > 0) {
          at(node, 'template-partial', called);
        }
      },
    };
    const known = Object.hasOwn(kinds, node.type) ? kinds[node.type] : undefined;
    if (known) known();
    else at(node, 'template-expression', node.type);
  };
  visit(program, 0);
  for (const fault of checkMarkup(text.join(''))) {
    const line = lines.findLast((one) => one.from <= fault.index)?.line ?? 1;
    problems.push(problem(fault.code, { line, what: fault.what.replaceAll(placeholder, '{{…}}') }));
  }
  return problems;
}

function name(node: hbs.AST.Node): string {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression).original : node.type;
}

/** How deep blocks stand in each other, counted without parsing. */
function deepest(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [, sign] of source.matchAll(/\{\{~?\s*([#/^])/g)) {
    if (sign === '/') depth -= 1;
    else if (sign === '#') depth += 1;
    most = Math.max(most, depth);
  }
  return most;
}
