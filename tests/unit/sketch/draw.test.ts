import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { providers } from '../../../lib/providers/all';
import { keepName } from '../../../lib/sketch/name';
import { Sketch } from '../../../lib/sketch/sketch';
import { showLines, strike, toggleLine, writeSketch } from '../../../lib/sketch/text';
import { drawBody } from './pages';

/** The lines of a body, indented, without the page around it. */
const linesOf = (body: string, address?: string) =>
  showLines(drawBody(body, address))
    .slice(2)
    .map(({ depth, text }) => `${' '.repeat(depth - 2)}${text}`);

describe('a sketch has', () => {
  it('elements with roles, states and names that programmers gave', () => {
    expect(
      linesOf(
        '<div role="dialog" aria-modal="true" id="copy-dialog" class="modal css-1x7q robin"><input type="text" readonly data-testid="password-field"></div>',
      ),
    ).toEqual([
      '<div role="dialog" aria-modal="true" id="copy-dialog" class="modal +2">',
      ' <input type="text" readonly data-testid="password-field">',
    ]);
  });

  it('of values the shape, and of passwords that there is one', () => {
    expect(
      linesOf(
        '<input value="qzkwhtrmvbxnplcg"><input type="password" value="hunter2"><input type="hidden" value="abc">',
      ),
    ).toEqual(['<input value="x:16">', '<input type="password" value="‹filled›">', '<input type="hidden">']);
  });

  it('references as lines', () => {
    expect(
      linesOf(
        '<p><label for="robin">Label</label></p><input id="robin"><div aria-labelledby="no such"></div>',
      ),
    ).toEqual(['<p>', ' <label for="6">', '  ‹name=label›', '<input id="{x:5}">', '<div>']);
  });

  it('the path of links to the same site, and the kind of others', () => {
    const body = [
      '/account/crypto',
      '/people/robin',
      'https://elsewhere.example/a',
      'otpauth://totp/robin',
      '#robin',
      'javascript:x()',
    ]
      .map((href) => `<a href="${href}"></a>`)
      .join('');
    expect(linesOf(body)).toEqual([
      '<a href="/account/crypto">',
      '<a href="/{x:6}/{x:5}">',
      '<a href="other:">',
      '<a href="otpauth:">',
      '<a href="#{x:5}">',
      '<a href="javascript:">',
    ]);
  });

  it('nothing of scripts, styles, comments, templates, and of what is inside pictures and other pages', () => {
    const sketch = drawBody(
      '<script>robin</script><style>robin</style><!-- robin --><template><p>robin</p></template><svg><title>Robin</title></svg><iframe srcdoc="robin"></iframe>',
    );
    expect(showLines(sketch).map(({ text }) => text)).toEqual(['<html>', '<body>', '<svg>', '<iframe>']);
    expect(sketch.left.elements).toBeGreaterThanOrEqual(4);
  });

  it('one text for two in a row, and the blank between two elements', () => {
    expect(linesOf('<i>a</i> <i>b</i>')).toEqual(['<i>', ' x:1', '␣', '<i>', ' x:1']);
  });

  it('no more than a bounded part of a huge page', () => {
    const long = drawBody(`<ul>${'<li><b>river</b></li>'.repeat(500)}</ul>`);
    expect(long.lines).toHaveLength(2 + 1 + 24 * 3 + 1);
    expect(long.lines.at(-1)).toEqual({ depth: 3, more: 476 });
    const deep = drawBody('<div>'.repeat(1_000));
    expect(deep.lines.length).toBeLessThan(150);
    const wide = drawBody(
      `<section>${'<div><p>x</p><p>x</p></div><span><b>y</b></span>'.repeat(20)}</section>`
        .repeat(24)
        .repeat(3),
    );
    expect(wide.lines.length).toBeLessThan(4_000);
    expect(z.safeParse(Sketch, wide).success).toBe(true);
  });

  it('what a page says, not what its form’s fields are called', () => {
    const body =
      '<form class="modal"><input name="childNodes"><input name="localName"><input name="shadowRoot"><input name="getAttribute"></form>';
    expect(linesOf(body)[0]).toBe('<form class="modal">');
    expect(linesOf(body)).toHaveLength(5);
  });
});

