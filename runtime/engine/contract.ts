// SPDX-License-Identifier: BSD-3-Clause
// The engine's shapes. Functions that use them: walk, condition, formula, settle, answer-schema, check, score, lint, migrate.
import type {
  Answers,
  CheckRule,
  Condition,
  Context,
  Definition,
  FieldSchema,
  Formula,
  LayoutNode,
} from '../../schemas/types.ts';
import type { FieldType } from '../fields/contract.ts';
import type { Problem, Words } from '../problem.ts';

/** The dictionaries and the one thing that differs by side, handed to `walk`; the engine imports no entry. */
export interface Engine {
  readonly types: ReadonlyMap<string, FieldType>;
  readonly functions: ReadonlyMap<string, FormulaFunction>;
  /** how formulas are read and worked out; left out where no definition has any, as on most pages */
  readonly formulas: Formulas | undefined;
  /** how rows and groups are settled (nesting.ts); left out where no definition has any */
  readonly nesting?: Nesting | undefined;
  /** how choices that other answers filter are settled (filters.ts); left out where nothing is chosen from lists */
  readonly filters?: Filters | undefined;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly operators: ReadonlyMap<string, Operator>;
  pattern(source: string): { test(text: string): boolean };
}

/** One field of a definition, its `$ref` inlined. */
export interface FieldNode {
  // pointer with `*` for a row: /nucleo, /nucleo/*/eta, /casa/via
  readonly pointer: string;
  readonly key: string;
  readonly schema: FieldSchema;
  readonly type: FieldType;
  readonly parent: FieldNode | undefined;
  readonly children: readonly FieldNode[];
  /** named in the parent's `required` */
  readonly required: boolean;
  /** page ∧ section ∧ own: the conditions that must all hold, with the pointer of the level that ./ means for each */
  readonly show: readonly ScopedCondition[];
  readonly require: readonly ScopedCondition[];
  readonly lock: readonly ScopedCondition[];
  readonly value: Formula | undefined;
  readonly checks: readonly CheckRule[];
  /** of a repeat: x-check of its items, judged once per row */
  readonly rowChecks: readonly CheckRule[];
  /** what must hold for it to be required at all: own show, the groups around it in its row, containers that keep hidden answers */
  readonly when: readonly ScopedCondition[];
  /** '' or the pointer of the nearest repeat around it: the row that ./ means */
  readonly level: string;
  /** roles that may see it, containers and layout included; undefined: all */
  readonly visibleTo: readonly string[] | undefined;
  readonly print: 'never' | 'internal' | 'family';
}
export interface ScopedCondition {
  readonly condition: Condition;
  /** '' for the root, else the pointer of the repeat (with *) whose row ./ means */
  readonly level: string;
}

/** A definition made ready: what `walk` returns and all else folds over. */
export interface Outline {
  readonly engine: Engine;
  readonly definition: Definition;
  readonly fields: readonly FieldNode[];
  readonly byPointer: ReadonlyMap<string, FieldNode>;
  /** layout completed: every drawn field stands exactly once, left-out ones at the end */
  readonly layout: readonly LayoutNode[];
  /** all that is settled, fields and layout nodes with x-show and the outcome, in order */
  readonly steps: readonly Step[];
  /** pointer → what reads it, as places in `steps` */
  readonly readers: ReadonlyMap<string, readonly Reader[]>;
}
/** One thing to settle. `key` of a field is its pointer; of a layout node page:id, section:id, note:id; of the outcome outcome: */
export interface Step {
  readonly key: string;
  readonly node: FieldNode | undefined;
  /** of a layout node */
  readonly show: readonly ScopedCondition[];
  readonly level: string;
  readonly visibleTo: readonly string[] | undefined;
}
/** `bound`: how many leading row indices reader and read answer share */
export interface Reader {
  readonly step: number;
  readonly bound: number;
}

