import { bare, type Played } from './driver.ts';
import type { Scene } from './scene.ts';

/** A number of cases and how many of them went right. */
interface Share {
  of: number;
  right: number;
}

export interface Figures {
  scenes: number;
  recall: Share;
  precision: Share;
  label: Share;
  account: Share;
  alarms: number;
}

export interface Miss {
  id: string;
  what: 'missed' | 'caught what is none' | 'label' | 'account' | 'alarm';
  detail: string;
  scene: Scene;
}

export interface Score {
  all: Figures;
  byValue: Map<string, Figures>;
  misses: Miss[];
  broken: { id: string; kit: string; reason: string }[];
}

const share = (): Share => ({ of: 0, right: 0 });
const figures = (): Figures => ({
  scenes: 0,
  recall: share(),
  precision: share(),
  label: share(),
  account: share(),
  alarms: 0,
});

function words(text: string | undefined): string {
  return (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Counts what was reported in each scene against what a person would have kept. */
export function score(played: readonly Played[]): Score {
  const result: Score = { all: figures(), byValue: new Map(), misses: [], broken: [] };
  for (const one of played) {
    if (one.broken !== undefined)
      result.broken.push({ id: one.scene.id, kit: one.scene.kit, reason: one.broken });
    else tally(one, result);
  }
  return result;
}

/** The tokens on a page that the user asks to scan. */
function tokensOf({ asked, beside, steps }: Scene): Set<string> {
  const others = [...beside, ...steps].flatMap((step) => (step.kind === 'other' ? [step] : []));
  const tokens = others.filter(({ neighbour }) => asked && neighbour === 'api-token');
  return new Set(tokens.flatMap(({ value }) => value.split('\n').map(bare)));
}

function tally({ scene, reports }: Played, result: Score): void {
  const counted = [result.all];
  for (const [name, value] of Object.entries(scene.dimensions)) {
    const key = `${name} ${value}`;
    const found = result.byValue.get(key) ?? figures();
    result.byValue.set(key, found);
    counted.push(found);
  }
  const miss = (what: Miss['what'], detail: string) =>
    result.misses.push({ id: scene.id, what, detail, scene });
  const add = (kind: 'recall' | 'precision' | 'label' | 'account', right: boolean) => {
    for (const one of counted) {
      one[kind].of += 1;
      if (right) one[kind].right += 1;
    }
  };
  for (const one of counted) one.scenes += 1;

  const fresh = new Map<string, Extract<Played['reports'][number], { type: 'fresh' }>>();
  for (const report of reports) {
    if (report.type === 'fresh' && !fresh.has(bare(report.secret))) fresh.set(bare(report.secret), report);
  }
  let found = 0;
  for (const wanted of scene.expect.secrets) {
    const report = fresh.get(bare(wanted.secret));
    add('recall', report !== undefined);
    if (report === undefined) {
      miss('missed', wanted.secret);
      continue;
    }
    found += 1;
    const labelled = words(report.label) === words(wanted.label);
    add('label', labelled);
    if (!labelled) miss('label', `"${report.label ?? ''}" for "${wanted.label}"`);
    if (wanted.account === undefined) continue;
    const accounted = words(report.account).toLowerCase() === wanted.account.toLowerCase();
    add('account', accounted);
    if (!accounted) miss('account', `"${report.account ?? ''}" for "${wanted.account}"`);
  }
  const real = new Set(scene.expect.secrets.map(({ secret }) => bare(secret)));
  const offered = tokensOf(scene);
  for (const [secret, report] of fresh) {
    // A user who asks is offered a token under its own name; that is neither right nor wrong.
    if (offered.has(secret)) continue;
    add('precision', real.has(secret));
    if (!real.has(secret)) miss('caught what is none', report.secret);
  }
  // Where a secret was missed, to say that the page cannot be read is right.
  if (found < scene.expect.secrets.length) return;
  const alarm = reports.find((report) => report.type === 'changed');
  if (alarm === undefined) return;
  for (const one of counted) one.alarms += 1;
  miss('alarm', alarm.type === 'changed' ? alarm.part : '');
}

/** In percent, rounded down, so that 100 means all. */
export function percent({ of, right }: Share): number {
  return of === 0 ? 100 : Math.floor((right * 1000) / of) / 10;
}

export function lastLine({ recall, precision, label, account, alarms }: Figures): string {
  return `recall ${percent(recall)} % precision ${percent(precision)} % label ${percent(label)} % account ${percent(account)} % alarms ${alarms}`;
}

/** A line a value, the worst first. */
export function table(byValue: Map<string, Figures>): string[] {
  const badness = (one: Figures) =>
    percent(one.recall) +
    percent(one.precision) +
    (percent(one.label) + percent(one.account)) / 4 -
    one.alarms;
  const rows = [...byValue].sort(([, one], [, other]) => badness(one) - badness(other));
  const cell = (number: number) => String(number).padStart(7);
  const head = `${'value'.padEnd(44)} scenes  recall precis.   label account alarms`;
  return [
    head,
    ...rows.map(
      ([key, one]) =>
        `${key.padEnd(44)}${cell(one.scenes)} ${cell(percent(one.recall))} ${cell(percent(one.precision))} ${cell(percent(one.label))} ${cell(percent(one.account))} ${cell(one.alarms)}`,
    ),
  ];
}
