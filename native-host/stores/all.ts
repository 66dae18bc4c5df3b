import type { StoreId } from '../../lib/managers/native-host/protocol';
import { bitwarden } from './bitwarden';
import { onePassword } from './one-password';
import { pass } from './pass';
import { secretService } from './secret-service';
import type { Store } from './store';

export const stores: Readonly<Record<StoreId, Store>> = {
  'secret-service': secretService,
  pass,
  bitwarden,
  'one-password': onePassword,
};
