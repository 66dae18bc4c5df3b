import type { Plugin } from 'vite';

export function buildBridge(target: string, plugins?: Plugin[]): Promise<void>;
