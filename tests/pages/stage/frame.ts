import { el } from '../kits/place.ts';
import type { Scene } from '../scene.ts';

export interface Frame {
  main: HTMLElement;
  aside: HTMLElement;
}

/** What stands around the steps: a header with a name and perhaps an account, links, a foot. */
export function drawFrame(scene: Scene): Frame {
  const { variant, account, accountPlace } = scene;
  const header = el('header', { class: 'top' }, el('a', { href: '#', class: 'brand' }, scene.brand));
  if (accountPlace === 'header') {
    header.append(el('div', { class: 'account' }, el(variant % 2 === 0 ? 'span' : 'div', {}, account)));
  }
  if (accountPlace === 'avatar-label') {
    const initial = account.slice(0, 1).toUpperCase();
    const face = variant % 3 === 0 ? el('img', { alt: '', src: 'data:,', width: '24' }) : initial;
    header.append(el('button', { type: 'button', class: 'avatar', 'aria-label': scene.accountWords }, face));
  }
  const main = el(variant % 4 === 3 ? 'div' : 'main', variant % 4 === 3 ? { role: 'main' } : {});
  const aside = el('div', { class: 'beside' });
  const whole = el(
    'div',
    { id: 'root' },
    header,
    el('div', { class: 'middle' }, ...order(variant, main, aside)),
  );
  document.body.append(whole);
  return { main, aside };
}

function order(variant: number, main: HTMLElement, aside: HTMLElement): HTMLElement[] {
  return variant % 5 < 3 ? [main, aside] : [aside, main];
}

/** The sheet of every page; kits bring their libraries' own. */
export const sheet = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 0; color: #222; background: #fff }
.top { display: flex; justify-content: space-between; padding: 10px 24px; border-bottom: 1px solid #ccc }
.middle { padding: 16px 24px; display: flex; flex-wrap: wrap; gap: 24px; align-items: flex-start }
.card { border: 1px solid #ccc; border-radius: 6px; padding: 12px 16px; margin: 12px 0; max-width: 46em }
.mask { position: fixed; inset: 0; background: #0006; display: grid; place-items: center; z-index: 50 }
.dialog { background: #fff; color: #222; padding: 16px 24px; border: 1px solid #888; border-radius: 6px; max-width: 46em }
.panel { position: fixed; inset: 0 0 0 auto; width: 420px; background: #fff; padding: 16px; border-left: 1px solid #888; z-index: 40; overflow: auto }
.foot { display: flex; gap: 8px; margin-top: 12px }
.name { font-size: 1.2em; font-weight: 600 }
.caption { display: block; font-weight: 600; margin-top: 8px }
.group { margin-right: 6px; font-family: monospace }
.chip { display: inline-block; border-radius: 12px; padding: 2px 10px; background: #e8eefc }
.box { border: 1px solid #999; padding: 4px 8px; display: inline-block; min-width: 8em; min-height: 1.3em }
.joined { border: 1px dashed #999; padding: 6px 10px; display: inline-block }
.gone-now { display: none }
.button { display: inline-block; border: 1px solid #666; border-radius: 3px; padding: 2px 10px; cursor: pointer; background: #eee }
.row { display: flex; gap: 12px } .row dt { font-weight: 600 } .row dd { margin: 0 }
table { border-spacing: 8px 2px; text-align: start }
`;
