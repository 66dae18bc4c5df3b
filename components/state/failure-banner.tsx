import { i18n } from '#i18n';
import { errorWords } from '../text/errors';
import { failure } from './session';

/** Says what went wrong last and what to do next. */
export function FailureBanner() {
  if (!failure.value) return null;
  return (
    <div class="banner banner-danger" role="alert">
      <p>{errorWords(failure.value)}</p>
      <div>
        <button type="button" class="button button-small" onClick={() => (failure.value = undefined)}>
          {i18n.t('error.close')}
        </button>
      </div>
    </div>
  );
}
