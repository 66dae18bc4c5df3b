import { randomInt, randomUUID } from 'node:crypto';

/** Fewest characters of a name, as the real page asks for. */
export const SHORTEST_NAME = 8;
/** Most app passwords of one account. */
export const MOST = 40;

const DAY = 86_400_000;

/** Sixteen random lower-case letters. */
export function makeSecret() {
  return Array.from({ length: 16 }, () => String.fromCharCode(97 + randomInt(26))).join('');
}

/**
 * An invented account with its sign-in methods, in memory. Like the real thing it never gives a secret twice:
 * what it keeps of an app password is its name and when it was made.
 */
export function createAccount({ person, nextSecret = makeSecret, now = Date.now }) {
  const methods = [
    { id: 'password', kind: 'password', label: '', created: now() - 400 * DAY },
    { id: 'phone', kind: 'phone', label: '+1 425 555 0143', created: now() - 380 * DAY },
    { id: 'authenticator', kind: 'authenticator', label: 'Pixel', created: now() - 90 * DAY },
  ];
  return {
    person,
    list: () => methods.map((method) => ({ ...method })),
    /** @returns the secret, or the reason why there is none */
    add(name) {
      const label = String(name).trim();
      if (label.length < SHORTEST_NAME) return { problem: 'short' };
      return this.addUnnamed(label);
    },
    /** Makes one without asking for a name, as personal accounts do. */
    addUnnamed(label = '') {
      if (methods.filter((method) => method.kind === 'app-password').length >= MOST)
        return { problem: 'full' };
      const method = { id: randomUUID(), kind: 'app-password', label, created: now() };
      methods.push(method);
      return { id: method.id, secret: nextSecret() };
    },
    /** @returns whether there was one of this id that can be taken away */
    remove(id) {
      const index = methods.findIndex((method) => method.id === id && method.kind === 'app-password');
      if (index < 0) return false;
      methods.splice(index, 1);
      return true;
    },
  };
}
