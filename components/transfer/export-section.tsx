import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { codeOf } from '../../lib/errors';
import { type FormatId, formats, loadFormat, loadFormulaCheck } from '../../lib/files';
import type { Request, Response } from '../../lib/messaging/protocol';
import { NewPassphrase } from '../access/new-passphrase';
import { prepareRating, ratePassphrase } from '../access/strength';
import { Disclosure } from '../kit/disclosure';
import { offerFile } from '../kit/offer-file';
import { PassphraseField } from '../kit/passphrase-field';
import { entries } from '../state/entries';
import { policy } from '../state/policy';
import { ask } from '../state/session';
import { sayDone } from '../state/undo';
import { dayField } from '../text/ages';
import { errorWords } from '../text/errors';
import { ExportChoice, type ExportFormat } from './export-choice';

/** All that goes into a file, part by part, and how many go without their password. */
async function readAll(request: Request<'transfer.read'>) {
  const parts: Response<'transfer.read'>[] = [await ask('transfer.read', request)];
  for (let after = parts[0]?.next; after !== undefined; after = parts.at(-1)?.next) {
    parts.push(await ask('transfer.read', { ...request, after }));
  }
  return {
    items: parts.flatMap(({ items }) => items),
    damaged: parts.reduce((sum, part) => sum + part.damaged, 0),
  };
}

/**
 * Makes a file of everything in the vault, and offers it.
 * @param passphrase of the vault; `seal` is what the file is sealed with, where it is
 * @returns what to say of it
 */
async function makeFile({ id, encrypted }: ExportFormat, passphrase: string, seal: string): Promise<string> {
  const [{ items, damaged }, format] = await Promise.all([
    readAll({ passphrase, ...(encrypted && { sealed: true as const }) }),
    loadFormat(id as FormatId),
  ]);
  const file = await format.write(items, { passphrase: seal, now: Date.now() });
  offerFile(file, `app-passwords-${dayField(Date.now())}.${format.extension}`, format.mediaType);
  const odd = format.extension === 'csv' ? (await loadFormulaCheck())(items).length : 0;
  if (damaged > 0) return i18n.t('export.madeDamaged', damaged);
  if (odd > 0) return i18n.t('export.formulas', odd);
  return encrypted ? i18n.t('export.made') : i18n.t('export.madeOpen');
}

/** Makes a file for another program. */
export function ExportSection() {
  const { forbids } = policy.value;
  const possible = forbids.includes('open-files') ? formats.filter(({ encrypted }) => encrypted) : formats;
  const field = useRef<HTMLInputElement>(null);
  const [id, setId] = useState<string>(possible[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  useEffect(prepareRating, []);
  const chosen: ExportFormat | undefined = possible.find((format) => format.id === id) ?? possible[0];
  const rows = entries.value?.rows ?? [];
  const here = rows.filter(({ custody }) => custody === 'vault').length;
  if (!chosen || forbids.includes('export')) return null;
  const { encrypted } = chosen;

  /** @param seal what the file is sealed with, where it is */
  async function make(close: () => void, passphrase: string, seal = passphrase) {
    if (busy || !chosen) return;
    setBusy(true);
    setWrong(undefined);
    try {
      sayDone(await makeFile(chosen, passphrase, seal));
      close();
    } catch (error) {
      setWrong(errorWords(codeOf(error)));
    }
    setBusy(false);
  }

  return (
    <section class="setting stack">
      <h3>{i18n.t('export.heading')}</h3>
      <ExportChoice
        formats={possible}
        chosen={chosen}
        here={here}
        elsewhere={rows.length - here}
        onChoose={(next) => {
          setWrong(undefined);
          setId(next);
        }}
      />
      {here === 0 ? (
        <p class="soft">{i18n.t('export.nothing')}</p>
      ) : (
        <Disclosure action={i18n.t('export.begin')}>
          {(close) =>
            encrypted ? (
              <NewPassphrase
                key={id}
                label={i18n.t('export.passphrase')}
                repeatLabel={i18n.t('export.repeat')}
                action={i18n.t('export.action')}
                waiting={i18n.t('export.busy')}
                busy={busy}
                error={wrong}
                rate={ratePassphrase}
                least={policy.value.least}
                onChoose={(seal) => make(close, field.current?.value ?? '', seal)}
              >
                <PassphraseField
                  label={i18n.t('export.own')}
                  inputRef={field}
                  autoComplete="current-password"
                />
              </NewPassphrase>
            ) : (
              <OpenFile key={id} busy={busy} wrong={wrong} onMake={(passphrase) => make(close, passphrase)} />
            )
          }
        </Disclosure>
      )}
    </section>
  );
}

/** Asks for the vault's passphrase before a file is made that is not encrypted. */
function OpenFile(props: {
  busy: boolean;
  wrong: string | undefined;
  onMake: (passphrase: string) => Promise<void>;
}) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        await props.onMake(field.current?.value ?? '');
      }}
    >
      <PassphraseField
        label={i18n.t('export.own')}
        inputRef={field}
        autoComplete="current-password"
        error={props.wrong}
      />
      <div class="line">
        <button type="submit" class="button" aria-disabled={props.busy}>
          {i18n.t('export.action')}
        </button>
        <span role="status" class="soft">
          {props.busy ? i18n.t('export.busy') : ''}
        </span>
      </div>
    </form>
  );
}