/** State of one field in one row (or at the root). Keys of `Settled` maps are concrete pointers, rows by index: /nucleo/0/eta */
export interface Settled {
  /** answers with computed values written and hidden ones removed (unless x-when-hidden: keep) */
  readonly answers: Answers;
  /** pointers of fields, and page:id, section:id, note:id of layout nodes (inside a row /nucleo/0/section:id) */
  readonly shown: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** not to be edited: readOnly, x-lock holds, computed, in a row whose source has gone */
  readonly locked: ReadonlySet<string>;
  /** rows of x-each whose source has gone: /qa/2 */
  readonly stale: ReadonlySet<string>;
  /** computed pointers → explanation */
  readonly computed: ReadonlyMap<string, Explained>;
  /** pointers of answers that were removed because hidden → value (for `parked`) */
  readonly hidden: ReadonlyMap<string, unknown>;
  /** of `outcome`, when the definition has one */
  readonly outcome:
    | {
        readonly suggested: string | number | boolean | undefined;
        readonly row: number;
        readonly reason: string;
      }
    | undefined;
}

/** What a formula reads, as written. `of`: the pointer of the rows that ./ means in it, outermost first. */
export interface FormulaReading {
  readonly pointer?: string;
  readonly condition?: Condition;
  readonly of: readonly string[];
  readonly needs?: 'subtree' | 'outcome' | undefined;
}

/** The part of the engine that only definitions with formulas need: explain.ts and formula.ts. */
export interface Formulas {
  explain(formula: Formula, scope: Scope, field?: FieldSchema): Explained;
  readings(formula: unknown, engine: Engine): readonly FormulaReading[];
  /** what the outcome table suggests */
  decide(definition: Definition, view: Scope): Settled['outcome'];
}

/** The part of the engine that only definitions with rows or groups need. */
export type Nesting = typeof import('./nesting.ts');
/** The part of the engine that only choices from lists need. */
export type Filters = typeof import('./filters.ts');

export interface Explained {
  /** undefined: "not yet" */
  readonly value: unknown;
  /** the formula in words with the values in place, e.g. "1 + 0,15 × 1 = 1,15" */
  readonly because: Words;
  /** pointers that were read and not there */
  readonly missing: readonly string[];
}

/** What a formula or a condition may look at. */
export interface Scope {
  /** value at a pointer from this row; undefined: not answered (a declined answer too) */
  get(pointer: string): unknown;
  /** the raw answer, declined answers included */
  raw(pointer: string): unknown;
  /** scope of each row of the repeat at the pointer (case:/… allowed) */
  rows(pointer: string): readonly Scope[];
  readonly context: Context;
  readonly engine: Engine;
  readonly named: { readonly [name: string]: Condition };
  /** the field at a pointer, where the definition has one: for scores, choices, titles */
  field(pointer: string): FieldSchema | undefined;
  /** outcome table of the definition, evaluated */
  outcome(): Settled['outcome'];
  /** is the field at a pointer shown? */
  shown(pointer: string): boolean;
  /** the pointer with row numbers that a pointer means from here */
  at(pointer: string): string;
}

/** `runtime/functions/<name>.ts`: one formula function. Missing input gives undefined ("not yet"), never NaN. */
export interface FormulaFunction {
  readonly name: string;
  /** parameter names and kinds, for lint and the builder; the last may repeat */
  readonly signature: {
    readonly args: readonly ArgumentKind[];
    readonly rest?: ArgumentKind;
    /** keys allowed beside the function's own, e.g. where, of */
    readonly options?: { readonly [key: string]: ArgumentKind };
    readonly gives: 'integer' | 'number' | 'string' | 'boolean' | 'date' | 'any';
    /** beside its arguments it reads all that is under its pointer, or the outcome */
    readonly needs?: 'subtree' | 'outcome';
  };
  evaluate(
    args: readonly unknown[],
    options: { readonly [key: string]: unknown },
    scope: Scope,
    help: FormulaHelp,
  ): unknown;
  /** its words stand inside those of another function; else its value does */
  readonly infix?: true;
  /** amounts among its values: all of one kind with the result (or with each other), or only the first that may be one */
  readonly amounts?: 'same' | 'first';
  /** in words, values in place, without the result; '': the result says all */
  explain(args: readonly string[], language: 'it' | 'en'): string;
}
/** `runtime/functions/about.ts`: names and samples, apart so that pages do not load them. */
export interface FunctionAbout {
  readonly words: Words;
  readonly samples: readonly {
    readonly formula: Formula;
    readonly answers: Answers;
    readonly context?: Partial<Context>;
    readonly gives: unknown;
  }[];
}
/**
 * `value`: evaluated before the call; `pointer`, `condition`, `formula`, `text`: handed over as written.
 * Options of kind `condition` and `formula` look from each row of the pointer argument, everything else from where the formula stands.
 */
