/** Set by the build to the version of the project. */
declare const BRIDGE_VERSION: string | undefined;

export const VERSION = typeof BRIDGE_VERSION === 'string' ? BRIDGE_VERSION : '0.0.0';
