// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import { createAccount, replaceAccount } from '../actions/people/save-account.ts';
import { accountByEmail } from '../actions/people/sign-in.ts';
import { makeLink } from '../actions/people/use-link.ts';
import { matrix } from '../access.ts';
import { baseOf } from '../base.ts';
import { refuse } from '../problems.ts';
import type { Role } from '../../schemas/types.ts';
import { type Command, words } from './command.ts';
import { dataFolder, inOffice } from './office.ts';

const help = words(
  `npx patto user create --email INDIRIZZO --name NOME --roles RUOLO,… [--profile TESTO] [--district ID] [--data CARTELLA]\nnpx patto user block INDIRIZZO [--data CARTELLA]\nnpx patto user link INDIRIZZO [--data CARTELLA]\n\ncreate invita una persona e stampa il suo collegamento; block le chiude l’accesso; link ne stampa un altro.\nRuoli: ${Object.keys(matrix).join(', ')}.`,
  `npx patto user create --email ADDRESS --name NAME --roles ROLE,… [--profile TEXT] [--district ID] [--data FOLDER]\nnpx patto user block ADDRESS [--data FOLDER]\nnpx patto user link ADDRESS [--data FOLDER]\n\ncreate invites a person and prints the link; block shuts the person out; link prints another one.\nRoles: ${Object.keys(matrix).join(', ')}.`,
);

type Options = { readonly [name: string]: string | undefined };

export const command: Command = {
  name: 'user',
  help,
  async run(args, io) {
    const option = { type: 'string' } as const;
    let given: Options = {};
    let words_: readonly string[] = [];
    try {
      const options = {
        data: option,
        district: option,
        name: option,
        email: option,
        profile: option,
        roles: option,
      };
      const read = parseArgs({ args: [...args], options, allowPositionals: true });
      [given, words_] = [read.values, read.positionals];
    } catch {
      // said below
    }
    const [what, address] = words_;
    const roles = (given['roles'] ?? '')
      .split(',')
      .filter((role): role is Role => Object.hasOwn(matrix, role));
    const email = given['email'] ?? address ?? '';
    const complete =
      what === 'create'
        ? given['name'] !== undefined && roles.length > 0
        : what === 'block' || what === 'link';
    if (!complete || !/^[^\s@]+@[^\s@]+$/.test(email)) {
      io.err(help[io.language] ?? '');
      return 2;
    }
    return inOffice(io, dataFolder(io, given['data']), false, async (deps) => {
      const printLink = async (district: string, id: string) => {
        const link = await makeLink(deps, { district, actor: 'system' }, id, baseOf(deps));
        if (link.ok) io.out(link.value.link);
        return link;
      };
      if (what === 'create') {
        const district = given['district'] ?? [...deps.catalogue.districts.keys()][0] ?? '';
        if (!deps.catalogue.districts.has(district)) return refuse('not-found');
        const account = {
          name: given['name'] ?? '',
          email,
          profile: given['profile'] ?? '',
          roles,
          comuni: [],
          state: 'invited' as const,
        };
        const made = await createAccount(deps, { district, actor: 'system' }, account, undefined);
        return made.ok ? printLink(district, made.value.id) : made;
      }
      const known = await accountByEmail(deps, email);
      if (!known) return refuse('not-found');
      const { district, account } = known;
      if (what === 'link') return printLink(district, account.id);
      return replaceAccount(
        deps,
        { district, actor: 'system' },
        account.id,
        { ...account.value, state: 'blocked' },
        account.rev,
      );
    });
  },
};