export type ArgumentKind = 'value' | 'pointer' | 'condition' | 'formula' | 'text';
export interface FormulaHelp {
  evaluate(formula: Formula, scope: Scope): unknown;
  holds(condition: Condition, scope: Scope): boolean;
}

/** `runtime/operators/<name>.ts`: one JSON Schema keyword of a test, as sentences and as evaluation. */
export interface Operator {
  /** keyword of the test that it stands for (const, minimum, contains…), or answered */
  readonly keyword: string;
  /** value is present; JSON Schema semantics: a value of another type passes */
  holds(
    value: unknown,
    operand: unknown,
    recurse: (value: unknown, test: { readonly [keyword: string]: unknown }) => boolean,
  ): boolean;
}
/** `runtime/operators/about.ts`: sentences and samples, apart so that pages do not load them. */
export interface OperatorAbout {
  /** "è", "è almeno {value}"… for the builder's sentence; `{value}` is the operand */
  readonly words: Words;
  /** the same denied: "non è", "è meno di {value}"… */
  readonly denied: Words;
  /** [value, operand] pairs */
  readonly samples: {
    readonly yes: readonly (readonly [unknown, unknown])[];
    readonly no: readonly (readonly [unknown, unknown])[];
  };
}

/** `runtime/kinds/<kind>.ts`: what a kind of definition adds. */
export interface Kind {
  readonly kind: 'form' | 'grid' | 'pact';
  readonly words: Words;
  /** lint beyond the common one */
  lint?(outline: Outline): readonly Finding[];
}

/** What lint finds: a Problem whose `at` points into the definition document, with a fix where it is safe. */
export interface Finding extends Problem {
  /** pointer of the field concerned, for a jump */
  readonly field?: string;
  /** answers that show it, where there are any */
  readonly witness?: Witness;
  /** one step that puts it right, where that is safe */
  readonly fix?: Fix;
}

/** Answers as a person may give them, and what is seen then. */
export interface Witness {
  readonly answers: Answers;
  readonly sees: readonly Sight[];
  /** who sees it; left out: anybody */
  readonly role?: string;
}
/** `at`: concrete pointer of a field, or page:id, section:id, note:id; `row`: of the outcome table, -1 for none. */
export type Sight =
  | { readonly is: 'shown' | 'hidden' | 'required' | 'empty' | 'broken'; readonly at: string }
  | { readonly is: 'outcome'; readonly row: number };

/** Changes of the document that belong together. `code`: of its sentence. */
export interface Fix {
  readonly code: string;
  readonly params: Problem['params'];
  readonly edits: readonly FixEdit[];
}
/** At a key of an object: what stood there (absent: nothing) and what is to stand there (absent: nothing). */
export interface FixEdit {
  readonly at: string;
  readonly was?: unknown;
  readonly now?: unknown;
}

/*
Functions, each in its own file of this folder; all pure:

walk(definition, engine) → Outline                              (walk.ts; throws only on a definition that lint refuses)
holds(condition, scope) → boolean                               (condition.ts) ; reads(condition) → pointers
evaluate(formula, scope, engine) → unknown | undefined          (formula.ts)   ; reads(formula) → pointers
explain(formula, scope, field?) → Explained                      (explain.ts)
settle(outline, answers, context) → Settled                     (settle.ts)    ; settling twice changes nothing
class Settlement { constructor(outline, answers, context); set(pointer, value) → changed pointers; insert/remove/move row; readonly now: Settled }
                                                                (settlement.ts) incremental: a change touches only its dependants; always equal to settle()
answerSchema(outline) → { schema: ClosedSchema, engineOnly: string[] }   (answer-schema.ts)
check(outline, settled, context, at?) → Problem[]               (check.ts)  at: only this pointer
shape(outline, answers) → Problem[]                             (check.ts)  the part that the closed schema also says
score(outline, settled, pointer?) → { points, band, trace }     (score.ts)
lint(definition, engine) → Finding[]                            (lint.ts)   never throws, whatever it is given
migrate(document) → Definition                                  (migrate.ts)
differences(before, after) → { code, params }[]                 (differences.ts) what changed, to be said in words
*/
export type { Answers, Condition, Context, Definition, Problem };
