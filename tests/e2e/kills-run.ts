import { type ActName, acts, listActs } from './kills-acts.ts';
import { checkKnown, type Fault, type House, openHouse } from './kills-house.ts';

/** What came of one kill. */
export interface Outcome {
  run: number;
  act: ActName;
  /** Milliseconds from the beginning of the act to the kill; an undisturbed act takes `span`. */
  delay: number;
  span: number;
  /** Whether the user had been told that it is done. */
  answered: boolean;
  faults: Fault[];
  /** What kept this run from being judged at all. */
  failure?: string;
}

/** Eight in turn; a site may be captured from ten times an hour, so each eight have a profile of their own. */
const TURN: readonly ActName[] = [
  ...(['capture', 'save', 'delivery', 'edit'] as const),
  ...(['save', 'change of key', 'delivery', 'restore'] as const),
];
export const ROUND = TURN.length;
/** The kill falls somewhere between the beginning and so many times what an undisturbed act takes. */
const REACH = 1.2;

/** Numbers from 0 up to 1 that follow from two seeds (mulberry32). */
function makeRandom(seed: number, run: number): () => number {
  let state = (Math.imul(seed, 0x9e37_79b1) ^ Math.imul(run + 1, 0x85eb_ca6b)) >>> 0;
  return () => {
    state = (state + 0x6d2b_79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** A secret of the form that the provider makes. */
function makeSecret(random: () => number): string {
  const letters = 'bcdfghjklmnpqrstvwxz';
  return Array.from({ length: 16 }, () => letters[Math.floor(random() * letters.length)]).join('');
}

/** Milliseconds that each act takes when nothing disturbs it; without those that this build does not know. */
export type Spans = Partial<Record<ActName, number>>;

function chooseAct(run: number, spans: Spans): { act: ActName; span: number } {
  const wanted = TURN[run % ROUND] ?? 'save';
  const act = spans[wanted] === undefined ? 'capture' : wanted;
  return { act, span: spans[act] ?? 0 };
}

/** Does each act once in peace. It has to be without a fault, or the kills would say nothing. */
export async function measureSpans(): Promise<Spans> {
  const house = await openHouse();
  const random = makeRandom(0, 0);
  const spans: Spans = {};
  try {
    for (const act of await listActs(house)) {
      const attempt = await acts[act](house, `Calm ${act}`, makeSecret(random));
      const begun = performance.now();
      await attempt.begin();
      spans[act] = performance.now() - begun;
      const faults = [...(await attempt.findFaults(house, true)), ...(await checkKnown(house))];
      if (faults.length > 0) throw new Error(`${act} in peace: ${JSON.stringify(faults)}`);
    }
  } finally {
    await house.end();
  }
  return spans;
}

async function killOnce(house: House, run: number, seed: number, spans: Spans): Promise<Outcome> {
  const random = makeRandom(seed, run);
  const { act, span } = chooseAct(run, spans);
  const delay = random() * span * REACH;
  const attempt = await acts[act](house, `Device of run ${run}`, makeSecret(random));
  let killed = false;
  let answered = false;
  const begun = performance.now();
  const doing = attempt.begin().then(
    () => {
      answered = !killed;
    },
    (error) => {
      // That the browser went away is what we came for.
      if (!killed) throw error;
    },
  );
  doing.catch(() => undefined);
  await new Promise((resume) => setTimeout(resume, delay));
  killed = true;
  const struck = performance.now() - begun;
  await house.kill();
  await doing;
  await house.reopen();
  const faults = await house.unlock();
  if (faults.length === 0) {
    faults.push(...(await attempt.findFaults(house, answered)), ...(await checkKnown(house)));
  }
  const round = (ms: number): number => Math.round(ms * 10) / 10;
  return { run, act, delay: round(struck), span: round(span), answered, faults };
}

/** Kills the browser once for each number from `from` up to `to`, and tells of each. */
export async function runKills(
  { from, to, seed, spans }: { from: number; to: number; seed: number; spans: Spans },
  tell: (outcome: Outcome) => void,
): Promise<void> {
  let house: House | undefined;
  try {
    for (let run = from; run < to; run++) {
      if (run % ROUND === 0) {
        await house?.end();
        house = undefined;
      }
      house ??= await openHouse();
      const failed = (error: unknown): Outcome => {
        const failure = error instanceof Error ? error.message : String(error);
        return { run, ...chooseAct(run, spans), delay: 0, answered: false, faults: [], failure };
      };
      const outcome = await killOnce(house, run, seed, spans).catch(failed);
      tell(outcome);
      if (outcome.faults.length > 0 || outcome.failure !== undefined) {
        await house.end();
        house = undefined;
      }
    }
  } finally {
    await house?.end();
  }
}

/** The figures, as a table in Markdown. */
export function sumUp(outcomes: readonly Outcome[]): string {
  const count = (list: readonly Outcome[], kind: Fault['kind']): number =>
    list.filter(({ faults }) => faults.some((fault) => fault.kind === kind)).length;
  const row = (name: string, list: readonly Outcome[]): string => {
    const checked = list.filter(({ failure }) => failure === undefined);
    const early = checked.filter(({ answered }) => !answered).length;
    const counts = (['lost', 'doubled', 'half'] as const).map((kind) => count(checked, kind));
    return `| ${[name, checked.length, early, ...counts, list.length - checked.length].join(' | ')} |`;
  };
  return [
    '| act | kills | of those before its answer | lost | doubled | half | not judged |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...Object.keys(acts).map((act) =>
      row(
        act,
        outcomes.filter((outcome) => outcome.act === act),
      ),
    ),
    row('all', outcomes),
  ].join('\n');
}
