import type { LineName } from '../../lib/files/notes.ts';
import type { Item } from '../../lib/managers/manager.ts';
import { makeItem } from '../unit/files/items.ts';

/** An entry that spoils files, and what the cells of a CSV file have to say of it. */
export interface Awkward {
  item: Item;
  /** As it is, or with an apostrophe where a spreadsheet would compute it. */
  label: string;
  account: string;
  notes: string;
  /** The account where entries of one site need names that differ. */
  apart: string;
  url: string;
  /** What the notes have to tell where there is no column for it. */
  lines: Readonly<Partial<Record<LineName, string>>>;
}

const bare = { client: '', device: '', protocols: [], tags: [], notes: '', review: undefined };
const contoso = {
  ...bare,
  account: 'robin@contoso.example',
  provider: 'contoso',
  providerName: 'Contoso',
  site: 'contoso.example',
  url: 'https://contoso.example/security',
};

/** Made for each file, with its name at the end of every secret: then one list of entries tells all files apart. */
export function makeAwkward(file: string): Awkward[] {
  const created = 'Created: 2026-01-02';
  function make(change: Partial<Item> & { secret: string }, cells: Partial<Awkward>): Awkward {
    const item = makeItem({ ...change, secret: change.secret + file });
    const { label, account, notes, url } = item;
    return { item, label, account, notes, apart: account, url, lines: {}, ...cells };
  }
  function makeTwin(label: string, secret: string, apart: string): Awkward {
    const lines = {
      label: `App password: ${label}`,
      account: 'Account: robin@contoso.example',
      provider: 'Provider: Contoso',
      created,
    };
    return make({ ...contoso, label, secret }, { apart, lines });
  }
  return [
    make(
      {
        label: 'Scanner, "hall"; 📠',
        notes: 'On the second floor.\n\nAsk, "Grace" 🔑',
        secret: 'pä,"q"\t<&> 🗝️ ',
      },
      {
        lines: {
          label: 'App password: Scanner, "hall"; 📠',
          provider: 'Provider: Acme',
          client: 'Client: Scan to mail',
          device: 'Device: Hall',
          protocols: 'Protocols: smtp, imap',
          tags: 'Tags: office, printer',
          created,
          review: 'Next check: 2026-08-01',
        },
      },
    ),
    make(
      {
        ...bare,
        label: '=HYPERLINK("https://evil.example")',
        account: '@robin',
        provider: 'mail',
        providerName: 'Mail',
        site: 'mail.example',
        url: 'https://mail.example/app-passwords?of=1,2#all',
        notes: '-2+3\n@SUM(A1)',
        // Written as it is: a secret is never altered.
        secret: '=1+1,"',
      },
      {
        label: `'=HYPERLINK("https://evil.example")`,
        account: "'@robin",
        apart: "'@robin",
        notes: "'-2+3\n@SUM(A1)",
        lines: {
          label: 'App password: =HYPERLINK("https://evil.example")',
          provider: 'Provider: Mail',
          created,
        },
      },
    ),
    makeTwin('Phone', 'one', 'robin@contoso.example (Phone)'),
    makeTwin('Phone', 'two', 'robin@contoso.example (Phone) (2)'),
    makeTwin('Laptop, "old"', 'three', 'robin@contoso.example (Laptop, "old")'),
    make(
      { ...bare, label: 'Fax', account: '+49 30 901820', site: '', url: '', secret: 'four ' },
      { lines: { label: 'App password: Fax', provider: 'Provider: Acme', created } },
    ),
    make(
      { ...bare, label: 'Nobody', account: '', site: 'nas.example', url: '', secret: "'five'" },
      {
        apart: 'Nobody',
        url: 'https://nas.example/',
        lines: { label: 'App password: Nobody', provider: 'Provider: Acme', created },
      },
    ),
  ];
}

/** The notes of an entry, and under them the lines of these names that it has. */
export function notesWith({ notes, lines }: Awkward, names: readonly LineName[]): string {
  const added = names.flatMap((name) => lines[name] ?? []).join('\n');
  return notes && added ? `${notes}\n\n${added}` : notes + added;
}
