import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvId, findFormulas, importer, makeFormat, writeTable } from '../../../lib/files/csv';
import { formats } from '../../../lib/files/index';
import { encodeText } from '../../../lib/vault/crypto';
import { spent } from '../spent';
import { makeItem, NOW, nastyTexts } from './items';

const ids = formats.map(({ id }) => id).filter((id) => id.startsWith('csv-')) as CsvId[];
const options = { passphrase: '', now: NOW };
const decoder = new TextDecoder();

async function writeText(id: CsvId, ...items: ReturnType<typeof makeItem>[]) {
  return decoder.decode(await makeFormat(id).write(items, options));
}

/** Reads CSV character by character (RFC 4180), as an oracle for what a spreadsheet sees. */
function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') cell += text[++at];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else if (quoted || character !== '\r') cell += character;
  }
  return rows.slice(0, -1);
}

describe.each(ids)('%s', (id) => {
  it('brings back what it carries', async () => {
    const item = makeItem();
    const carries = makeFormat(id).carries;
    const [found] = await importer.read(await makeFormat(id).write([item], options), '');
    expect(found).toMatchObject({ secret: item.secret, account: item.account, url: item.url });
    expect(found?.label).toBe(item.label);
    if (carries.has('notes')) {
      expect(found).toMatchObject({ notes: item.notes, client: item.client, device: item.device });
      expect(found?.tags).toEqual(item.tags);
    }
    if (carries.has('provider')) expect(found?.folder).toContain(item.providerName);
    if (carries.has('created')) expect(Math.floor((found?.created ?? 0) / 1000)).toBe(item.created / 1000);
  });

  it('keeps every secret as it is, and every cell of text so that no spreadsheet computes it', async () => {
    const items = nastyTexts.map((text) =>
      makeItem({ secret: text, label: text, notes: text, account: text }),
    );
    const file = await makeFormat(id).write(items, options);
    const found = await importer.read(file, '');
    expect(found.map(({ secret }) => secret)).toEqual(nastyTexts);
    if (id !== 'csv-chromium') {
      const normal = (text: string) => text.replace(/\r\n?/g, '\n');
      expect(found.map(({ label }) => normal(label))).toEqual(nastyTexts.map(normal));
      if (id !== 'csv-firefox') expect(found.map(({ notes }) => notes)).toEqual(nastyTexts.map(normal));
    }
    const [header, ...rows] = readCells(decoder.decode(file));
    expect(rows).toHaveLength(items.length);
    const secretAt = header?.findIndex((name) => name.toLowerCase() === 'password');
    for (const [row, cells] of rows.entries()) {
      expect(cells).toHaveLength(header?.length ?? 0);
      for (const [at, cell] of cells.entries()) {
        if (at === secretAt) expect(cell).toBe(nastyTexts[row]);
        else expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      }
    }
  });

  it('keeps any secret', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (texts) => {
        const items = texts.map(([secret, label]) => makeItem({ secret, label }));
        const found = await importer.read(await makeFormat(id).write(items, options), '');
        expect(found.map(({ secret }) => secret)).toEqual(texts.map(([secret]) => secret));
      }),
      { numRuns: 200 },
    );
  });
});

it('names the entries whose secret a spreadsheet would compute', () => {
  const items = ['=a', '+a', '-a', '@a', '\ta', '\ra', 'a=', "'=a"].map((secret) => makeItem({ secret }));
  expect(findFormulas(items)).toEqual(items.slice(0, 6).map(({ id }) => id));
});

it('leaves an account that is a telephone number as it is', async () => {
  const text = await writeText('csv-keepassxc', makeItem({ account: '+49 30 1234-5' }));
  expect(text).toContain('"+49 30 1234-5"');
});

it.each(['n', '🔑', '=1\n'])('cuts notes of %j to the 1,000 bytes that Chrome takes', async (unit) => {
  const noteOf = async (item: ReturnType<typeof makeItem>) =>
    readCells(await writeText('csv-chromium', item))[1]?.[4] ?? '';
  for (let bytes = 700; bytes < 1_100; bytes += 3) {
    const notes = unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
    const item = makeItem({ notes, tags: [] });
    const note = await noteOf(item);
    expect(note).not.toContain('\uFFFD');
    expect(Buffer.byteLength(note)).toBeLessThanOrEqual(1_000);
    expect(note).toMatch(/\n\nApp password: Scanner\n[^…]+2026-08-01$/);
    const isWhole = note.includes(`${notes}\n\n`);
    if (!isWhole) expect(Buffer.byteLength(note)).toBeGreaterThan(990);
    expect(note.includes('…')).toBe(!isWhole);
  }
  const crowded = makeItem({ tags: Array.from({ length: 50 }, () => 'ö'.repeat(200)) });
  expect(await noteOf(crowded)).toMatch(/^App password: Scanner\nProvider: Acme\n[^…]+Tags: [ö, ]+…$/);
});