describe('the address', () => {
  it.each([
    ['https://cloud.example/settings/robin', 'self-hosted.example', '/settings/{x:5}'],
    [
      'https://mysignins.microsoft.com/security-info?tenant=9f3c2',
      'mysignins.microsoft.com',
      '/security-info?{x:6}={x9:5}',
    ],
    ['https://mysignins.microsoft.com.evil.example/', 'self-hosted.example', '/'],
    ['https://cloud.example/#/settings/security', 'self-hosted.example', '/#/settings/security'],
  ])('%s', (address, host, path) => expect(drawBody('', address)).toMatchObject({ host, path }));

  it('keeps the paths that readers go by', () => {
    const paths = providers.flatMap(({ matches }) =>
      matches.map((pattern) => pattern.split('/').slice(3).join('/')),
    );
    for (const part of paths.flatMap((path) => path.replaceAll('*', '').split('/')))
      expect(keepName(part), part).toBe(part);
  });
});

describe('open shadow roots', () => {
  it('are drawn as people see them, with what is in their slots', async () => {
    const { openFixture } = await import('../providers/fixtures');
    const { draw } = await import('../../../lib/sketch/draw');
    const html =
      '<body><x-card><template shadowrootmode="open"><h2>Copy</h2><slot></slot></template><p>River</p></x-card>';
    const { url, page } = openFixture({ file: '', provider: '', url: 'https://cloud.example/', html });
    expect(showLines(draw(page, url, [])).map(({ text }) => text)).toEqual([
      '<html>',
      '<body>',
      '<x-card> #shadow',
      '<h2>',
      '‹copy=copy›',
      '<slot>',
      '<p> #slotted',
      'Xx:5',
    ]);
  });
});

describe('striking out', () => {
  const sketch = drawBody('<div><p>River</p><label for="copy">Bank</label></div><input id="copy">');
  const texts = (struck: Set<number>) => showLines(strike(sketch, struck)).map(({ text }) => text);

  it('takes what is inside along, and brings back what is around', () => {
    const block = toggleLine(sketch, new Set(), 2);
    expect([...block]).toEqual([2, 3, 4, 5, 6]);
    expect([...toggleLine(sketch, block, 4)]).toEqual([5, 6]);
    expect([...toggleLine(sketch, block, 2)]).toEqual([]);
  });

  it('leaves nothing of the lines, nor of what pointed to them', () => {
    expect(texts(new Set([2, 3, 4, 5, 6]))).toEqual(['<html>', '<body>', '<input id="copy">']);
    const without = strike(sketch, new Set([7]));
    expect(texts(new Set([7]))).toContain('<label>');
    expect(without.struck).toBe(1);
    expect(strike(without, new Set([3])).struck).toBe(2);
    expect(writeSketch(without)).not.toContain('"for"');
  });

  it('leaves the sketch as it was', () => {
    const before = JSON.stringify(sketch);
    strike(sketch, new Set([1, 2, 7]));
    expect(JSON.stringify(sketch)).toBe(before);
  });
});

describe('the form of a sketch', () => {
  const good = drawBody('<p id="copy" class="modal">River <b>copy</b></p>');
  const line = (changes: object) => ({ ...good, lines: [{ depth: 0, tag: 'p', ...changes }] });

  it('takes what was drawn, and the file that is saved', () => {
    expect(z.parse(Sketch, JSON.parse(writeSketch(good)))).toEqual(good);
  });

  it.each([
    ['another version', { ...good, spareKeySketch: 2 }],
    ['more than the form has', { ...good, note: 'robin' }],
    ['a host that is none', { ...good, host: 'https://cloud.example' }],
    ['a path with words', { ...good, path: '/settings/robin vale' }],
    ['a text as it was', line({ text: 'River bank' })],
    ['a text with an address', line({ text: 'robin@mail.example' })],
    ['a term with an address', line({ text: '‹app=robin@mail.example›' })],
    ['markup', line({ text: '<img src=x>' })],
    ['a role that is none', line({ attributes: { role: 'robin' } })],
    ['an attribute that is none', line({ attributes: { onclick: '' } })],
    ['a link with a script', line({ attributes: { href: 'javascript:alert(1)' } })],
    ['a tag with markup', line({ tag: 'p onclick' })],
    ['a style', line({ attributes: { style: 'background:url(x)' } })],
    ['a class in braces with words', line({ attributes: { class: '{river bank}' } })],
    ['another thing inside', { ...good, lines: [good] }],
  ])('refuses %s', (_, value) => expect(z.safeParse(Sketch, value).success).toBe(false));
});
