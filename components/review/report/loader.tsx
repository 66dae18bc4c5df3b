import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { AuditReport } from '../../../lib/review/report-shape';
import { entries } from '../../state/entries';
import { ask, load } from '../../state/session';

/** The page for auditors, whose code loads when the user asks for it. */
export function ReportLoader() {
  const [made, setMade] = useState<{ Page: ComponentType<{ report: AuditReport }>; report: AuditReport }>();
  const [failed, setFailed] = useState(false);
  const loaded = entries.value;

  useEffect(() => {
    let current = true;
    void load(() => Promise.all([import('./page'), ask('state.report', {})])).then((found) => {
      if (!current) return;
      setFailed(found === undefined);
      if (found) setMade({ Page: found[0].ReportPage, report: found[1] });
    });
    return () => {
      current = false;
    };
  }, [loaded]);

  if (made) return <made.Page report={made.report} />;
  return (
    <div class="stack">
      <h1>{i18n.t('report.title')}</h1>
      {!failed && (
        <p class="soft" role="status">
          {i18n.t('report.busy')}
        </p>
      )}
    </div>
  );
}
