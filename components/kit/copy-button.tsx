import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** Copies something that is no secret; says so in its own place. */
export function CopyButton({ what, onCopy }: { what: string; onCopy: () => void }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 3000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      class="button button-bare button-small"
      aria-label={i18n.t('server.copyNamed', [what])}
      onClick={() => {
        onCopy();
        setCopied(true);
      }}
    >
      {copied ? i18n.t('server.copied') : i18n.t('server.copy')}
    </button>
  );
}
