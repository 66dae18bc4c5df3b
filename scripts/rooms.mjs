import { readFileSync, writeFileSync } from 'node:fs';
import { load } from './sketch-file.mjs';

/** `npm run rooms`: writes the table of the rooms into `docs/architecture.md`; a test compares the two. */

const PAGE = 'docs/architecture.md';
const { writeRooms } = await load('tests/unit/room-table.ts');
writeFileSync(PAGE, writeRooms(readFileSync(PAGE, 'utf8')));
