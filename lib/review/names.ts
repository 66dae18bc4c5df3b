/** A name (of an account, a device, an entry) as names are compared. */
export const toName = (name = '') => name.normalize('NFKC').trim().toLowerCase();