describe('entries that a browser would take for one', () => {
  it('get different user names in Chrome and Apple Passwords, and the real one comes back', async () => {
    const items = ['Scanner', 'Phone', 'Phone'].map((label) => makeItem({ label }));
    for (const id of ['csv-chromium', 'csv-passwords-app'] as const) {
      const names = readCells(await writeText(id, ...items))
        .slice(1)
        .map((row) => row[2]);
      expect(names).toEqual([
        'ada@mail.example (Scanner)',
        'ada@mail.example (Phone)',
        'ada@mail.example (Phone) (2)',
      ]);
      const found = await importer.read(await makeFormat(id).write(items, options), '');
      expect(found.map(({ account, label }) => [account, label])).toEqual(
        items.map(({ account, label }) => [account, label]),
      );
    }
  });

  it('get different user names in Firefox, and keep their label as realm', async () => {
    const items = ['Scanner', 'Phone', 'Phone'].map((label) => makeItem({ label }));
    const rows = readCells(await writeText('csv-firefox', ...items)).slice(1);
    expect(rows.map((row) => row[1])).toEqual([
      'ada@mail.example (Scanner)',
      'ada@mail.example (Phone)',
      'ada@mail.example (Phone) (2)',
    ]);
    expect(rows.map((row) => row[3])).toEqual(['Scanner', 'Phone', 'Phone']);
  });

  it('do so however many there are', async () => {
    const items = Array.from({ length: 20_000 }, () => makeItem());
    const names = readCells(await writeText('csv-chromium', ...items)).map((row) => row[2]);
    expect(new Set(names).size).toBe(items.length + 1);
  });
});

describe('files of others', () => {
  const read = (text: string) => importer.read(encodeText(text), '');

  it.each([
    ['a browser', 'name,url,username,password,note\nsite,https://a.example/,ada,pw1,n\n'],
    ['Firefox', '"url","username","password","httpRealm"\n"https://a.example/","ada","pw1",""\n'],
    ['a spreadsheet with semicolons', 'Title;URL;Username;Password\nsite;https://a.example/;ada;pw1\n'],
    [
      'a spreadsheet with tabs and its mark',
      '\uFEFFTitle\tURL\tUsername\tPassword\r\ns\thttps://a.example/\tada\tpw1\r\n',
    ],
    [
      'Bitwarden',
      'folder,type,name,notes,login_uri,login_username,login_password\n,login,x,,https://a.example/,ada,pw1\n,note,y,,,,\n',
    ],
    ['old line ends', 'url,username,password\rhttps://a.example/,ada,pw1\r'],
  ])('%s', async (_, text) => {
    const found = await read(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ account: 'ada', secret: 'pw1', url: 'https://a.example/' });
  });

  it('UTF-16', async () => {
    const text = '\uFEFFurl\tusername\tpassword\r\nhttps://a.example/\tada\tpässword\r\n';
    expect(await importer.read(new Uint8Array(Buffer.from(text, 'utf16le')), '')).toMatchObject([
      { secret: 'pässword' },
    ]);
  });

  it('rows of cards, notes and identities are passed over', async () => {
    expect(
      await read('name,url,username,password,type\na,,,pw1,credit_card\nb,,,pw2,password\n'),
    ).toMatchObject([{ label: 'b' }]);
  });

  it('quotation marks inside of cells that do not begin with one are read as they are', async () => {
    const text = `url,username,password
https://a.example/,a"da,p"w"1
https://b.example/,"a ""b""","""w2"
`;
    expect((await read(text)).map(({ account, secret }) => [account, secret])).toEqual([
      ['a"da', 'p"w"1'],
      ['a "b"', '"w2'],
    ]);
  });

  it.each([
    ['no header', 'a,b,c\n1,2,3\n'],
    ['no column for secrets', 'name,url,username\na,b,c\n'],
    ['an open quotation mark', 'url,username,password\nhttps://a.example/,ada,"pw1\nb,c,d\n'],
    ['a stray quotation mark', 'url,username,password\nhttps://a.example/,ada,"p"w1"\nb,c,d\n'],
    [
      'a stray quotation mark beside one inside a cell',
      'url,username,password\nhttps://a.example/,a"da,pw1\nhttps://b.example/,ada,"p"w1"\nb,c,d\n',
    ],
    [
      'an open quotation mark beside one inside a cell',
      'url,username,password\nhttps://a.example/,a"da,pw1\nhttps://b.example/,ada,"pw1\nb,c,d\n',
    ],
    ['nothing', ''],
  ])('%s is refused as a whole', async (_, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'file-invalid' });
  });

  it('bytes that are not text are refused', async () => {
    const file = new Uint8Array([...encodeText('url,username,password\n'), 0xff, 0xfe, 0x80]);
    await expect(importer.read(file, '')).rejects.toMatchObject({ code: 'file-invalid' });
  });

  const head = 'url,username,password\n';
  const size = 31 * 1024 * 1024;
  it.each([
    ['commas', ','],
    ['quotation marks', '"'],
    ['pairs of quotation marks', '"x" '],
    ['line ends', '\n'],
    ['spaces in quotation marks', `"${' '.repeat(1000)}`],
    ['short rows', 'a,b,c\n'],
  ])('32 MiB of %s end soon', async (_, part) => {
    const file = encodeText(head + part.repeat(size / part.length));
    const started = spent();
    const outcome = await importer.read(file, '').catch((error) => error.code);
    expect(['file-too-large', 'file-invalid']).toContain(outcome);
    expect(spent() - started).toBeLessThan(10_000);
  });
});

describe('a table for people', () => {
  it('computes nothing, in any cell', () => {
    const table = [
      ['label', 'at'],
      ['=1+1', "'=x"],
      ['+49 30 1', 'a "b", c\nd'],
    ];
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeTable(table))).toBe(
      '\uFEFF"label","at"\r\n"\'=1+1","\'\'=x"\r\n"\'+49 30 1","a ""b"", c\nd"\r\n',
    );
  });
});
