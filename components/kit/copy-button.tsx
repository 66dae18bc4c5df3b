import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';

interface Props {
  /** What it copies, for those who hear the button by itself; with `words` the whole of what they hear. */
  what: string;
  /** What is on the button, where that is more than “Copy”. */
  words?: string;
  onCopy: () => void;
}

/** Copies something that is no secret; says so in its own place. */
export function CopyButton({ what, words, onCopy }: Props) {
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
      aria-label={words === undefined ? i18n.t('server.copyNamed', [what]) : what}
      onClick={() => {
        onCopy();
        setCopied(true);
      }}
    >
      {copied ? i18n.t('server.copied') : (words ?? i18n.t('server.copy'))}
    </button>
  );
}
