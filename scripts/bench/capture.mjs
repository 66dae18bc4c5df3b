import { createHash } from 'node:crypto';
import { load } from './bundle.mjs';
import { makeRow, median } from './table.mjs';

const RUNS = 15;
/** Milliseconds that the busy page is watched. */
const BUSY = 5_000;
const MY_SIGN_INS = 'https://mysignins.microsoft.com/security-info';

/** A security page of usual size, and what a script of it does to it. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>My Sign-Ins</title></head>
<body><header role="banner"><span>robin@contoso.example</span></header>
<main><h1>Security info</h1><ul>${'<li><button>Change</button> <span>Phone</span> <b>+44 1632 960 000</b></li>'.repeat(300)}</ul></main>
<script>
  /** Changes 1,000 things a second, ten at a time. */
  globalThis.bustle = () => {
    const places = [...document.querySelectorAll('li span')];
    let turn = 0;
    globalThis.changes = 0;
    return setInterval(() => {
      for (let at = 0; at < 10; at++) {
        const place = places[(turn * 10 + at) % places.length];
        if (at % 2) place.textContent = 'Phone ' + turn;
        else place.parentElement.style.order = String(turn % 7);
        globalThis.changes += 1;
      }
      turn += 1;
    }, 10);
  };
  /** Shows the step with a secret, and resolves with when it, and when the card, had been drawn. */
  globalThis.reveal = (secret) => new Promise((done) => {
    const start = performance.now();
    const drawn = (say) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => say(performance.now() - start);
      port2.postMessage(0);
    });
    let own;
    new MutationObserver((records, observer) => {
      const isCard = (node) => node.localName === 'div' && node.parentNode === document.documentElement;
      if (!records.some(({ addedNodes }) => [...addedNodes].some(isCard))) return;
      observer.disconnect();
      drawn((card) => done({ own, card }));
    }).observe(document.documentElement, { childList: true });
    const step = document.createElement('div');
    step.setAttribute('role', 'dialog');
    step.setAttribute('aria-modal', 'true');
    step.innerHTML = '<h2>App password</h2><div><input readonly value="' + secret + '"><button aria-label="Copy to clipboard">Copy</button></div><button>Done</button>';
    document.body.append(step);
    drawn((time) => { own = time; });
  });
