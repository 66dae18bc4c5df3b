import { describe, expect, it } from 'vitest';
import { keepName, sketchName } from '../../../lib/sketch/name';
import { shapeOf } from '../../../lib/sketch/shape';
import { sketchText } from '../../../lib/sketch/words';

describe('the shape of a text', () => {
  it.each([
    ['', ''],
    ['river', 'x:5'],
    ['River', 'Xx:5'],
    ['RIVER', 'X:5'],
    ['rIvEr', 'xX:5'],
    ['Робин', 'CyrlXx:5'],
    ['山田', 'Hanio:2'],
    ['2026', '9:4'],
    ['qzkwhtrmvbxnplcg', 'x:16'],
    ['responsibilities', 'x~:16'],
    ['qzkw htrm vbxn plcg', 'x:4 x:4 x:4 x:4'],
    ['robin.vale@mail.example', '‹address›'],
    ['https://cloud.example/robin', '‹link›'],
    ['otpauth://totp/robin', '‹link›'],
    ['🦜 river', '¤ x:5'],
    ['a'.repeat(40), 'x:33+'],
    ['11/20/2026', '9:2/9:2/9:4'],
    ['••••••••', '•••'],
    [' river\u200B  bank ', 'x:5 x:4'],
  ])('of %s', (text, shape) => expect(shapeOf(text)).toBe(shape));

  it('does not say which places have digits or capitals', () => {
    expect(shapeOf('w5kq-7mzt-hxrt-pdn2')).toBe('x9:4-x9:4-x9:4-x9:4');
    expect(shapeOf('5f6c1f0e-8f1e-4c57-9d55-2b5a3f0d7a11')).toBe('x9#:33+');
    expect(shapeOf('Zq4tXb7nKpWm')).toBe('xX9:12');
    expect(shapeOf('pW!9x-Q_a.7b+c')).toBe('xX9#:14');
    expect(shapeOf('Qzkw htrm vbxn plcg')).toBe('xX:4 xX:4 xX:4 xX:4');
  });
});

describe('the words of a text', () => {
  it.each([
    ['App passwords', '‹app=app pass›'],
    ['Copy', '‹copy=copy›'],
    ['Robin’s app-passwords', 'Xx:5’x:1 ‹app=app pass›'],
    ['Password: qzkw htrm vbxn plcg', '‹pass=~passwor›: x:4 x:4 x:4 x:4'],
    ['River bank', 'Xx:5 x:4'],
  ])('of %s', (text, said) => expect(sketchText(text)).toBe(said));

  it('are those of every language', () => {
    for (const text of [
      'App-Kennwort',
      'Mot de passe d’application',
      'пароль приложения',
      'アプリ パスワード',
      '应用专用密码',
    ])
      expect(sketchText(text), text).toMatch(/^‹app=[^›]+›/);
  });

  it('are not found in what has the form of a value', () => {
    for (const text of [
      'copy-trkz',
      'copy trkz name pass',
      'copyqzkwhtrmvbxn',
      'pass4word7qzk',
      'Zx9copyQw4',
      'robin@copy.example',
      'https://copy.example/name',
    ])
      expect(sketchText(text), text).not.toContain('=');
  });

  it('are few in prose, of which only the length is said', () => {
    const said = sketchText(
      'Robin wrote a long sentence about the river and the bank, and nobody else is to read it.',
    );
    expect(said).toBe('‹12+ words›');
  });
});

describe('a name', () => {
  it.each([
    'copy-button',
    'AppPasswordsScreen',
    'app_passwd_table_wrapper',
    'appLoginInfo',
    'modal-dialog',
    'step2',
    'bi-clipboard',
  ])('%s stays', (name) => expect(keepName(name)).toBe(name));

  it.each([
    ['robin', '{x:5}'],
    ['user-robin', '{x:4-x:5}'],
    ['css-1x7q9z', '{x:3-x9:6}'],
    ['VfPpkd-LgbsSe', '{xX:6-xX:6}'],
    ['step23', '{x9:6}'],
    ['robin@mail.example', '{‹address›}'],
    ['кнопка', '{Cyrlx:6}'],
    ['copy-button-copy-button-copy-button-copy', '{x#:33+}'],
  ])('%s does not', (name, said) => expect(sketchName(name)).toBe(said));
});
