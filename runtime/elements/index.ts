// SPDX-License-Identifier: BSD-3-Clause
// What a published module calls. Small on purpose: Lit is loaded only where no other runtime came first,
// since a second copy of it may not start under Trusted Types.
import type { Published } from './remote.ts';

/** Number of the contract between published modules and runtimes. */
const INTERFACE = 1;

interface Runtime extends CustomElementConstructor {
  readonly interface?: number;
  register?(what: Published): void;
}

/** Defines <patto-form> once per page, and the form's own tag, `<district-form>`. */
export async function register(what: Published): Promise<void> {
  let runtime = customElements.get('patto-form') as Runtime | undefined;
  if (!runtime) {
    await import('./form.ts');
    runtime = customElements.get('patto-form') as Runtime;
  }
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