</script></body></html>`;

/** A secret of its own for every run: sixteen letters as the provider makes them, the same in every bench. */
function secretOf(run) {
  const digest = createHash('sha256').update(`run ${run}`).digest();
  return Array.from(digest.subarray(0, 16), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
}

/** Milliseconds from the secret's arrival in the page until the card is drawn, and until the page's own step is. */
async function timeCard(chromium, busy) {
  const own = [];
  const card = [];
  for (let run = -2; run < RUNS; run++) {
    const office = await chromium.openOwnPage('offscreen.html');
    // The hourly limit of captures is for pages, not for measuring.
    await office.evaluate(() => chrome.storage.session.remove(['capture-offers', 'seen-captures']));
    await office.close();
    const page = await chromium.openPage(MY_SIGN_INS);
    if (busy) await page.evaluate(() => void globalThis.bustle());
    await page.evaluate(() => new Promise((rested) => setTimeout(rested, 300)));
    const times = await page.evaluate((secret) => globalThis.reveal(secret), secretOf(run + 2));
    await page.close();
    if (run < 0) continue;
    own.push(times.own);
    card.push(times.card);
  }
  return { own: median(own), card: median(card), worst: Math.max(...card) };
}

/**
 * Milliseconds of each call into our script as the page opens, and then while it changes; and of one walk over the page
 * by itself.
 */
async function timeCalls(chromium) {
  const page = await chromium.openPage('about:blank');
  await page.tracing.start({ categories: ['devtools.timeline', 'blink.user_timing'] });
  await page.goto(MY_SIGN_INS);
  const { changes, walk } = await page.evaluate(async (time) => {
    await new Promise((rested) => setTimeout(rested, 500));
    performance.mark('bustle');
    const timer = globalThis.bustle();
    await new Promise((done) => setTimeout(done, time));
    clearInterval(timer);
    const start = performance.now();
    let letters = 0;
    for (const element of document.querySelectorAll('*')) letters += element.textContent.length;
    return { changes: globalThis.changes, walk: performance.now() - start + letters * 0 };
  }, BUSY);
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  await page.close();
  const { ts: bustle } = trace.traceEvents.find(({ name }) => name === 'bustle');
  const all = trace.traceEvents.filter(
    ({ name, args }) => name === 'FunctionCall' && args?.data?.url?.includes('content-scripts/'),
  );
  const timesOf = (events) => events.map(({ dur = 0 }) => dur / 1000);
  const calls = timesOf(all.filter(({ ts }) => ts >= bustle));
  const opening = timesOf(all.filter(({ ts }) => ts < bustle));
  return { calls, opening, walk, perSecond: changes / (BUSY / 1000) };
}

/** What we put into a page that is no provider's: bytes of script, worlds for it to run in. */
async function countElsewhere(chromium) {
  const page = await chromium.openPage('about:blank');
  const client = await page.createCDPSession();
  let worlds = 0;
  let bytes = 0;
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds += 1;
  });
  client.on('Debugger.scriptParsed', ({ url, length }) => {
    if (url.startsWith('chrome-extension://')) bytes += length;
  });
  await client.send('Runtime.enable');
  await client.send('Debugger.enable');
  const count = async (address) => {
    [worlds, bytes] = [0, 0];
    await page.goto(address);
    await page.evaluate(() => new Promise((rested) => setTimeout(rested, 500)));
    return { worlds, bytes };
  };
  const here = await count(MY_SIGN_INS);
  const elsewhere = await count('https://news.example/');
  await page.close();
  return { here, elsewhere };
}

/** From the secret in the page to the card, and what watching costs a page. */
export async function measureCapture(chromium) {
  const { makeVault } = await load('tests/e2e/harness/save.ts');
  chromium.sites.serve({ 'mysignins.microsoft.com': () => PAGE });
  await makeVault(chromium);
  const { here, elsewhere } = await countElsewhere(chromium);
  const quiet = await timeCard(chromium, false);
  const busy = await timeCard(chromium, true);
  const { calls, opening, walk, perSecond } = await timeCalls(chromium);
  const rowOf = (what, { own, card, worst }) =>
    makeRow({
      what,
      value: card,
      unit: 'ms',
      note: `worst of ${RUNS}: ${worst.toFixed(0)}`,
      reference: { what: "the page's own step drawn", value: own },
      reach: { most: 100 },
    });
  return [
    makeRow({
      what: 'script on a page that is no provider’s',
      value: elsewhere.bytes,
      unit: 'bytes',
      note: `${elsewhere.worlds} worlds to run or listen in; on a provider’s page ${here.worlds}`,
      reference: { what: 'script on a provider’s page', value: here.bytes },
      reach: { most: 0 },
    }),
    rowOf('secret in the page to card drawn', quiet),
    rowOf('the same while the page changes 1,000 times a second', busy),
    makeRow({
      what: 'longest task of ours in a page that changes 1,000 times a second',
      value: Math.max(...calls),
      unit: 'ms',
      note: `${calls.length} calls in ${BUSY / 1000} s, ${perSecond.toFixed(0)} changes a second; together ${calls.reduce((sum, call) => sum + call, 0).toFixed(0)} ms`,
      reference: { what: "reading every element's text once", value: walk },
      reach: { most: 16 },
    }),
    makeRow({
      what: 'longest task of ours as the page opens',
      value: Math.max(...opening),
      unit: 'ms',
      note: 'once: the browser translates what it runs for the first time',
      reference: { what: "reading every element's text once", value: walk },
    }),
  ];
}
