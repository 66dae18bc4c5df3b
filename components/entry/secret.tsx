import { i18n } from '#i18n';
import { groupSecret } from './secret-groups';

/** A secret for eyes: monospaced, in groups of four, digits and signs unlike letters. Selecting it gives it unchanged. */
export function SecretView({ secret, large }: { secret: string; large?: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, this is one text with a name
    <p class={large ? 'secret secret-large' : 'secret'} role="group" aria-label={i18n.t('secret.label')}>
      {groupSecret(secret).map((group, position) => (
        <span key={position}>
          {group.map((run, part) => (
            <span key={part} class={run.kind}>
              {run.text}
            </span>
          ))}
        </span>
      ))}
    </p>
  );
}
