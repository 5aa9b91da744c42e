// SPDX-License-Identifier: BSD-3-Clause
// What a published module calls. Small on purpose: Lit is loaded only where no other runtime came first,
// since a second copy of it may not start under Trusted Types.
import type { Published } from './remote.ts';

/** Number of the contract between published modules and runtimes. */
const INTERFACE = 1;
/** Where runtimes of one page, whatever their host and number, see that one of them is on its way. */
const claim = Symbol.for('patto-form');

interface Runtime extends CustomElementConstructor {
  readonly interface?: number;
  register?(what: Published): void;
}

/** The page's runtime: the one that is there, that is coming, or ours. */
async function coming(): Promise<Runtime> {
  const page = globalThis as { [claim]?: Promise<unknown> | undefined };
  const theirs = page[claim];
  if (!theirs) {
    const ours = (page[claim] = import('./form.ts'));
    // What one host could not load is for the next to try.
    ours.catch(() => (page[claim] = undefined));
    await ours;
  } else await theirs.catch(() => undefined);
  return (customElements.get('patto-form') as Runtime | undefined) ?? coming();
}

/** Defines <patto-form> once per page, and the form's own tag, `<district-form>`. */
export async function register(what: Published): Promise<void> {
  const runtime = (customElements.get('patto-form') as Runtime | undefined) ?? (await coming());
  if (what.interface > INTERFACE || runtime.interface !== what.interface || !runtime.register)
    return (await import('./refuse.ts')).refuse(what);
  runtime.register(what);
  const tag = `${what.district}-${what.form}`;
  if (customElements.get(tag)) return;
  const name = `${what.district}/${what.form}`;
  customElements.define(
    tag,
    class extends runtime {
      constructor() {
        super();
        (this as unknown as { form: string }).form = name;
      }
    },
  );
}
