/**
 * Notes in a page when something is painted for the first time: in the second frame after it is in the document. For
 * `evaluateOnNewDocument`.
 */
export function notePainted(selector) {
  new MutationObserver((_, observer) => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        globalThis.__painted = performance.now();
      }),
    );
  }).observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the start of a page's navigation until what `notePainted` looks for is painted. */
export async function timePainted(page) {
  await page.reload();
  // Looking for it by its role, as a person's tools do, would take its own time from the page.
  const painted = await page.waitForFunction(() => globalThis.__painted, { timeout: 20_000 });
  return painted.jsonValue();
}
