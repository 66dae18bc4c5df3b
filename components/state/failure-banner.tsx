import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { errorWords } from '../text/errors';
import { closeFailure, failure, markSeen } from './session';

/** Says what went wrong last and what to do next. */
export function FailureBanner() {
  const code = failure.value;
  // After each drawing: the same failure may come twice.
  useEffect(markSeen);
  if (!code) return null;
  return (
    <div class="banner banner-danger" role="alert">
      <p>{errorWords(code)}</p>
      <div>
        <button type="button" class="button button-small" onClick={closeFailure}>
          {i18n.t('error.close')}
        </button>
      </div>
    </div>
  );
}
