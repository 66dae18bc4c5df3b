import '../kit/theme.css';
import '../kit/controls.css';
import '../kit/parts.css';
import '../kit/list.css';
import '../kit/shortcuts.css';
import '../kit/checklist.css';
import { type ComponentChild, render } from 'preact';
import { i18n } from '#i18n';

/** Draws a page of ours and tells the browser which language it speaks. */
export function startPage(title: string, content: ComponentChild): void {
  document.documentElement.lang = i18n.t('locale');
  document.title = title;
  const root = document.getElementById('page');
  if (root) render(content, root);
}
