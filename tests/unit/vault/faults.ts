import 'fake-indexeddb/auto';

/**
 * A process that dies: every request to the database is counted, and at the chosen one the running transaction is
 * aborted and nothing reaches the database any more until `revive`.
 */
const methods = ['get', 'getAll', 'getAllKeys', 'put', 'add', 'delete', 'clear'] as const;
const originals = new Map(methods.map((name) => [name, IDBObjectStore.prototype[name]]));
export type Fault = 'killed' | 'full';
let calls = 0;
let at = Number.POSITIVE_INFINITY;
let fault: Fault = 'killed';

for (const name of methods) {
  const original = originals.get(name) as (...parameters: unknown[]) => IDBRequest;
  Object.defineProperty(IDBObjectStore.prototype, name, {
    configurable: true,
    value(this: IDBObjectStore, ...parameters: unknown[]) {
      if (this.transaction.mode === 'readonly' && fault === 'full') return original.apply(this, parameters);
      calls++;
      if (calls === at && fault === 'full') throw new DOMException('no room', 'QuotaExceededError');
      if (calls >= at && fault === 'killed') {
        try {
          this.transaction.abort();
        } catch {
          // Gone already, as after a real kill.
        }
        throw new DOMException('killed', 'AbortError');
      }
      return original.apply(this, parameters);
    },
  });
}
/** Strikes at the `call`-th request from now: kills the process, or (writes only) has no room. */
export function dieAt(call: number, how: Fault): void {
  [calls, at, fault] = [0, call, how];
}
/** Ends it. @returns how many requests there were */
export function revive(): number {
  at = Number.POSITIVE_INFINITY;
  return calls;
}
