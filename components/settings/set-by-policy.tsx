import { i18n } from '#i18n';

/** Says beside a field that the policy sets it and the user cannot; the field names this by its id. */
export function SetByPolicy({ id }: { id: string }) {
  return (
    <p id={id} class="field-hint">
      {i18n.t('policy.set')}
    </p>
  );
}
