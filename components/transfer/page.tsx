import { i18n } from '#i18n';
import { BackupSection } from './backup-section';
import { HandoverMany } from './deliver-many';
import { ExportSection } from './export-section';
import { ImportSection } from './import-section';

/** What goes out of the vault and comes in: backups, files, password managers. */
export function TransferPage() {
  return (
    <div class="settings">
      <h1>{i18n.t('tab.transfer')}</h1>
      <BackupSection />
      <HandoverMany />
      <ExportSection />
      <ImportSection />
    </div>
  );
}
