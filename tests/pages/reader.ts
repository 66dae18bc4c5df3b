/**
 * What is measured, as it runs in the page: bundled into one script, started in a world of its own in every document.
 *
 * It reports by `spareKeyReport(JSON.stringify(report))`. `spareKeyLook()` is what "Look on this page" does.
 * `{ type: 'remember', value }` is handed to `spareKeyRecall(value)` in the next document of the same tab, as the
 * background does for an extension. The script starts before the document has a body.
 */
export type Report =
  | { type: 'fresh'; provider: string; label?: string; account?: string; secret: string; asked: boolean }
  | { type: 'changed'; part: string }
  | { type: 'listed'; count: number }
  | { type: 'remember'; value: string };

declare global {
  var spareKeyReport: (report: string) => void;
  var spareKeyLook: (() => void) | undefined;
  var spareKeyRecall: ((value: string) => void) | undefined;
}

globalThis.spareKeyLook = () => undefined;
