import { kit } from 'kit-of-this-page';
import type { Mounted } from '../kits/kit.ts';
import type { Scene, Step } from '../scene.ts';
import { findButton, findField, findNamed, isOnTop, pointOf } from './find.ts';
import { drawFrame } from './frame.ts';

/** What the driver may ask of the page. The reader lives in another world and sees nothing of it. */
export interface Stage {
  /** Number of the step that is shown whole, -1 before the first and while one is under way. */
  now(): number;
  /** Where to click a control with these words, once it is there; `undefined` after two seconds. */
  button(word: string, ms?: number): Promise<Point | undefined>;
  field(index: number): Promise<Point | undefined>;
  /** Resolves when the step is shown whole; false after the time. */
  shown(index: number, ms: number): Promise<boolean>;
  /** Resolves when the step is no longer the one that is shown; false after the time. */
  left(index: number, ms: number): Promise<boolean>;
}
interface Point {
  x: number;
  y: number;
}

declare global {
  var spareKeyScene: { scene: Scene; at: number } | undefined;
  var spareKeyStage: Stage;
}

/** How long a page may take, in ms. */
const LATE = [300, 700, 1200];
const SPIN = [250, 600, 900];

function begin({ scene, at }: { scene: Scene; at: number }): void {
  const frame = drawFrame(scene);
  for (const step of scene.beside) kit.mount(frame.aside, step, scene, { next() {}, back() {}, done() {} });
  let shown = -1;
  let live: { step: Step; mounted: Mounted }[] = [];

  const clear = (keep: (step: Step) => boolean) => {
    live = live.filter(({ step, mounted }) => {
      if (keep(step)) return true;
      mounted.remove();
      return false;
    });
  };

  const on = (index: number) => ({
    next: () => go(index + 1),
    back: () => {
      if (scene.steps[index]?.kind === 'error') return go(index + 1);
      clear(({ kind }) => kind === 'list');
      shown = index + 1;
    },
    done: () => {
      const next = scene.steps[index + 1];
      if (next !== undefined) return go(index + 1);
      // What follows a finished step is the list again, with a new row for what was made.
      clear(() => false);
      const list = scene.steps.find((step) => step.kind === 'list');
      if (list?.kind === 'list') {
        const made = scene.expect.secrets.filter(({ label }) => label !== '');
        const rows = made.map(({ label }) => ({ label, created: list.rows[0]?.created ?? '' }));
        const step = { ...list, rows: [...rows, ...list.rows] };
        live.push({ step, mounted: kit.mount(frame.main, step, scene, on(-2)) });
      }
      shown = scene.steps.length;
    },
  });

  const go = (index: number) => {
    const step = scene.steps[index];
    if (step === undefined) return;
    shown = -1;
    if (scene.reloads.includes(index) && index !== at) return reload(scene);
    const over = 'container' in step && (step.container === 'dialog' || step.container === 'panel');
    const within = 'container' in step && (step.container === 'inline' || step.container === 'unfold');
    clear((old) => {
      if (step.kind === 'list') return false;
      if (old.kind === 'naming') return old.stays === true && step.kind !== 'naming';
      return old.kind === 'list' && (over || within);
    });
    present(index, step);
  };

  const present = (index: number, step: Step) => {
    const handlers = on(index);
    const mount = (root: HTMLElement, now: Step) => {
      const mounted = kit.mount(root, now, scene, handlers);
      live.push({ step, mounted });
      return mounted;
    };
    if (step.kind === 'spinner') {
      mount(frame.main, step);
      setTimeout(() => go(index + 1), SPIN[scene.variant % SPIN.length]);
      return;
    }
    if (step.kind === 'naming' && step.give === 'preset' && step.filled === undefined) {
      mount(frame.main, step);
      setTimeout(async () => {
        setName((await wait(() => findNamed(step.field), 600)) ?? findField(step.field), step.value);
        shown = index;
      }, 80);
      return;
    }
    if (step.kind !== 'result') {
      mount(frame.main, step);
      shown = index;
      return;
    }
    if (scene.timing === 'late') {
      const mounted = mount(frame.main, { ...step, secret: '', groups: [''] });
      setTimeout(
        () => {
          if (mounted.update !== undefined) mounted.update(step);
          else {
            clear((old) => old !== step);
            mount(frame.main, step);
          }
          shown = index;
        },
        LATE[scene.variant % LATE.length],
      );
      return;
    }
    if (scene.timing === 'remounted') {
      let mounted = mount(frame.main, step);
      const timer = setInterval(() => {
        if (live.some((one) => one.mounted === mounted)) {
          clear((old) => old !== step);
          mounted = mount(frame.main, step);
        } else clearInterval(timer);
      }, 50);
      setTimeout(() => {
        clearInterval(timer);
        shown = index;
      }, 3000);
      return;
    }
    const waiting = prepared.get(index);
    if (waiting !== undefined) {
      waiting.host.classList.remove('gone-now');
      live.push({ step, mounted: waiting.mounted });
    } else mount(frame.main, step);
    shown = index;
  };

  let last: { element: Element; x: number; y: number; since: number } | undefined;
  /** Where an element is, once it does not move any more: panels slide in. */
  const resting = (element: Element | undefined): Point | undefined => {
    if (element === undefined) return undefined;
    const { x, y } = pointOf(element);
    const rests = last?.element === element && Math.abs(last.x - x) < 1 && Math.abs(last.y - y) < 1;
    const since = rests && last !== undefined ? last.since : performance.now();
    last = { element, x, y, since };
    // What unfolds is where it will be, and still cut off; a library may cover it for good.
    return rests && (isOnTop(element, x, y) || performance.now() - since > 700) ? { x, y } : undefined;
  };

  /** Results that are in the page from the start. */
  const prepared = new Map<number, { host: HTMLElement; mounted: Mounted }>();
  if (scene.timing === 'class-shown') {
    scene.steps.forEach((step, index) => {
      if (step.kind !== 'result') return;
      const host = document.createElement('div');
      host.className = 'gone-now';
      frame.main.append(host);
      const mounted = kit.mount(host, step, scene, on(index));
      prepared.set(index, { host, mounted });
    });
  }

  globalThis.spareKeyStage = {
    now: () => shown,
    button: (word, ms = 2000) => wait(() => resting(findButton(word)), ms),
    field: (index) => {
      const step = scene.steps[index];
      const name =
        step?.kind === 'naming' ? step.field : step?.kind === 'result' ? step.draft?.field : undefined;
      if (name === undefined) return Promise.resolve(undefined);
      // What unfolds shows one field before the other.
      return wait(() => resting(findNamed(name)), 600).then(
        (found) => found ?? wait(() => resting(findField(name)), 2000),
      );
    },
    left: (index, ms) => wait(() => (shown === index ? undefined : true), ms).then((yes) => yes === true),
    shown: (index, ms) => wait(() => (shown === index ? true : undefined), ms).then((yes) => yes === true),
  };
  go(at);
}

/** A new document, asked for as a form would ask: by a post where there is a form, else by a link. */
function reload(scene: Scene): void {
  const form = [...document.forms].at(-1);
  // An address that differs by nothing but its fragment loads nothing.
  if (form === undefined && scene.url.includes('#')) location.reload();
  else if (form === undefined) location.assign(scene.url);
  else {
    form.action = scene.url;
    form.method = 'post';
    form.submit();
  }
}

/** As a page's own script does, so that libraries that keep the value themselves take it, too. */
function setName(field: Element | undefined, value: string): void {
  if (field === undefined) return;
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  setter?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

function wait<T>(find: () => T | undefined, ms: number): Promise<T | undefined> {
  const end = performance.now() + ms;
  return new Promise((resolve) => {
    const look = () => {
      const found = find();
      if (found !== undefined || performance.now() > end) resolve(found);
      else setTimeout(look, 15);
    };
    look();
  });
}

const given = globalThis.spareKeyScene;
globalThis.spareKeyScene = undefined;
if (given !== undefined) begin(given);
