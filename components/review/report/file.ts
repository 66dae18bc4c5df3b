import { render, type VNode } from 'preact';
import { i18n } from '#i18n';
import { messageLocale } from '../../text/ages';
import style from './report.css?inline';

/** An HTML file that needs nothing else and runs nothing; every text of the report is escaped by the DOM that holds it. */
export function writePage(report: VNode): Uint8Array<ArrayBuffer> {
  const main = document.createElement('main');
  render(report, main);
  const page = `<!doctype html>
<html lang="${messageLocale()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${i18n.t('report.title')}</title>
<style>
${style}</style>
</head>
<body>
${main.outerHTML}
</body>
</html>
`;
  render(null, main);
  return new TextEncoder().encode(page);
}
