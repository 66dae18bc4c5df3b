import { build, pause } from './build.js';

function buildField(label, value) {
  return build('input', {
    type: 'text',
    readonly: true,
    dir: 'ltr',
    'aria-label': label,
    class: 'secret',
    value,
  });
}

function buildText(...children) {
  return build('span', { class: 'secret', dir: 'ltr' }, ...children);
}

/**
 * The element that shows a secret, in the way that `rendering` names. Each of these was met on a real page,
 * and each defeats a reader that looks only at one text node or only at attributes.
 */
export function buildValue(rendering, label, secret) {
  if (rendering === 'property') {
    const field = buildField(label, undefined);
    // Set late and as a property, so that no mutation is reported.
    pause(80).then(() => {
      field.value = secret;
    });
    return field;
  }
  if (rendering === 'characters') {
    return buildText(...Array.from(secret, (character) => build('span', {}, character)));
  }
  if (rendering === 'split') {
    const pieces = [secret.slice(0, 3), secret.slice(3, 4), secret.slice(4, 11), secret.slice(11)];
    return buildText(...pieces.map((piece) => document.createTextNode(piece)));
  }
  if (rendering === 'shadow') {
    const host = build('practice-secret', { class: 'secret' });
    const inside = buildField(label, secret);
    inside.style.cssText =
      'font: inherit; border: 0; background: none; color: inherit; width: 18ch; padding: 0';
    host.attachShadow({ mode: 'open' }).append(inside);
    return host;
  }
  return buildField(label, secret);
}
