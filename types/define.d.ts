// Of WXT's functions that define programs as much as we use: the types of their results cannot be named elsewhere.

/** Defines the background by what it does when it starts. */
export declare function defineBackground(definition: { type: 'module'; main(): void }): object;
/** Defines a content script, whose pages the manifest or the user decide. */
export declare function defineContentScript(definition: { registration: 'runtime'; main(): void }): object;
